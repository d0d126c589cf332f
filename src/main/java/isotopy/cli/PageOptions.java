package isotopy.cli;

import isotopy.export.Format;
import isotopy.export.Ground;
import isotopy.export.Preset;
import isotopy.export.Size;
import isotopy.train.Range;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of `render` that say how large a picture is and what it stands on.
final class PageOptions {
    private static final Range TIMES = Range.whole("times", 1, Size.MOST_TIMES, "pixels for each one of the page");

    @Option(names = "--size", paramLabel = "WxH", description = "Width and height in pixels (default 1280x720).")
    @Nullable
    String size;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "A size with a purpose: paper-column (8.5 cm), paper-width (17.5 cm), slide (1920x1080), web"
                    + " (800 pixels) or poster (60 cm).")
    @Nullable
    String preset;

    @Option(
            names = "--times",
            paramLabel = "N",
            description =
                    "So many pixels for each one of the size, in both directions, 1 to 8: the same picture, sharper.")
    @Nullable
    String times;

    @Option(
            names = "--background",
            paramLabel = "NAME",
            description = "What the picture stands on: theme (its page), white or transparent (default theme).")
    @Nullable
    String background;

    /// The size in that format.
    ///
    /// Throws: `Failure` for a wrong call.
    Size size(Format format) {
        if (size != null && preset != null) {
            throw Failure.wrongCall("--size " + size + ": --preset " + preset + " has a size already; leave one out");
        }
        if (times != null && !format.pixels()) {
            throw Failure.wrongCall("--times " + times + ": " + format.title() + " has no pixels; leave it out");
        }
        int sharper = (int) Numbers.within("--times", TIMES, times, 0);
        if (preset != null) {
            var named = preset;
            var chosen = Refused.by("--preset", () -> Preset.named(named));
            return Refused.by("--times", () -> sharper == 0 ? chosen.size(format) : chosen.size(sharper));
        }
        var text = size == null ? "1280x720" : size;
        var plain = Refused.by("--size", () -> Size.named(text));
        return sharper == 0 ? plain : Refused.by("--times", () -> Size.of(plain.width(), plain.height(), sharper));
    }

    /// What the picture stands on.
    Ground ground(Format format) {
        var name = background;
        if (Ground.TRANSPARENT.id().equals(name) && format == Format.MP4) {
            throw Failure.wrongCall(
                    "--background transparent: an .mp4 has no transparency; draw a .webm, .gif or .apng");
        }
        return name == null ? Ground.THEME : Refused.by("--background", () -> Ground.named(name));
    }
}
