package dev.digester.verify;

import java.util.stream.Collectors;

/** One page: counts, and a table that a script makes sortable and filterable where there is one. */
final class HtmlReport {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <link rel="icon" href="data:,">
      <title>digester verify</title>
      <style>
      :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
      body { margin: 1rem auto; max-width: 90rem; padding: 0 1rem; }
      ul { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; padding: 0; }
      li { border: 1px solid #8888; border-radius: .5rem; padding: .1rem .6rem; }
      .scroll { overflow-x: auto; }
      table { border-collapse: collapse; width: 100%; }
      th, td { border-bottom: 1px solid #8886; padding: .3rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
      th button { all: unset; cursor: pointer; font-weight: 600; }
      th button:focus-visible { outline: 2px solid; }
      th[aria-sort=ascending] button::after { content: " \\2191"; }
      th[aria-sort=descending] button::after { content: " \\2193"; }
      .error .class { color: light-dark(#b00020, #ff8a80); font-weight: 600; }
      .warning .class { color: light-dark(#7a5200, #ffcc66); }
      td.class { white-space: nowrap; }
      </style>
      </head>
      <body>
      <h1>digester verify</h1>
      """;

  private static final String SCRIPT =
      """
      <script>
      (function () {
        var table = document.querySelector('table');
        var body = table.tBodies[0];
        var rows = Array.from(body.rows);
        var filter = document.getElementById('filter');
        filter.parentNode.hidden = false;
        filter.addEventListener('input', function () {
          var wanted = filter.value.toLowerCase();
          rows.forEach(function (row) {
            row.hidden = row.textContent.toLowerCase().indexOf(wanted) < 0;
          });
        });
        Array.from(table.tHead.rows[0].cells).forEach(function (head, column) {
          var button = document.createElement('button');
          button.textContent = head.textContent;
          head.textContent = '';
          head.appendChild(button);
          button.addEventListener('click', function () {
            var down = head.getAttribute('aria-sort') === 'ascending';
            Array.from(table.tHead.rows[0].cells).forEach(function (other) {
              other.removeAttribute('aria-sort');
            });
            head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
            rows.sort(function (a, b) {
              var order = a.cells[column].textContent.localeCompare(b.cells[column].textContent, 'en', {numeric: true});
              return down ? -order : order;
            });
            rows.forEach(function (row) { body.appendChild(row); });
          });
        });
      })();
      </script>
      """;

  private HtmlReport() {}

  static String write(Report report) {
    String counts =
        report.counts().entrySet().stream()
            .map(entry -> "<li>%s: %d</li>\n".formatted(entry.getKey().word(), entry.getValue()))
            .collect(Collectors.joining());
    String rows =
        report.findings().stream()
            .map(finding -> row(finding, report.fails(finding)))
            .collect(Collectors.joining());
    return HEAD
        + "<p>%d images, %d failures</p>\n"
            .formatted(
                report.findings().size(), report.findings().stream().filter(report::fails).count())
        + "<ul>\n"
        + counts
        + "</ul>\n"
        + "<p hidden><label>Filter <input id=\"filter\" type=\"search\"></label></p>\n"
        + "<div class=\"scroll\">\n<table>\n<thead><tr><th>Class</th><th>Image</th><th>Message</th>"
        + "<th>File</th><th>Resource</th><th>Field</th></tr></thead>\n<tbody>\n"
        + rows
        + "</tbody>\n</table>\n</div>\n"
        + SCRIPT
        + "</body>\n</html>\n";
  }

  private static String row(Finding finding, boolean fails) {
    String kind = fails ? "error" : finding.kind().isSilent() ? "fine" : "warning";
    Finding.Place place = finding.place();
    return "<tr class=\"%s\"><td class=\"class\">%s</td>%s%s%s%s%s</tr>\n"
        .formatted(
            kind,
            finding.kind().word(),
            cell(finding.image()),
            cell(finding.decision().message()),
            cell(place.file() + ":" + place.line()),
            cell(place.resource().map(Object::toString).orElse("")),
            cell(place.field()));
  }

  private static String cell(String text) {
    return "<td>" + MarkupText.escaped(text) + "</td>";
  }
}
