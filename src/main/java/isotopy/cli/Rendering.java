package isotopy.cli;

import isotopy.export.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/// Writes the files of an order one after the other, and says how far it is.
record Rendering(Terminal terminal, boolean quiet) {
    /// Throws: `Failure` when a file cannot be written or the user ended it; then the file on its way is not there.
    void write(List<Order.Piece> pieces) {
        for (var piece : pieces) {
            write(piece);
            if (!quiet && Files.exists(piece.file())) {
                terminal.out()
                        .println("Drawn at " + piece.size().width() + " × "
                                + piece.size().height() + ", written to " + piece.file() + ".");
            }
        }
    }

    private void write(Order.Piece piece) {
        var bar = new Progress(terminal, quiet, String.valueOf(piece.file().getFileName()));
        long started = System.nanoTime();
        try {
            boolean written = piece.exporter().export(piece.file(), (done, all) -> {
                bar.update(done, all, speed(piece.frames(), done / (double) all, started));
                return !terminal.ending().getAsBoolean();
            });
            if (!written) {
                throw Failure.interrupted("stopped; nothing was written to " + piece.file());
            }
            bar.end(1, 1, speed(piece.frames(), 1, started));
        } catch (IOException e) {
            throw Failure.failed(e);
        }
    }

    /// Frames a second so far, as if one pass were all; nothing of a picture.
    private static String speed(int frames, double share, long started) {
        double seconds = (System.nanoTime() - started) * 1e-9;
        return frames <= 1 || share == 0
                ? ""
                : String.format(Locale.ROOT, "%.0f frames/s", Math.min(9999, frames * share / seconds));
    }
}
