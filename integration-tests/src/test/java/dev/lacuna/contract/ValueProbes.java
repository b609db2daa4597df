package dev.lacuna.contract;

import java.io.OutputStream;
import java.io.Writer;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLXML;
import java.util.Map;

/** Values that are objects of their own: LOBs, arrays, XML, structures. */
final class ValueProbes {

  private ValueProbes() {}

  static void addTo(Map<String, Probe> all) {
    all.put("value: made by the connection", ValueProbes::made);
    all.put("value: LOBs", ValueProbes::lobs);
    all.put("value: arrays", ValueProbes::arrays);
    all.put("value: XML", ValueProbes::xml);
    all.put("value: there and back", ValueProbes::thereAndBack);
  }

  private static void made(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect()) {
      Sweep.of(Connection.class)
          .only(method -> method.getName().startsWith("create"))
          .without("createStatement")
          .with(String.class, "text")
          .on(connection, "connection", seen);
    }
  }

  private static void lobs(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect()) {
      connection.setAutoCommit(false);
      seen.act("blob", () -> blob(connection.createBlob(), seen));
      seen.act("clob", () -> clob(connection.createClob(), seen));
      connection.rollback();
    }
  }

  private static void blob(Blob blob, Transcript seen) throws Exception {
    blob.setBytes(1, new byte[] {1, 2, 3, 4, 5});
    try (OutputStream out = blob.setBinaryStream(3)) {
      out.write(new byte[] {9, 9});
    }
    seen.see("blob", () -> blob);
    seen.see("part", () -> blob.getBytes(2, 3));
    seen.see("stream", () -> blob.getBinaryStream(2, 2));
    seen.see("position", () -> blob.position(new byte[] {9, 9}, 1));
    seen.act("truncate", () -> blob.truncate(2));
    seen.see("length", blob::length);
    seen.see("outside", () -> blob.getBytes(0, 1));
    blob.free();
    seen.see("freed", blob::length);
  }

  private static void clob(Clob clob, Transcript seen) throws Exception {
    clob.setString(1, "lacuna");
    try (Writer out = clob.setCharacterStream(7)) {
      out.write(" filled");
    }
    seen.see("clob", () -> clob);
    seen.see("position", () -> clob.position("fill", 1));
    clob.free();
    seen.see("freed", clob::length);
  }

  private static void arrays(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect()) {
      seen.see("made", () -> connection.createArrayOf("int4", new Integer[] {1, null}));
      if (bench.onPostgresql()) {
        Array array = connection.createArrayOf("text", new String[] {"a", "b'c"});
        try (PreparedStatement statement = connection.prepareStatement("SELECT ? AS x")) {
          statement.setArray(1, array);
          ResultSet rows = statement.executeQuery();
          rows.next();
          Array read = rows.getArray(1);
          Sweep.of(Array.class).with(long.class, 1L).on(read, "array", seen);
          seen.see("rows", () -> Rendering.rows(read.getResultSet()));
        }
      }
    }
  }

  private static void xml(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect()) {
      seen.act(
          "xml",
          () -> {
            SQLXML xml = connection.createSQLXML();
            xml.setString("<a><b>c</b></a>");
            seen.see("text", xml::getString);
            seen.see("again", xml::getString);
            xml.free();
            seen.see("freed", xml::getString);
          });
    }
  }

  /** Each value is read as an object, and bound as one: what comes back is the same. */
  private static void thereAndBack(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        ResultSet rows =
            connection.createStatement().executeQuery("SELECT * FROM kinds WHERE id = 1")) {
      rows.next();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        String column = rows.getMetaData().getColumnName(i);
        Object value = rows.getObject(i);
        String sql = "SELECT " + column + " FROM kinds WHERE " + column + " = ?";
        seen.see(
            column,
            () -> {
              try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, value);
                return Rendering.rows(statement.executeQuery());
              }
            });
      }
    }
  }
}
