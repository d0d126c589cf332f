package isotopy.bench;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Rows of text under a heading, printed as a Markdown table with aligned columns.
final class Table {
    private final List<String[]> rows = new ArrayList<>();

    /// Adds a row: the heading first.
    void row(Object... cells) {
        rows.add(Arrays.stream(cells).map(Table::text).toArray(String[]::new));
    }

    private static String text(Object cell) {
        return cell instanceof Double number ? number(number) : String.valueOf(cell);
    }

    /// Three digits, more before the point where there are more.
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        int digits = value == 0 ? 0 : Math.max(0, 2 - (int) Math.floor(Math.log10(Math.abs(value))));
        return String.format(Locale.ROOT, "%,." + Math.min(digits, 3) + "f", value);
    }

    @Override
    public String toString() {
        int columns = rows.getFirst().length;
        var widths = new int[columns];
        for (var row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        var text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            var line = new ArrayList<String>();
            var rule = new ArrayList<String>();
            for (int i = 0; i < columns; i++) {
                var room = " ".repeat(widths[i] - rows.get(r)[i].length());
                line.add(i == 0 ? rows.get(r)[i] + room : room + rows.get(r)[i]);
                rule.add("-".repeat(widths[i] - (i == 0 ? 0 : 1)) + (i == 0 ? "" : ":"));
            }
            text.append(line.stream().collect(joining(" | ", "| ", " |\n")));
            if (r == 0) {
                text.append(rule.stream().collect(joining(" | ", "| ", " |\n")));
            }
        }
        return text.toString();
    }
}
