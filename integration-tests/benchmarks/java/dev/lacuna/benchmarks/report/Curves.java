package dev.lacuna.benchmarks.report;

import dev.lacuna.benchmarks.report.Results.Result;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Draws how a cost grows, both axes by powers of ten. */
final class Curves {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 320;
  private static final int LEFT = 70;
  private static final int RIGHT = 130;
  private static final int TOP = 20;
  private static final int BOTTOM = 50;
  private static final int LINE = 14;
  private static final List<String> COLOURS =
      List.of("#6b7280", "#2563eb", "#059669", "#d97706", "#db2777");

  private final String along;
  private final String series;

  /**
   * Curves of one kind.
   *
   * @param along the parameter of the horizontal axis
   * @param series the parameter that tells the curves apart
   */
  Curves(String along, String series) {
    this.along = along;
    this.series = series;
  }

  String draw(List<Result> results) {
    Axis across =
        Axis.of(results.stream().mapToDouble(this::position).toArray(), LEFT, WIDTH - RIGHT);
    Axis up = Axis.of(results.stream().mapToDouble(Result::nanos).toArray(), HEIGHT - BOTTOM, TOP);
    StringBuilder svg =
        new StringBuilder(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">\n"
                .formatted(WIDTH, HEIGHT));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    grid(svg, across, up);
    double[] lines = labelLines(results, up);
    List<String> names = results.stream().map(r -> r.parameter(series)).distinct().toList();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      curve(
          svg,
          results.stream().filter(result -> result.parameter(series).equals(name)).toList(),
          across,
          up,
          COLOURS.get(i % COLOURS.size()),
          lines[i]);
    }
    return svg.append("</svg>\n").toString();
  }

  private void grid(StringBuilder svg, Axis across, Axis up) {
    for (double power : across.powers()) {
      line(svg, across.at(power), TOP, across.at(power), HEIGHT - BOTTOM);
      text(svg, across.at(power), HEIGHT - BOTTOM + 18, "middle", "#374151", plain(power));
    }
    for (double power : up.powers()) {
      line(svg, LEFT, up.at(power), WIDTH - RIGHT, up.at(power));
      text(svg, LEFT - 8, up.at(power) + 4, "end", "#374151", time(power));
    }
    text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 10, "middle", "#374151", along);
  }

  /** Where the name of each curve stands: beside its end, and below no other. */
  private double[] labelLines(List<Result> results, Axis up) {
    Map<String, Double> ends = new LinkedHashMap<>();
    results.forEach(result -> ends.put(result.parameter(series), up.at(result.nanos())));
    double[] lines = ends.values().stream().mapToDouble(Double::doubleValue).toArray();
    List<Integer> downwards =
        IntStream.range(0, lines.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> lines[i]))
            .toList();
    for (int i = 1; i < lines.length; i++) {
      lines[downwards.get(i)] =
          Math.max(lines[downwards.get(i)], lines[downwards.get(i - 1)] + LINE);
    }
    return lines;
  }

  private void curve(
      StringBuilder svg,
      List<Result> points,
      Axis across,
      Axis up,
      String colour,
      double labelLine) {
    StringBuilder path = new StringBuilder();
    for (Result point : points) {
      double x = across.at(position(point));
      double y = up.at(point.nanos());
      path.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n",
              x,
              y,
              colour));
    }
    svg.append(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n"
            .formatted(path.toString().trim(), colour));
    Result last = points.get(points.size() - 1);
    text(
        svg,
        across.at(position(last)) + 8,
        labelLine + 4,
        "start",
        colour,
        last.parameter(series).toLowerCase(Locale.ROOT));
  }

  private double position(Result result) {
    return Double.parseDouble(result.parameter(along));
  }

  private static void line(StringBuilder svg, double x1, double y1, double x2, double y2) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#e5e7eb\"/>%n",
            x1,
            y1,
            x2,
            y2));
  }

  private static void text(
      StringBuilder svg, double x, double y, String anchor, String colour, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            colour,
            text));
  }

  private static String plain(double power) {
    return String.format(Locale.ROOT, "%,.0f", power);
  }

  private static String time(double nanos) {
    if (nanos >= 1e6) {
      return plain(nanos / 1e6) + " ms";
    }
    return nanos >= 1e3 ? plain(nanos / 1e3) + " µs" : plain(nanos) + " ns";
  }

  /** From values, by their logarithm, to places. */
  private record Axis(double low, double high, double from, double to) {

    static Axis of(double[] values, double from, double to) {
      double low = Math.floor(Math.log10(min(values)));
      double high = Math.ceil(Math.log10(max(values)));
      return new Axis(low, Math.max(high, low + 1), from, to);
    }

    private static double min(double[] values) {
      return Arrays.stream(values).min().orElse(1);
    }

    private static double max(double[] values) {
      return Arrays.stream(values).max().orElse(1);
    }

    double at(double value) {
      return from + (Math.log10(value) - low) / (high - low) * (to - from);
    }

    List<Double> powers() {
      return IntStream.rangeClosed((int) low, (int) high)
          .mapToObj(power -> Math.pow(10, power))
          .toList();
    }
  }
}
