package dev.lacuna.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What is in the one jar for tools that take one. */
class AllJarIT {

  static final Path JAR = Path.of(System.getProperty("packaging.all.jar")).normalize();

  @Test
  void size_isBelowEightMegabytes() throws IOException {
    assertThat(Files.size(JAR)).isLessThan(8_000_000);
  }

  @Test
  void classes_areInOurPackagesOnly_andEachIsThereOnce() throws IOException {
    List<String> names = names();

    assertThat(names)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.startsWith("dev/lacuna/") || name.startsWith("META-INF/"))
        .noneMatch(name -> name.startsWith("META-INF/versions/"))
        .contains("dev/lacuna/LacunaDriver.class", "dev/lacuna/shaded/asm/ClassWriter.class");
  }

  @Test
  void texts_nameNoRelocatedPackage() throws IOException {
    for (String name : names()) {
      if (name.endsWith(".class")) {
        assertThat(text(name))
            .doesNotContain("org/slf4j/", "com/github/benmanes/", "net/bytebuddy/", "Lpicocli/");
      }
    }
  }

  @Test
  void services_areOurDriver_andTheLoggingOfTheJdk() throws IOException {
    assertThat(names().stream().filter(name -> name.matches("META-INF/services/.+")))
        .containsExactlyInAnyOrder(
            "META-INF/services/java.sql.Driver",
            "META-INF/services/dev.lacuna.shaded.slf4j.spi.SLF4JServiceProvider");
    assertThat(text("META-INF/services/java.sql.Driver")).isEqualTo("dev.lacuna.LacunaDriver\n");
    assertThat(text("META-INF/services/dev.lacuna.shaded.slf4j.spi.SLF4JServiceProvider"))
        .isEqualTo("dev.lacuna.shaded.slf4j.jul.JULServiceProvider\n");
  }

  @Test
  void module_isNamed_andProvidesTheDriver() {
    ModuleDescriptor module = ModuleFinder.of(JAR).find("dev.lacuna").orElseThrow().descriptor();

    assertThat(module.provides())
        .filteredOn(provided -> provided.service().equals(Driver.class.getName()))
        .singleElement()
        .satisfies(
            provided ->
                assertThat(provided.providers()).containsExactly("dev.lacuna.LacunaDriver"));
  }

  @Test
  void licences_areThere() throws IOException {
    assertThat(text("META-INF/LICENSE")).contains("Apache License");
    assertThat(text("META-INF/licenses/ASM")).contains("Redistribution and use");
    assertThat(text("META-INF/THIRD-PARTY.txt"))
        .contains(
            "Caffeine",
            "Byte Buddy",
            "ASM",
            "JSpecify",
            "SLF4J",
            "picocli",
            "Permission is hereby");
  }

  private static List<String> names() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      return jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
    }
  }

  /** Byte for byte: of a class, the names in it can be read. */
  private static String text(String name) throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      return new String(
          jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
