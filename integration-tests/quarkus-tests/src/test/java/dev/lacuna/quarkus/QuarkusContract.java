package dev.lacuna.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.LacunaDriver;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agroal and Hibernate ORM, as Quarkus puts them together, over Lacuna. */
abstract class QuarkusContract {

  @Inject AgroalDataSource pool;
  @Inject Members members;

  @BeforeEach
  void makeMembers() throws SQLException {
    run("DROP TABLE members");
    run(Database.TABLE);
    run("INSERT INTO members (id, name, version) VALUES (1, 'Ada', 0)");
  }

  @Test
  void driver_isLacunas() {
    assertThat(
            pool.getConfiguration()
                .connectionPoolConfiguration()
                .connectionFactoryConfiguration()
                .connectionProviderClass())
        .isEqualTo(LacunaDriver.class);
  }

  @Test
  void entity_withAMissingColumn_isSavedLoadedQueriedAndMerged() throws SQLException {
    members.add(new Member(2, "Ben", "benny"));
    assertThat(members.find(2).nickname).isNull();
    assertThat(members.rename(1, "ace")).isEqualTo(1);
    assertThat(members.nicknamed("ace")).isEmpty();

    Member ada = members.find(1);
    ada.name = "Ada L.";
    ada.nickname = "ace";
    members.merge(ada);

    assertThat(read("SELECT name FROM members WHERE id = 1")).isEqualTo("Ada L.");
    assertThat(members.find(1).nickname).isNull();
  }

  @Test
  void column_thatArrives_isReadAndWritten() throws SQLException {
    members.add(new Member(2, "Ben", "benny"));
    run("ALTER TABLE members ADD COLUMN nickname varchar(40)");
    members.add(new Member(3, "Cleo", "c"));
    Member ada = members.find(1);
    ada.nickname = "ace";
    members.merge(ada);

    assertThat(members.nicknamed("c")).singleElement().returns(3, member -> member.id);
    assertThat(members.nicknamed("ace")).singleElement().returns(1, member -> member.id);
    assertThat(read("SELECT nickname FROM members WHERE id = 3")).isEqualTo("c");
    assertThat(read("SELECT nickname FROM members WHERE id = 2")).isNull();
  }

  @Test
  void version_guardsAnEntity_thatLacksAColumn() {
    Member mine = members.find(1);
    Member theirs = members.find(1);
    theirs.nickname = "ace"; // the column that is missing is all that changes
    members.merge(theirs);
    assertThat(members.find(1).version).isEqualTo(1);

    mine.nickname = "countess";
    assertThatThrownBy(() -> members.merge(mine)).isInstanceOf(OptimisticLockException.class);
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private @Nullable String read(String query) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
