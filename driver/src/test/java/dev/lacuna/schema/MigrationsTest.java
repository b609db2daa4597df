package dev.lacuna.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.config.ConfigurationException;
import dev.lacuna.engine.Dialect;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which resources are read. Each declares a column by its own name. */
class MigrationsTest {

  @TempDir private Path directory;

  @Test
  void notSet_noDefaultFile_declaresNothing() throws Exception {
    assertThat(Declared.read(null, "", Dialect.POSTGRESQL, loader(directory)).isEmpty()).isTrue();
  }

  @Test
  void notSet_defaultFile_isRead() throws Exception {
    declare("lacuna.sql", "nickname");

    assertThat(Declared.read(null, "", Dialect.POSTGRESQL, loader(directory)).all())
        .extracting(column -> column.origin().toString())
        .containsExactly("classpath:lacuna.sql:1");
  }

  @Test
  void empty_defaultFile_isNotRead() throws Exception {
    declare("lacuna.sql", "nickname");

    assertThat(Declared.migrations("", loader(directory)).isEmpty()).isTrue();
  }

  @Test
  void several_areReadInTheirOrder_beforeInline() throws Exception {
    declare("b.sql", "b");
    declare("a.sql", "a");

    assertThat(
            names(
                Declared.read(
                    "file:" + directory + "/b.sql, classpath:a.sql,",
                    "users.c text",
                    Dialect.POSTGRESQL,
                    loader(directory))))
        .containsExactly("b", "a", "c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*.sql | top",
        "db/*.sql | a b",
        "db/a*.sql | a",
        "db/*/*.sql | deep",
        "db/**/*.sql | a b deep deeper",
        "**.sql | a b deep deeper top",
        "*/*/*/*.sql | deeper",
        "db/x/**/z.sql | deeper",
      })
  void glob_inDirectoriesAndJars_matchesTheSame(String glob, String columns) throws Exception {
    String[] files = {
      "top.sql", "db/b.sql", "db/a.sql", "db/a.txt", "db/x/deep.sql", "db/x/y/z.sql"
    };
    String[] names = {"top", "b", "a", "text", "deep", "deeper"};
    for (int i = 0; i < files.length; i++) {
      declare(files[i], names[i]);
    }
    Path jar = jar("all.jar", files, names, true);
    Path bare = jar("bare.jar", files, names, false);
    List<String> expected = List.of(columns.strip().split(" "));

    assertThat(names(Declared.migrations("file:" + directory + "/" + glob))).isEqualTo(expected);
    for (Path place : List.of(directory, jar, bare)) {
      try (URLClassLoader loader = loader(place)) {
        assertThat(names(Declared.migrations("classpath:" + glob, loader))).isEqualTo(expected);
        assertThat(names(Declared.migrations("classpath:/" + glob, loader))).isEqualTo(expected);
      }
    }
  }

  @Test
  void glob_sameNameTwice_firstOnTheClassPathCounts() throws Exception {
    String[] files = {"db/a.sql", "db/b.sql"};
    Path first = jar("first.jar", files, new String[] {"a1", "b1"}, true);
    Path second =
        jar("second.jar", new String[] {"db/b.sql", "db/c.sql"}, new String[] {"b2", "c2"}, true);

    try (URLClassLoader loader = loader(first, second)) {
      assertThat(names(Declared.migrations("classpath:db/*.sql", loader)))
          .containsExactly("a1", "b1", "c2");
    }
  }

  @Test
  void classpath_fileInAJar_isRead() throws Exception {
    Path jar = jar("one.jar", new String[] {"db/a.sql"}, new String[] {"a"}, true);

    try (URLClassLoader loader = loader(jar)) {
      assertThat(Declared.migrations("classpath:db/a.sql", loader).all())
          .extracting(column -> column.origin().toString())
          .containsExactly("classpath:db/a.sql:1");
    }
  }

  @Test
  void classpath_notInTheContext_isFoundByLacunasOwnLoader() throws Exception {
    assertThat(
            Declared.migrations("classpath:dev/lacuna/schema/own-loader.sql", loader(directory))
                .all())
        .extracting(DeclaredColumn::column)
        .containsExactly("found_by_own_loader");
  }

  @Test
  void file_relative_startsAtTheWorkingDirectory() throws Exception {
    assertThat(Declared.migrations("file:src/test/resources/dev/lacuna/schema/*.sql").all())
        .extracting(column -> column.origin().toString())
        .containsExactly("file:src/test/resources/dev/lacuna/schema/own-loader.sql:1");
  }

  @Test
  void file_asAUrl_isRead() throws Exception {
    declare("a.sql", "a");

    assertThat(names(Declared.migrations("file://" + directory + "/a.sql"))).containsExactly("a");
  }

