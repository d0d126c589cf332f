package isotopy.export;

import isotopy.figure.Figure;
import isotopy.figure.Illustrator;
import isotopy.figure.Look;
import isotopy.figure.Scene;

/// A figure for every frame. The source may be asked for any frame more than once, from any thread, and must answer the
/// same. Either all pages are opaque or none is.
///
/// Units: `rate` is in frames a second.
public record Film(Size size, int frames, int rate, FrameSource source) {
    /// The most frames that one film has: over an hour at 25 a second.
    public static final int MOST_FRAMES = 100_000;

    /// Where frames come from.
    @FunctionalInterface
    public interface FrameSource {
        /// The figure of frame k, counted from 0.
        Figure frame(int k);
    }

    /// Throws: `IllegalArgumentException` unless there is a frame and the rate is in 1 … 240.
    public Film {
        if (frames < 1 || frames > MOST_FRAMES) {
            throw new IllegalArgumentException("a film has 1 … " + MOST_FRAMES + " frames: " + frames);
        }
        if (rate < 1 || rate > 240) {
            throw new IllegalArgumentException("a film has 1 … 240 frames a second: " + rate);
        }
    }

    /// A scene from t = 0 to t = T, both ends included, in round(rate · seconds) frames.
    ///
    /// Throws: `IllegalArgumentException` when that is no sensible number of frames.
    public static Film over(Scene scene, Look look, Size size, int rate, double seconds) {
        double frames = Math.rint(rate * seconds);
        if (!(frames >= 1 && frames <= MOST_FRAMES)) {
            throw new IllegalArgumentException(
                    "a film has 1 … " + MOST_FRAMES + " frames: " + rate + " a second for " + seconds + " seconds");
        }
        int count = (int) frames;
        double horizon = scene.particles().horizon();
        return new Film(size, count, rate, k -> {
            double t = count == 1 ? horizon : horizon * k / (count - 1);
            var figure = Illustrator.at(scene, t, look, size.pageWidth(), size.pageHeight());
            return Illustrator.captioned(figure, scene, t, look);
        });
    }

    /// The same film on another ground.
    public Film on(Ground ground) {
        return new Film(size, frames, rate, k -> ground.under(source.frame(k)));
    }

    /// Whether one sees through its pages.
    boolean transparent() {
        return source.frame(0).background() >>> 24 != 0xFF;
    }
}
