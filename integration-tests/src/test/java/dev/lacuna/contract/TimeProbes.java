package dev.lacuna.contract;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Calendar;
import java.util.Map;
import java.util.TimeZone;

/** Dates and times, in more than one time zone. */
final class TimeProbes {

  private static final OffsetDateTime MOMENT = OffsetDateTime.parse("2026-03-29T01:30:00.123456Z");

  private TimeProbes() {}

  static void addTo(Map<String, Probe> all) {
    all.put("time: zones", TimeProbes::zones);
    all.put("time: calendars", TimeProbes::calendars);
  }

  private static void zones(Bench bench, Transcript seen) throws Exception {
    TimeZone before = TimeZone.getDefault();
    try {
      for (String zone : new String[] {"UTC", "Europe/Berlin", "America/St_Johns"}) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try (Connection connection = bench.connect()) {
          roundTrips(connection, zone, seen);
        }
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  private static void roundTrips(Connection connection, String zone, Transcript seen)
      throws Exception {
    String column =
        "timestamp" + (connection.getMetaData().getURL().contains("postgres") ? "tz" : "");
    String columns = "d date, t time, s timestamp NULL, z " + column + " NULL";
    connection.createStatement().execute("CREATE TEMPORARY TABLE moments (" + columns + ")");
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO moments VALUES (?, ?, ?, ?)")) {
      Object[][] moments = {
        {
          Date.valueOf("2026-03-29"),
          Time.valueOf("01:30:00"),
          Timestamp.from(MOMENT.toInstant()),
          Timestamp.from(MOMENT.toInstant())
        },
        {MOMENT.toLocalDate(), MOMENT.toLocalTime(), MOMENT.toLocalDateTime(), MOMENT},
        {null, null, LocalDateTime.of(2026, 3, 29, 2, 30), MOMENT.plusHours(1)}
      };
      for (Object[] row : moments) {
        for (int i = 0; i < row.length; i++) {
          insert.setObject(i + 1, row[i]);
        }
        seen.see(zone + " insert", insert::executeUpdate);
      }
    }
    try (ResultSet rows = connection.createStatement().executeQuery("SELECT * FROM moments")) {
      while (rows.next()) {
        for (int i = 1; i <= 4; i++) {
          int index = i;
          seen.see(zone + " text", () -> rows.getString(index));
          seen.see(zone + " date", () -> rows.getDate(index));
          seen.see(zone + " time", () -> rows.getTime(index));
          seen.see(zone + " timestamp", () -> rows.getTimestamp(index));
          seen.see(zone + " offset", () -> rows.getObject(index, OffsetDateTime.class));
        }
      }
    }
  }

  private static void calendars(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT CAST(? AS char(40)) AS a, CAST(? AS char(40)) AS b")) {
      for (String zone : new String[] {"UTC", "Asia/Kolkata", "Pacific/Apia"}) {
        Calendar calendar = Calendar.getInstance(TimeZone.getTimeZone(zone));
        select.setTimestamp(1, Timestamp.from(MOMENT.toInstant()), calendar);
        select.setTime(2, Time.valueOf("01:30:00"), calendar);
        ResultSet rows = select.executeQuery();
        rows.next();
        seen.see(zone + " timestamp", () -> rows.getTimestamp(1, calendar).toInstant());
        seen.see(zone + " text", () -> rows.getString(1));
        seen.see(zone + " time", () -> rows.getString(2));
        seen.see(zone + " date", () -> rows.getDate(1, calendar));
      }
    }
  }
}
