package dev.lacuna.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The order of the rooms: a package imports only packages below it. An order has no cycles, and
 * nothing imports the one on top.
 */
class LayersTest {

  private static final String ROOT = "dev.lacuna.agent";

  /** From top to bottom. */
  private static final List<String> ROOMS =
      List.of(
          ROOT,
          ROOT + ".review",
          ROOT + ".review.html",
          ROOT + ".review.text",
          ROOT + ".review.ci",
          ROOT + ".review.card",
          ROOT + ".review.accept",
          ROOT + ".review.shift",
          ROOT + ".review.diff",
          ROOT + ".instrument",
          ROOT + ".notice",
          ROOT + ".explain",
          ROOT + ".observe",
          ROOT + ".log",
          ROOT + ".compare",
          ROOT + ".baseline",
          ROOT + ".plan",
          ROOT + ".bridge");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("test-classes"))
          .importPackages(ROOT);

  @TestFactory
  Stream<DynamicTest> room_importsOnlyRoomsBelow() {
    return IntStream.range(1, ROOMS.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    ROOMS.get(i), () -> importsNone(ROOMS.get(i), ROOMS.subList(0, i))));
  }

  private static void importsNone(String room, List<String> roomsAbove) {
    noClasses()
        .that()
        .resideInAPackage(room)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(roomsAbove.toArray(String[]::new))
        .because("a package imports only packages below it")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  /** The bootstrap loader, which has the bridge, sees neither the agent nor JDBC. */
  @Test
  void bridge_dependsOnTheBaseModuleAlone() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".bridge")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            ROOT + ".bridge",
            "java.lang..",
            "java.util..",
            "java.io..",
            "java.net..",
            "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void package_outsideTheList_isNoRoom() {
    Set<String> packages =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(packages)
        .as("packages; a new one gets its place in ROOMS, by what it may import")
        .isSubsetOf(ROOMS);
  }

  @Test
  void package_isNullMarked() {
    assertThat(CLASSES.stream().filter(type -> !type.getSimpleName().equals("package-info")))
        .allSatisfy(
            type ->
                assertThat(type.getPackage().isAnnotatedWith(NullMarked.class))
                    .as("%s has a package-info.java with @NullMarked", type.getPackageName())
                    .isTrue());
  }
}