  @Test
  void file_symbolicLinks_areFollowed() throws Exception {
    declare("data/a.sql", "a");
    Files.createSymbolicLink(directory.resolve("current"), directory.resolve("data"));

    assertThat(names(Declared.migrations("file:" + directory + "/current/*.sql")))
        .containsExactly("a");
  }

  @Test
  void file_missing_saysWhereItWasLookedFor() {
    String cwd = Path.of("").toAbsolutePath().toString();

    assertThatThrownBy(() -> Declared.migrations("file:db/../db/none.sql"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            lacuna.migrations has file:db/../db/none.sql, and there is no such file
            Why: looked for %s/db/none.sql.
            Instead: correct the path (it starts at the working directory, %s; a directory needs a \
            star, such as file:db/*.sql), or take it out."""
                .formatted(cwd, cwd));
  }

  @Test
  void file_globWithoutMatch_saysWhereItWasLookedFor() {
    assertThatThrownBy(() -> Declared.migrations("file:" + directory + "/V*.sql"))
        .isInstanceOf(ConfigurationException.class)
        .message()
        .startsWith(
            """
            lacuna.migrations has file:%s/V*.sql, and there is no such file
            Why: looked for V*.sql in %s.
            """
                .formatted(directory, directory));
  }

  @Test
  void classpath_missing_saysWhereItWasLookedFor() {
    assertThatThrownBy(() -> Declared.migrations("classpath:/db/none.sql", loader(directory)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            lacuna.migrations has classpath:db/none.sql, and there is no such file
            Why: looked for db/none.sql through the class loader URLClassLoader and app.
            Instead: correct the path (it starts at the root of the class path; a directory needs \
            a star, such as classpath:db/*.sql), or take it out.""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"db", "db/"})
  void directory_withoutStar_isNoFile(String path) throws Exception {
    declare("db/a.sql", "a");
    Path jar = jar("one.jar", new String[] {"db/a.sql"}, new String[] {"a"}, true);

    assertThatThrownBy(() -> Declared.migrations("file:" + directory + "/" + path))
        .message()
        .contains("and there is no such file");
    for (Path place : List.of(directory, jar)) {
      try (URLClassLoader loader = loader(place)) {
        assertThatThrownBy(() -> Declared.migrations("classpath:" + path, loader))
            .message()
            .contains("and there is no such file");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "db/V1.sql, db/V1.sql",
    "filesystem:db/V1.sql, db/V1.sql",
    "classpath*:db/V1.sql, db/V1.sql",
  })
  void place_unknown_saysWhichThereAre(String named, String path) {
    assertThatThrownBy(() -> Declared.migrations(named))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            lacuna.migrations has %s
            Why: it must start with classpath: or file:.
            Instead: write classpath:%s or file:%s."""
                .formatted(named, path, path));
  }

  @Test
  void sameColumn_twoDefinitions_namesBothPlaces() throws Exception {
    Files.writeString(
        directory.resolve("a.sql"), "\nALTER TABLE users ADD COLUMN nickname varchar(40);");
    Files.writeString(
        directory.resolve("b.sql"), "ALTER TABLE users ADD nickname text DEFAULT '' NOT NULL;");

    assertThatThrownBy(() -> Declared.migrations("classpath:*.sql", loader(directory)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            users.nickname is declared in two ways: varchar(40) at classpath:a.sql:2, \
            text NOT NULL DEFAULT '' at classpath:b.sql:1
            Why: while the column is missing, it can be shown in one way only.
            Instead: make the two the same, or take one out of what Lacuna reads.""");
  }

  private void declare(String file, String column) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, declaration(column));
  }

  private static String declaration(String column) {
    return "ALTER TABLE users ADD COLUMN " + column + " text;";
  }

  private static List<String> names(DeclaredColumns columns) {
    return columns.all().stream().map(DeclaredColumn::column).toList();
  }

  private static URLClassLoader loader(Path... places) throws IOException {
    URL[] urls = new URL[places.length];
    for (int i = 0; i < places.length; i++) {
      urls[i] = places[i].toUri().toURL();
    }
    return new URLClassLoader(urls, null);
  }

  private Path jar(String name, String[] files, String[] columns, boolean withDirectories)
      throws IOException {
    Path jar = Files.createTempDirectory(directory, "jars").resolve(name);
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      if (withDirectories) {
        for (String entry : List.of("db/", "db/x/", "db/x/y/")) {
          out.putNextEntry(new JarEntry(entry));
        }
      }
      for (int i = 0; i < files.length; i++) {
        out.putNextEntry(new JarEntry(files[i]));
        out.write(declaration(columns[i]).getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }
}
