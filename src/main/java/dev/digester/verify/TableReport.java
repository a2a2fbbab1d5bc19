package dev.digester.verify;

import dev.digester.krm.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Columns that are as wide as their widest value. */
final class TableReport {
  private TableReport() {}

  static String write(Report report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("CLASS", "IMAGE", "FILE:LINE", "MESSAGE"));
    for (Finding finding : report.shown()) {
      rows.add(
          List.of(
              finding.kind().word(),
              finding.image(),
              finding.place().file() + ":" + finding.place().line(),
              finding.decision().message()));
    }
    return rows.size() == 1
        ? ""
        : rows.stream().map(row -> line(row, rows)).collect(Collectors.joining());
  }

  private static String line(List<String> row, List<List<String>> rows) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      int column = i;
      int width = rows.stream().mapToInt(other -> other.get(column).length()).max().orElse(0);
      String cell = Printable.of(row.get(i));
      line.append(cell).append(" ".repeat(Math.max(width - cell.length(), 0) + 2));
    }
    return line.toString().stripTrailing() + "\n";
  }
}
