package isotopy.cli;

import isotopy.export.Codec;
import isotopy.export.Film;
import isotopy.export.Finish;
import isotopy.export.Format;
import isotopy.export.GifExporter;
import isotopy.figure.Course;
import isotopy.figure.Dial;
import isotopy.figure.Direction;
import isotopy.figure.Easing;
import isotopy.figure.Storyboard;
import isotopy.train.Experiment;
import isotopy.train.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of `render` that only films have. What is not given stays as the project's storyboard has it.
final class FilmOptions {
    /// Their names.
    static final Set<String> NAMES = Set.of(
            "--fps",
            "--seconds",
            "--over",
            "--direction",
            "--easing",
            "--hold",
            "--chapters",
            "--loops",
            "--dither",
            "--codec");

    private static final Range SECONDS = Range.real("seconds", 0.1, 600, "seconds");
    private static final Range LOOPS = Range.whole("loops", 0, 65_535, "times; 0 is for ever");
    private static final Range HOLD = Range.real("hold", 0, Storyboard.Hold.LONGEST, "seconds");
    private static final Range SHARE = Range.real("share", 0, 1, "a share of the film");
    private static final Pattern TURNED = Pattern.compile("(depth|width|horizon)(?:=(.+?)\\.\\.(.+))?");
    private static final Pattern CHAPTER = Pattern.compile("([^:]+):([^-]+)-([^-]+)");

    @Option(
            names = "--over",
            paramLabel = "WHAT",
            description = "What a film plays over: t, steps (of the training, at --at), both (the training at T, then t"
                    + " back and forwards), or a number of the network from one value to another, such as depth=1..40,"
                    + " width=1..16 or horizon=0.1..2 (default: as saved, at first t).")
    @Nullable
    String over;

    @Option(
            names = "--direction",
            paramLabel = "NAME",
            description = "forwards, back or there-and-back (default: as saved, at first forwards).")
    @Nullable
    String direction;

    @Option(
            names = "--easing",
            paramLabel = "NAME",
            description = "How a film gains and loses speed: linear, smooth, in or out (default: as saved, at first"
                    + " linear).")
    @Nullable
    String easing;

    @Option(
            names = "--hold",
            paramLabel = "S[,S]",
            description = "For how many seconds the first and the last end stand still, 0 to 60 (default: as saved, at"
                    + " first 0,0).")
    @Nullable
    String hold;

    @Option(
            names = "--chapters",
            paramLabel = "LIST",
            description = "Parts of the film, each a file of its own with the part's number and name:"
                    + " \"start:0-0.5,end:0.5-1\".")
    @Nullable
    String chapters;

    @Option(
            names = "--fps",
            paramLabel = "N",
            description = "Frames a second of a film, 1 to 240, of a GIF to 50 (default 30).")
    @Nullable
    String fps;

    @Option(names = "--seconds", paramLabel = "S", description = "How long a film runs, 0.1 to 600 (default 6).")
    @Nullable
    String seconds;

    @Option(
            names = "--loops",
            paramLabel = "N",
            description = "How often a GIF or an animated PNG plays, 0 to 65535; 0 is for ever (default 0).")
    @Nullable
    String loops;

    @Option(
            names = "--dither",
            description = "A GIF mixes colours that it has not dot by dot; the dots stay where they are.")
    boolean dithered;

    @Option(
            names = "--codec",
            paramLabel = "NAME",
            description =
                    "What encodes an .mp4: built-in, or x264 by an ffmpeg command on the PATH (default built-in).")
    @Nullable
    String codec;

    /// The finish with what was given.
    ///
    /// Throws: `Failure` for a wrong call, when the format has no such choice.
    Finish over(Finish finish) {
        var format = finish.format();
        if (loops != null && format != Format.GIF && format != Format.APNG) {
            throw Failure.wrongCall("--loops " + loops + ": only a .gif and an .apng say how often; leave it out");
        }
        if (dithered && format != Format.GIF) {
            throw Failure.wrongCall("--dither: only a .gif has too few colours; leave it out");
        }
        if (codec != null && format != Format.MP4) {
            throw Failure.wrongCall("--codec " + codec + ": only an .mp4 has a choice; leave it out");
        }
        var name = codec;
        return finish.withPlays((int) Numbers.within("--loops", LOOPS, loops, 0))
                .withDithered(dithered)
                .withCodec(name == null ? Codec.BUILT_IN : Refused.by("--codec", () -> Codec.named(name)));
    }

