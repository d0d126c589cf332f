package isotopy.cli;

import isotopy.export.PictureFile;
import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.math.Spelling;
import isotopy.project.Columns;
import isotopy.project.PointsCsv;
import isotopy.project.PointsException;
import isotopy.project.TableImport;
import isotopy.target.Correspondence;
import isotopy.target.Gallery;
import isotopy.target.Kind;
import isotopy.target.Labels;
import isotopy.target.LineMap;
import isotopy.target.LinePreset;
import isotopy.target.PictureFunction;
import isotopy.target.PlaneFunction;
import isotopy.target.PlaneMap;
import isotopy.target.Preset;
import isotopy.target.TargetMap;
import isotopy.target.Typed;
import isotopy.train.Experiment;
import isotopy.train.Undefined;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of `train` that name a target.
final class TargetOptions {
    /// A picture is taken at no more than this many pixels a side: a network sees no finer ones.
    private static final int PICTURE_SIDE = 256;

    @Option(names = "--preset", paramLabel = "NAME", description = "A target by its name; isotopy presets lists them.")
    @Nullable
    String preset;

    @Option(
            names = "--formula",
            paramLabel = "TEXT",
            description =
                    "A target of your own in x, y (or x1, x2), r and theta, with pi, e and functions such as sin, exp, log,"
                            + " max and if: two components such as \"x + 0.3*sin(3*y), y\" are a map of the plane, one in x"
                            + " alone a map of the line, one with the others a function.")
    @Nullable
    String formula;

    @Option(
            names = "--points",
            paramLabel = "CSV",
            description = "Given pairs, with the columns x1,x2,y1,y2 or, on the line, x,y; values of a function,"
                    + " x1,x2,u; or points with classes, x1,x2,label.")
    @Nullable
    Path points;

    @Option(names = "--labels", paramLabel = "CSV", description = "Points with classes, with the columns x1,x2,label.")
    @Nullable
    Path labels;

    @Option(
            names = "--picture",
            paramLabel = "IMAGE",
            description = "The brightness of a picture, PNG or JPEG, as a function of the square.")
    @Nullable
    Path picture;

    @Option(names = "--skip-bad-rows", description = "Leave out rows of --points and --labels that cannot be read.")
    boolean skipBadRows;

    @Option(
            names = "--rescale",
            description =
                    "Bring given points to the square -1,1, by one factor for all coordinates of the starts and one for all"
                            + " of the goals, so that shapes keep their proportions; the scaling is saved with the flow, errors"
                            + " stay in your own units, and --noise is in those of the square.")
    boolean rescale;

    /// How many targets are named.
    int sources() {
        return (int) Stream.of(
                        Optional.ofNullable(preset),
                        Optional.ofNullable(formula),
                        Optional.ofNullable(points),
                        Optional.ofNullable(labels),
                        Optional.ofNullable(picture))
                .filter(Optional::isPresent)
                .count();
    }

    /// Throws: `Failure` when an option is given that goes only with a table, and there is none.
    void requireTable(boolean project) {
        boolean table = points != null || labels != null;
        if (skipBadRows && !table) {
            throw Failure.wrongCall("--skip-bad-rows: it goes with --points and --labels, and there are none");
        }
        if (rescale && !table && !project) {
            throw Failure.wrongCall("--rescale: it goes with --points and --labels, and there are none");
        }
    }

    /// The experiment that the options ask for.
    ///
    /// Throws: `Failure` with what is wrong.
    Experiment experiment(TrainOptions options, Consumer<String> note) {
        var table = points != null ? points : labels;
        if (table != null) {
            return ofTable(table, options, note);
        }
        if (formula != null) {
            var typed = Marked.formula("--formula", formula, Typed::parse);
            return finite(options.over(Experiment.standard(typed)), formula);
        }
        var named = picture != null ? picture(picture) : preset(options);
        return options.over(Experiment.standard(named));
    }

    private TargetMap preset(TrainOptions options) {
        var name = preset == null ? Preset.IDENTITY.id() : preset;
        var names = Gallery.entries().stream().map(Gallery.Entry::id).toList();
        if (!names.contains(name.toLowerCase(Locale.ROOT))) {
            throw Failure.wrongCall("--preset " + name + ": there is no target of that name; "
                    + Spelling.nearest(name, names)
                            .map(other -> "did you mean " + other + "? ")
                            .orElse("")
                    + "isotopy presets lists them all");
        }
        try {
            return Gallery.target(name, options.samples(), options.seed());
        } catch (IllegalArgumentException e) { // such as fewer points than classes
            throw Failure.wrongCall("--preset " + name + ": " + e.getMessage());
        }
    }

    private static PictureFunction picture(Path file) {
        try {
            var small = PictureFile.read(file).within(PICTURE_SIDE);
            var name = file.getFileName();
            return new PictureFunction(
                    String.valueOf(name == null ? file : name), small.columns(), small.rows(), small.brightness());
        } catch (IOException e) {
            throw Failure.failed(e);
        }
    }

    /// A formula may have no value somewhere, and training needs one at every point.
    private static Experiment finite(Experiment experiment, String text) {
        Undefined.of(experiment).ifPresent(found -> {
            throw Failure.wrongCall("--formula \"" + text.strip().replaceAll("\\s", " ") + "\": it " + found.words()
                    + " (--domain LOW,HIGH)");
        });
        return experiment;
    }

    private Experiment ofTable(Path file, TrainOptions options, Consumer<String> note) {
        try {
            var columns = labels == null ? TableImport.usual(file) : new Columns(Kind.LABELS);
            // all that can be said without reading the points is said before
            var domain = options.over(
                            Experiment.standard(columns.kind() == Kind.LINE ? LinePreset.FLIP : Preset.IDENTITY))
                    .sampling()
                    .domain();
            var read = PointsCsv.read(new TableImport(file, columns, rescale, skipBadRows));
            if (read.skipped() > 0) {
                note.accept(Numbers.count(read.skipped(), "bad row") + " left out, the first: " + read.firstSkipped());
            }
            if (rescale) {
                Ranges.tell(read.target(), columns.names(), note);
            } else {
                starts(read.target()).ifPresent(x -> tellOutside(x, domain, note));
            }
            return options.over(Experiment.standard(read.target()));
        } catch (PointsException e) {
            throw Failure.failed(e);
        }
    }

    /// Where given examples start; a map of the plane has none.
    private static Optional<Points> starts(TargetMap target) {
        return switch (target) {
            case PlaneMap _, LineMap _, PlaneFunction _ -> Optional.empty();
            case Correspondence pairs -> Optional.of(pairs.x());
            case Labels labels -> Optional.of(labels.x());
        };
    }

    private static void tellOutside(Points x, Box domain, Consumer<String> note) {
        long outside = IntStream.range(0, x.size())
                .filter(k -> Arrays.stream(x.point(k)).anyMatch(v -> v < domain.low() || v > domain.high()))
                .count();
        if (outside > 0) {
            note.accept(Numbers.count(outside) + " of " + Numbers.count(x.size()) + " points start outside the "
                    + (x.dimension() == 1 ? "interval " : "square ") + Numbers.plain(domain.low()) + ","
                    + Numbers.plain(domain.high())
                    + " in which layers begin to bend; --domain LOW,HIGH sets it, --rescale brings the points to it.");
        }
    }
}
