package dev.lacuna.contract;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * The contract on PostgreSQL under the agent, held against a JVM that has neither agent nor Lacuna.
 */
class PostgresContractIT extends PostgresContractTest {

  PostgresContractIT() throws SQLException {}

  @Override
  List<Way> ways() {
    return Way.UNDER_THE_AGENT;
  }

  @Override
  Map<String, List<String>> known() throws Exception {
    return PlainJvm.transcripts(server());
  }
}
