package isotopy.export;

import isotopy.math.Parts;
import java.util.function.IntConsumer;

/// A picture's rows in bands of one height, which processors share or one paints alone. What is painted into a band
/// comes in the order of the figure and touches no other band, so that every pixel is the same however many
/// processors there are.
///
/// @param shared whether other processors than the caller's may help
record Bands(int rows, boolean shared) {
    /// Rows a band where processors share them: some 0.5 MB of a wide picture, so that what is painted stays in the
    /// cache.
    static final int HEIGHT = 64;

    /// Where one paints alone it needs no more bands than its cache asks for: each looks at its lines anew.
    private static final int ALONE = 2 * HEIGHT;

    /// Below this many things to paint the caller does it alone: others would come too late.
    private static final int LEAST = 512;

    /// Rows a band, a multiple of [#HEIGHT].
    int height() {
        return shared ? HEIGHT : ALONE;
    }

    int count() {
        return (rows + height() - 1) / height();
    }

    /// The first row of a band.
    int top(int band) {
        return band * height();
    }

    /// The row after the last one of a band.
    int bottom(int band) {
        return Math.min(rows, (band + 1) * height());
    }

    /// Does something in every band, for so many things to paint.
    void each(int things, IntConsumer work) {
        each(things, count(), work);
    }

    /// Does something in each of so many other parts that do not touch each other.
    void each(int things, int parts, IntConsumer work) {
        if (shared && things >= LEAST) {
            Parts.each(parts, work);
        } else {
            for (int part = 0; part < parts; part++) {
                work.accept(part);
            }
        }
    }
}
