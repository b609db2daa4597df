package dev.lacuna;

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

  /** From top to bottom. */
  private static final List<String> ROOMS =
      List.of(
          "dev.lacuna.cli",
          "dev.lacuna.cli.report",
          "dev.lacuna.cli.script",
          "dev.lacuna",
          "dev.lacuna.jdbc",
          "dev.lacuna.ddl",
          "dev.lacuna.ddl.rules",
          "dev.lacuna.ddl.effect",
          "dev.lacuna.ddl.change",
          "dev.lacuna.rollout",
          "dev.lacuna.rewrite",
          "dev.lacuna.schema",
          "dev.lacuna.sql",
          "dev.lacuna.engine",
          "dev.lacuna.config");

  /** No class lives here yet. The first class that moves in takes its room off this list. */
  private static final Set<String> EMPTY_ROOMS = Set.of("dev.lacuna.rollout");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("test-classes"))
          .importPackages("dev.lacuna");

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
        .allowEmptyShould(EMPTY_ROOMS.contains(room))
        .check(CLASSES);
  }

  @Test
  void package_outsideTheList_isNoRoom() {
    assertThat(packagesWith(CLASSES.stream()))
        .as("packages; a new one gets its place in ROOMS, by what it may import")
        .isSubsetOf(ROOMS);
  }

  @Test
  void room_calledEmpty_isEmpty() {
    Set<String> lived = packagesWith(CLASSES.stream().filter(type -> !isPackageInfo(type)));
    Set<String> empty = new TreeSet<>(ROOMS);
    empty.removeAll(lived);

    assertThat(new TreeSet<>(EMPTY_ROOMS)).as("EMPTY_ROOMS").isEqualTo(empty);
  }

  @Test
  void package_isNullMarked() {
    assertThat(CLASSES.stream().filter(type -> !isPackageInfo(type)))
        .allSatisfy(
            type ->
                assertThat(type.getPackage().isAnnotatedWith(NullMarked.class))
                    .as("%s has a package-info.java with @NullMarked", type.getPackageName())
                    .isTrue());
  }

  private static boolean isPackageInfo(JavaClass type) {
    return type.getSimpleName().equals("package-info");
  }

  private static Set<String> packagesWith(Stream<JavaClass> types) {
    return types.map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
  }
}
