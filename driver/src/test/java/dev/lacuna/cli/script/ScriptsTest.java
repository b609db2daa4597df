package dev.lacuna.cli.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.engine.Engine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptsTest {

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Path parent = file.getParent();
    Files.createDirectories(parent == null ? folder : parent);
    return Files.writeString(file, text);
  }

  private List<Script> read(Path... named) throws IOException, ScriptException {
    return read(Map.of(), named);
  }

  private List<Script> read(Map<String, String> placeholders, Path... named)
      throws IOException, ScriptException {
    return new Scripts(Engine.POSTGRESQL, placeholders, InputStream.nullInputStream())
        .read(List.of(named));
  }

  private List<String> names(List<Script> scripts) {
    return scripts.stream()
        .map(script -> Path.of("/").resolve(script.file()))
        .map(file -> folder.toAbsolutePath().relativize(file).toString())
        .toList();
  }

  private static List<String> sql(List<Script> scripts) {
    return scripts.stream()
        .flatMap(script -> script.pieces().stream())
        .map(piece -> piece.sql().strip())
        .toList();
  }

  @Test
  void folder_ofFlyway_isReadInItsOrder() throws Exception {
    for (String name :
        List.of(
            "R__views.sql",
            "V10__c.sql",
            "V2__b.sql",
            "deep/V2.1__b1.sql",
            "V1_1__a1.sql",
            "V1__a.sql",
            "V20240101120000__z.sql",
            "U10__c.sql",
            "B2__base.sql",
            "afterMigrate.sql",
            "notes.txt")) {
      write(name, "SELECT 1;");
    }

    assertThat(names(read(folder)))
        .containsExactly(
            "V1__a.sql",
            "V1_1__a1.sql",
            "V2__b.sql",
            "deep/V2.1__b1.sql",
            "V10__c.sql",
            "V20240101120000__z.sql",
            "R__views.sql",
            "afterMigrate.sql");
  }

  @Test
  void undo_namedByItself_isRead() throws Exception {
    assertThat(sql(read(write("U1__a.sql", "DROP TABLE a")))).containsExactly("DROP TABLE a");
  }

  @Test
  void flyway_runsInATransaction_unlessItCannotOrIsTold() throws Exception {
    Path plain = write("V1__a.sql", "CREATE INDEX CONCURRENTLY i ON a (b); DROP TABLE c;");
    Path alone = write("V2__b.sql", "CREATE INDEX CONCURRENTLY i ON a (b);");
    Path told = write("V3__c.sql", "DROP TABLE c;");
    write("V3__c.sql.conf", "executeInTransaction=false\n");
    Path noMigration = write("c.sql", "DROP TABLE c;");

    assertThat(read(plain, alone, told, noMigration))
        .extracting(Script::inTransaction)
        .containsExactly(true, false, false, false);
  }

  @Test
  void flyway_placeholders_areReplaced_whereTheyStand() throws Exception {
    Path file = write("V1__a.sql", "\nALTER TABLE ${s}.a\n  ADD ${col} text; -- ${flyway:user}");

    List<Script> scripts = read(Map.of("s", "shop", "col", "n\nm"), file);

    assertThat(sql(scripts)).containsExactly("ALTER TABLE shop.a\n  ADD n m text");
    assertThat(scripts.get(0).pieces().get(0).line()).isEqualTo(1);
  }

  @Test
  void flyway_placeholderWithoutValue_isRefused_unlessTheyAreOff() throws Exception {
    Path file = write("V1__a.sql", "SELECT 1;\nALTER TABLE ${tbl} ADD n int;");

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(ScriptException.class)
        .hasMessageEndingWith("V1__a.sql:2: no value for ${tbl}; give it one: --placeholder tbl=…");
    write("V1__a.sql.conf", "placeholderReplacement=false");
    assertThat(sql(read(file))).hasSize(2);
  }

  @Test
  void standardInput_isRead_withoutItsByteOrderMark() throws Exception {
    InputStream in =
        new ByteArrayInputStream("\uFEFFDROP TABLE a;\r\n".getBytes(StandardCharsets.UTF_8));

    List<Script> scripts =
        new Scripts(Engine.MYSQL, Map.of(), in).read(List.of(Scripts.STANDARD_INPUT));

    assertThat(sql(scripts)).containsExactly("DROP TABLE a");
    assertThat(scripts.get(0).file()).isEqualTo("stdin");
  }

  @Test
  void whatCannotBeRead_isTold() throws Exception {
    Path latin = folder.resolve("latin.sql");
    Files.write(latin, new byte[] {'-', '-', (byte) 0xE9});
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThatThrownBy(() -> read(latin)).hasMessageEndingWith("latin.sql is not UTF-8 text.");
    assertThatThrownBy(() -> read(empty)).hasMessage("There is no .sql file in " + empty + ".");
    assertThatThrownBy(() -> read(folder.resolve("absent.sql")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
