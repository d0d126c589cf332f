package isotopy.cli;

import java.util.Locale;

/// A bar on a terminal that says how far some work is, drawn again in place at most ten times a second. Mutable; says
/// nothing where there is no terminal.
final class Progress {
    private static final int CELLS = 20;

    /// No terminal is narrower; a longer line would break and could not be drawn again.
    private static final int COLUMNS = 79;

    private static final long EVERY = 100_000_000;

    private final Terminal terminal;
    private final boolean shown;
    private final String what;
    private final long started = System.nanoTime();
    private long drawn = Long.MIN_VALUE;
    private int width;

    /// A bar for work of that name; with `quiet` there is none.
    Progress(Terminal terminal, boolean quiet, String what) {
        this.terminal = terminal;
        this.shown = terminal.live() && !quiet;
        this.what = what.length() <= 14 ? what : what.substring(0, 13) + "…";
    }

    /// `done` of `all` is done, and there is this to say about it.
    void update(long done, long all, String remark) {
        if (!shown) {
            return;
        }
        long now = System.nanoTime();
        if (drawn == Long.MIN_VALUE || now - drawn >= EVERY) {
            drawn = now;
            draw(done, all, remark);
        }
    }

    /// Leaves the bar as it ended, on a line of its own.
    void end(long done, long all, String remark) {
        if (shown) {
            draw(done, all, remark);
            terminal.err().println();
            terminal.err().flush();
        }
    }

    private void draw(long done, long all, String remark) {
        double share = all == 0 ? 1 : (double) done / all;
        int cells = (int) Math.round(share * CELLS);
        double elapsed = (System.nanoTime() - started) * 1e-9;
        var left = done == 0 || done >= all ? "" : left(elapsed * (all - done) / done);
        var line = String.format(
                Locale.ROOT,
                "%s %s%s %3.0f %%  %s%s",
                what,
                "━".repeat(cells),
                "╌".repeat(CELLS - cells),
                Math.floor(100 * share),
                remark,
                left);
        line = line.substring(0, Math.min(COLUMNS, line.length()));
        terminal.err().print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        terminal.err().flush();
        width = line.length();
    }

    private static String left(double seconds) {
        return seconds < 60
                ? String.format(Locale.ROOT, "  %.0f s left", Math.ceil(seconds))
                : String.format(Locale.ROOT, "  %.0f min left", Math.ceil(seconds / 60));
    }
}