    int rate(Format format) {
        int fastest = format == Format.GIF ? GifExporter.FASTEST : Film.FASTEST;
        return (int) Numbers.within("--fps", Range.whole("frames a second", 1, fastest, "frames a second"), fps, 30);
    }

    double seconds() {
        return Numbers.within("--seconds", SECONDS, seconds, 6);
    }

    /// Refuses a film that is too short for what it shows.
    ///
    /// Throws: `Failure` for a wrong call.
    void requireLongEnough(Storyboard board, Format format) {
        int rate = rate(format);
        int frames = Refused.by("--seconds", () -> Film.count(rate, seconds()));
        Refused.by(hold == null ? "--seconds" : "--hold", () -> board.cue(0, frames, rate));
    }

    /// The storyboard with what was given in the place of what it had.
    ///
    /// @param at t as a share of T, where it is not what the film plays over
    ///
    /// Throws: `Failure` for a wrong call.
    Storyboard over(Storyboard saved, Experiment experiment, double at) {
        var board = saved;
        var what = over;
        if (what != null) {
            board = board.withCourse(course(what, experiment, at));
        }
        var way = direction;
        if (way != null) {
            board = board.withDirection(Refused.by("--direction", () -> Direction.named(way)));
        }
        var eased = easing;
        if (eased != null) {
            board = board.withEasing(Refused.by("--easing", () -> Easing.named(eased)));
        }
        if (hold != null) {
            board = board.withHold(hold(hold));
        }
        return chapters == null ? board : board.withChapters(chapters(chapters));
    }

    private static Course course(String what, Experiment experiment, double at) {
        var turned = TURNED.matcher(what.strip());
        return switch (what.strip()) {
            case "t" -> new Course.Time();
            case "steps" -> new Course.Steps(at);
            case "both" -> new Course.StepsThenTime();
            default -> {
                if (!turned.matches()) {
                    throw Failure.wrongCall("--over " + what
                            + ": a film plays over t, steps, both, or a range such as depth=1..40, width=1..16 or"
                            + " horizon=0.1..2");
                }
                var dial = Dial.named(turned.group(1));
                double now = dial.of(experiment);
                double least = dial.range().whole() ? 1 : Math.max(dial.range().low(), now / 20);
                yield new Course.Number(
                        dial,
                        Numbers.within("--over " + dial.id(), dial.range(), turned.group(2), least),
                        Numbers.within("--over " + dial.id(), dial.range(), turned.group(3), now),
                        at);
            }
        };
    }

    private static Storyboard.Hold hold(String text) {
        var words = text.split(",", -1);
        if (words.length > 2) {
            throw Failure.wrongCall("--hold " + text + ": it is one number of seconds, or two, such as 0.5,1");
        }
        double first = Numbers.within("--hold", HOLD, words[0], 0);
        return new Storyboard.Hold(first, words.length == 1 ? first : Numbers.within("--hold", HOLD, words[1], 0));
    }

    private static List<Storyboard.Chapter> chapters(String text) {
        var found = new ArrayList<Storyboard.Chapter>();
        for (var part : text.split(",", -1)) {
            var chapter = CHAPTER.matcher(part.strip());
            if (!chapter.matches()) {
                throw Failure.wrongCall("--chapters " + text
                        + ": chapters are written as a name and two shares of the film each, such as"
                        + " start:0-0.5,end:0.5-1");
            }
            double from = Numbers.within("--chapters", SHARE, chapter.group(2), 0);
            double to = Numbers.within("--chapters", SHARE, chapter.group(3), 1);
            found.add(Refused.by(
                    "--chapters", () -> new Storyboard.Chapter(chapter.group(1).strip(), from, to)));
        }
        if (found.stream().map(Storyboard.Chapter::name).distinct().count() < found.size()) {
            throw Failure.wrongCall("--chapters " + text + ": every chapter needs a name of its own");
        }
        return found;
    }
}
