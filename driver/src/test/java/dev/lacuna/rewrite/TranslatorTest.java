package dev.lacuna.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.lacuna.config.Star;
import dev.lacuna.engine.Dialect;
import dev.lacuna.engine.Engine;
import dev.lacuna.schema.DeclaredColumns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranslatorTest {

  private final Translator translator =
      new Translator(Tables.declared(), Engine.POSTGRESQL, Dialect.POSTGRESQL, Star.SERVER);

  private Analysis.Relevant relevant(String sql) {
    return (Analysis.Relevant) translator.analyse(sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "SELECT 1",
        "SELECT nickname FROM pets",
        "SELECT id FROM users",
        "BEGIN",
        "COPY users TO STDOUT",
        "LOCK TABLE users",
        "SELECT 'users', 'nickname'",
        "this is no SQL, nickname",
      })
  void analyse_nothingDeclared_isUntouched(String sql) {
    assertThat(translator.analyse(sql)).isEqualTo(Analysis.Untouched.INSTANCE);
  }

  @Test
  void analyse_nothingIsDeclaredAtAll_isUntouched() {
    Translator idle =
        new Translator(DeclaredColumns.NONE, Engine.POSTGRESQL, Dialect.POSTGRESQL, Star.SERVER);

    assertThat(idle.analyse("ALTER TABLE users DROP COLUMN nickname"))
        .isEqualTo(Analysis.Untouched.INSTANCE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE users ADD COLUMN nickname text",
        "CREATE TABLE users (id int)",
        "CREATE TABLE part PARTITION OF users FOR VALUES IN (1)",
        "DROP TABLE users",
        "SET search_path = a, b",
        "SET SCHEMA 'a'",
        "SET ROLE admin",
        "SET SESSION AUTHORIZATION admin",
        "RESET search_path",
        "DISCARD ALL",
        "DO $$ BEGIN ALTER TABLE users DROP nickname; END $$",
        "SELECT set_config('search_path', 'a', false)",
        "SELECT 1; ALTER TABLE users DROP nickname",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT level FROM users; END",
      })
  void analyse_changeOfNamesOrTables_isASchemaChange(String sql) {
    assertThat(translator.analyse(sql)).isInstanceOf(Analysis.SchemaChange.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MERGE INTO users USING pets ON nickname = 'x' WHEN MATCHED DELETE",
        "SELECT nickname FROM users WHERE (",
        "SELECT nickname FROM users u u u",
        "SELECT nickname FROM users, 'x'",
        "SELECT U&\"nick\\006eame\", nickname FROM users",
      })
  void analyse_whatItCannotParse_isUnsupportedIfItNamesAColumn(String sql) {
    assertThat(translator.analyse(sql)).isInstanceOf(Analysis.Unsupported.class);
    assertThat(translator.analyse(sql.replace("nickname", "id")))
        .isEqualTo(Analysis.Untouched.INSTANCE);
  }

  @Test
  void translateUnderLock_reliesOnTheSame_andLeavesTheProofToTheLock() throws Exception {
    Analysis.Relevant text = relevant("INSERT INTO users (id, nickname) VALUES (?, ?)");

    Translation guarded = translator.translate(text, GeneratedKeys.NONE, Tables.LACKING);
    Translation bare = translator.translateUnderLock(text, GeneratedKeys.NONE, Tables.LACKING);

    assertThat(bare.guards()).isNotEmpty().isEqualTo(guarded.guards());
    assertThat(bare.sql())
        .isEqualTo(
            "INSERT INTO users (id) SELECT ? WHERE TRUE AND CASE WHEN TRUE THEN TRUE ELSE"
                + " CAST((?) AS varchar(40)) IS NULL END");
    assertThat(translator.translateUnderLock(text, GeneratedKeys.NONE, Tables.LACKING))
        .isSameAs(bare);
    assertThat(translator.translate(text, GeneratedKeys.NONE, Tables.LACKING)).isSameAs(guarded);
    assertThat(translator.translateUnderLock(text, GeneratedKeys.NONE, Tables.COMPLETE).sql())
        .isEqualTo(text.sql());
  }

  @Test
  void analyse_sameText_isAnalysedOnce() {
    assertThat(translator.analyse("SELECT level FROM users"))
        .isSameAs(translator.analyse("SELECT level FROM users"));
  }

  @Test
  void analyse_writeWithoutDeclaredColumns_mattersForItsKeysOnly() {
    Analysis.Relevant text = relevant("INSERT INTO users (name) VALUES ('x')");

    assertThat(text.isForKeysOnly()).isTrue();
    assertThat(text.matters(GeneratedKeys.NONE)).isFalse();
    assertThat(text.matters(GeneratedKeys.ALL)).isTrue();
    assertThat(text.matters(GeneratedKeys.named("id"))).isTrue();
  }

  @Test
  void analyse_writeOfADeclaredColumn_mattersAlways() {
    Analysis.Relevant text = relevant("INSERT INTO users (nickname) VALUES ('x')");

    assertThat(text.isForKeysOnly()).isFalse();
    assertThat(text.matters(GeneratedKeys.NONE)).isTrue();
    assertThat(text.sql()).isEqualTo("INSERT INTO users (nickname) VALUES ('x')");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO users VALUES (1)",
        "DELETE FROM users RETURNING *",
        "DELETE FROM users RETURNING row_to_json(users)",
        "UPDATE users SET name = users::text",
        "SELECT count(users.*) FROM users",
        "SELECT users.* FROM users",
      })
  void analyse_allColumnsWithoutTheirNames_matters(String sql) {
    assertThat(translator.analyse(sql))
        .asInstanceOf(type(Analysis.Relevant.class))
        .matches(text -> text.matters(GeneratedKeys.NONE));
  }

  @Test
  void translate_sameTables_isRemembered() throws Exception {
    Analysis.Relevant text = relevant("SELECT level FROM users");
    Translation first = translator.translate(text, GeneratedKeys.NONE, Tables.LACKING);

    assertThat(translator.translate(text, GeneratedKeys.NONE, Tables.LACKING)).isSameAs(first);
    assertThat(translator.translate(text, GeneratedKeys.NONE, Tables.COMPLETE))
        .isEqualTo(Translation.unchanged(text.sql(), null));
    assertThat(translator.translate(text, GeneratedKeys.NONE, Tables.LACKING))
        .isEqualTo(first)
        .isNotSameAs(first);
  }

  @Test
  void translate_otherKeys_isTranslatedAnew() throws Exception {
    Analysis.Relevant text = relevant("INSERT INTO orders (note) VALUES ('x')");

    Translation plain = translator.translate(text, GeneratedKeys.NONE, Tables.LACKING);
    Translation keyed = translator.translate(text, GeneratedKeys.named("discount"), Tables.LACKING);

    assertThat(plain.isRewritten(text.sql())).isFalse();
    assertThat(keyed.isRewritten(text.sql())).isTrue();
  }

  @Test
  void batch_reliesOnWhatEachTextReliesOn() throws Exception {
    Translation read =
        translator.translate(
            relevant("SELECT level FROM users"), GeneratedKeys.NONE, Tables.LACKING);
    Translation write =
        translator.translate(
            relevant("UPDATE users SET level = 2"), GeneratedKeys.NONE, Tables.LACKING);

    Translation batch = Translation.ofBatch(java.util.List.of(read, write, write));

    assertThat(batch.guards()).isEqualTo(write.guards());
    assertThat(batch.proof()).isEqualTo(Translation.Proof.LOCK);
    assertThat(batch.vanishes()).isTrue();
    assertThat(batch.parts()).containsExactly(read, write, write);
  }

  @Test
  void guard_tellsTableAndColumns() throws Exception {
    Translation write =
        translator.translate(
            relevant("UPDATE public.users SET level = 2, nickname = 'x'"),
            GeneratedKeys.NONE,
            Tables.LACKING);

    assertThat(write.guards())
        .singleElement()
        .satisfies(
            guard -> {
              assertThat(guard.path()).containsExactly("public", "users");
              assertThat(guard.columns()).containsExactly("nickname", "level");
              assertThat(guard.probe())
                  .startsWith("SELECT pg_catalog.pg_typeof(")
                  .contains("(SELECT \"nickname\" FROM public.users)", "(SELECT \"level\" FROM");
            });
  }
}
