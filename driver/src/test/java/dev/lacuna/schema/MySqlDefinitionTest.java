package dev.lacuna.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Dialect;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A column that follows each change shows its default while it is missing, as any other. */
class MySqlDefinitionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "timestamp NULL ON UPDATE CURRENT_TIMESTAMP | none",
        "datetime(3) DEFAULT NULL ON UPDATE CURRENT_TIMESTAMP(3) | none",
        "datetime DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP | CURRENT_TIMESTAMP",
        "timestamp(6) NOT NULL DEFAULT NOW(6) ON UPDATE NOW(6) | NOW(6)",
      })
  void onUpdate_isPassedOver(String definition, @Nullable String shown) throws SQLException {
    DeclaredColumn column =
        Declared.read(null, "t.c " + definition, Dialect.MYSQL, getClass().getClassLoader())
            .all()
            .get(0);

    assertThat(column.defaultExpression()).isEqualTo(shown);
  }
}
