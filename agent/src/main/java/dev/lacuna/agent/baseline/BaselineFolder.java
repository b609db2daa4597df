package dev.lacuna.agent.baseline;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folder of baselines: a file for each database, written whole and put in place at once, under
 * a lock that the JVMs which share the folder respect. What another JVM has learnt is kept.
 */
public final class BaselineFolder {

  /** A file of another version is put aside, not read. */
  private static final int VERSION = 1;

  /** Made when the first file is read or written, and not while the application starts. */
  private static final class Json {
    static final Gson GSON =
        new GsonBuilder()
            .registerTypeAdapter(Instant.class, new InstantAdapter().nullSafe())
            .create();
  }

  private final Path folder;

  public BaselineFolder(Path folder) {
    this.folder = folder;
  }

  private record Stored(
      int version,
      String database,
      @Nullable Instant seen,
      Map<String, TableState> tables,
      List<KnownQuery> queries,
      List<Arrival> arrivals,
      Map<String, Boolean> logged) {}

  private static final class InstantAdapter extends TypeAdapter<Instant> {
    @Override
    public void write(JsonWriter out, Instant value) throws IOException {
      out.value(value.toString());
    }

    @Override
    public Instant read(JsonReader in) throws IOException {
      if (in.peek() != JsonToken.STRING) {
        throw new JsonParseException("A time is a string");
      }
      return Instant.parse(in.nextString());
    }
  }

  /** What is stored of a database; an empty baseline where nothing is. */
  public Baseline load(String database) throws IOException {
    Baseline baseline = new Baseline();
    Stored stored = locked(database, () -> read(file(database)));
    if (stored != null) {
      stored.tables().forEach(baseline::table);
      stored.queries().forEach(baseline::query);
      stored.arrivals().forEach(baseline::arrival);
      baseline.seen(stored.seen());
    }
    baseline.takeChanged();
    return baseline;
  }

  /** Writes a baseline; what is stored and not in it is kept. */
  public void save(String database, Baseline baseline) throws IOException {
    locked(
        database,
        () -> {
          Stored stored = read(file(database));
          Map<String, Boolean> logged = stored == null ? Map.of() : stored.logged();
          if (stored != null) {
            stored.queries().forEach(query -> keep(baseline, query));
          }
          write(database, baseline, logged);
          return null;
        });
  }

  private static void keep(Baseline baseline, KnownQuery stored) {
    KnownQuery known = baseline.query(stored.fingerprint());
    if (known == null) {
      baseline.query(stored);
    }
  }

  /**
   * Whether this JVM is the one to log a shift. With several JVMs on one folder, the first that
   * asks is.
   */
  public boolean claim(String database, Baseline baseline, String key, boolean settled)
      throws IOException {
    Boolean mine =
        locked(
            database,
            () -> {
              Stored stored = read(file(database));
              Map<String, Boolean> logged =
                  new HashMap<>(stored == null ? Map.of() : stored.logged());
              Boolean before = logged.get(key);
              if (before != null && (before || !settled)) {
                return false;
              }
              logged.put(key, settled);
              write(database, baseline, logged);
              return true;
            });
    return mine != null && mine;
  }

  private interface Work<T> {
    @Nullable T run() throws IOException;
  }

  private <T> @Nullable T locked(String database, Work<T> work) throws IOException {
    Files.createDirectories(folder);
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve(database + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      return lock.isValid() ? work.run() : null;
    }
  }

  private Path file(String database) {
    return folder.resolve(database + ".json");
  }

  private static @Nullable Stored read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return null;
    }
    try (Reader reader = Files.newBufferedReader(file)) {
      Stored stored = Json.GSON.fromJson(reader, Stored.class);
      if (stored != null && stored.version() == VERSION) {
        return stored;
      }
    } catch (JsonParseException e) {
      // Falls through: a file that cannot be read is put aside like one of another version.
    }
    Files.move(
        file,
        file.resolveSibling(file.getFileName() + ".old"),
        StandardCopyOption.REPLACE_EXISTING);
    return null;
  }

  private void write(String database, Baseline baseline, Map<String, Boolean> logged)
      throws IOException {
    Stored stored =
        new Stored(
            VERSION,
            database,
            baseline.seen(),
            baseline.tables(),
            new ArrayList<>(baseline.queries().values()),
            baseline.arrivals(),
            logged);
    Path next = folder.resolve(database + ".next");
    try (Writer writer = Files.newBufferedWriter(next)) {
      Json.GSON.toJson(stored, writer);
    }
    Files.move(
        next, file(database), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
