package isotopy.check;

import isotopy.project.JsonPen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// What was expected and what was found, row by row, in at most 100 columns.
public record CheckReport(List<Finding> findings, double seconds) {
    /// The longest text of what is measured.
    static final int WHAT = 60;

    private static final String ROW = "%-" + WHAT + "s %11s %11s %9s %3s";

    public CheckReport {
        findings = List.copyOf(findings);
    }

    /// Asks one oracle after the other; each finding is shown as it is made, until `wanted` declines one.
    public static CheckReport of(List<Oracle> oracles, Predicate<Finding> wanted) {
        long start = System.nanoTime();
        var findings = new ArrayList<Finding>();
        for (var oracle : oracles) {
            var finding = oracle.find();
            findings.add(finding);
            if (!wanted.test(finding)) {
                break;
            }
        }
        return new CheckReport(findings, (System.nanoTime() - start) * 1e-9);
    }

    /// The number of rows that do not hold.
    public int failures() {
        return (int) findings.stream().filter(finding -> !finding.holds()).count();
    }

    /// The head of the table.
    public static String head() {
        return row("", "expected", "found", "tolerance", "ok");
    }

    /// The row of a finding.
    public static String row(Finding finding) {
        var cells = cells(finding);
        return row(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
    }

    /// What a finding's row says: what is measured, expected, found, the tolerance, and "yes" or "NO".
    public static List<String> cells(Finding finding) {
        var oracle = finding.oracle();
        var sign = switch (oracle.relation()) {
            case EQUAL -> "";
            case AT_MOST -> "≤ ";
            case AT_LEAST -> "≥ ";
        };
        return List.of(
                oracle.what(),
                sign + text(oracle.expected(), oracle.tolerance()),
                text(finding.found(), oracle.tolerance()),
                oracle.tolerance() == 0 ? "0" : power("%.0e", oracle.tolerance()),
                finding.holds() ? "yes" : "NO");
    }

    private static String row(String what, String expected, String found, String tolerance, String ok) {
        return String.format(Locale.ROOT, ROW, what, expected, found, tolerance, ok)
                .stripTrailing();
    }

    /// The number, as exactly as the tolerance asks for.
    private static String text(double value, double tolerance) {
        if (value == 0 || Double.isNaN(value)) {
            return value == 0 ? "0" : "none";
        }
        double size = Math.abs(value);
        if (size < 1e-3 || size >= 1e6) {
            return power("%.2e", value);
        }
        int decimals = tolerance > 0 ? (int) Math.ceil(-Math.log10(tolerance)) + 1 : 4;
        int room = 7 - Math.max(0, (int) Math.floor(Math.log10(size)));
        var text = String.format(Locale.ROOT, "%." + Math.clamp(decimals, 0, Math.max(0, room)) + "f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    /// "1.23e-4" where Java writes "1.23e-04".
    private static String power(String format, double value) {
        return String.format(Locale.ROOT, format, value)
                .replaceAll("e([+-])0*(\\d)", "e$1$2")
                .replace("e+", "e");
    }

    /// The whole table to be read, with the groups' names above their rows and the outcome below.
    public String text() {
        var lines = new ArrayList<String>();
        lines.add(head());
        var group = "";
        for (var finding : findings) {
            if (!finding.oracle().group().equals(group)) {
                group = finding.oracle().group();
                lines.add("");
                lines.add(group);
            }
            lines.add(row(finding));
            if (!finding.remark().isEmpty()) {
                lines.add("  " + finding.remark());
            }
        }
        lines.add("");
        lines.add(outcome());
        return String.join("\n", lines) + "\n";
    }

    /// How it went, in one sentence.
    public String outcome() {
        int failures = failures();
        return String.format(
                Locale.ROOT,
                "%d %s in %.1f s: %s.",
                findings.size(),
                findings.size() == 1 ? "row" : "rows",
                seconds,
                failures == 0 ? "all hold" : failures + (failures == 1 ? " fails" : " fail"));
    }

    /// The report for scripts, as JSON.
    public String json() {
        var pen = new JsonPen();
        pen.whole("schema", 1)
                .whole("rows", findings.size())
                .whole("failures", failures())
                .number("seconds", seconds)
                .list("findings", () -> {
                    for (var finding : findings) {
                        pen.item(() -> write(finding, pen));
                    }
                });
        return pen.finished();
    }

    private static void write(Finding finding, JsonPen pen) {
        var oracle = finding.oracle();
        pen.text("group", oracle.group())
                .text("what", oracle.what())
                .text(
                        "relation",
                        oracle.relation().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .number("expected", oracle.expected())
                .number("found", finding.found())
                .number("tolerance", oracle.tolerance())
                .flag("ok", finding.holds());
        if (!finding.remark().isEmpty()) {
            pen.text("remark", finding.remark());
        }
    }
}
