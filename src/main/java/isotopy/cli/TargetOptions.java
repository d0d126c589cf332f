package isotopy.cli;

import isotopy.export.PictureFile;
import isotopy.math.Spelling;
import isotopy.project.Columns;
import isotopy.project.PointsCsv;
import isotopy.project.PointsException;
import isotopy.project.TableImport;
import isotopy.target.Correspondence;
import isotopy.target.Gallery;
import isotopy.target.Kind;
import isotopy.target.Landmarks;
import isotopy.target.LinePreset;
import isotopy.target.PictureFunction;
import isotopy.target.Preset;
import isotopy.target.TargetMap;
import isotopy.target.Typed;
import isotopy.train.Experiment;
import isotopy.train.Undefined;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
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

    @Option(
            names = "--landmarks",
            paramLabel = "CSV",
            description = "The smoothest map of the plane through pairs, with the columns x1,x2,y1,y2; at most 1000.")
    @Nullable
    Path landmarks;

    @Mixin
    MapOptions map = new MapOptions();

    @Option(
            names = "--skip-bad-rows",
            description = "Leave out rows of --points, --labels and --landmarks that cannot be read.")
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
                        Optional.ofNullable(picture),
                        Optional.ofNullable(landmarks))
                .filter(Optional::isPresent)
                .count();
    }

    /// Throws: `Failure` when an option is given that goes only with a table, and there is none.
    void requireTable(boolean project) {
        boolean table = points != null || labels != null;
        if (skipBadRows && !table && landmarks == null) {
            throw Failure.wrongCall(
                    "--skip-bad-rows: it goes with --points, --labels and --landmarks, and there are none");
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
            if (map.any()) {
                throw Failure.wrongCall(
                        "--then and --inverted: they go with maps of the plane, and given points are none;"
                                + " --landmarks " + table + " lays a map through pairs");
            }
            return ofTable(table, options, note);
        }
        if (formula != null) {
            var typed = Marked.formula("--formula", formula, Typed::parse);
            return finite(options.over(Experiment.standard(map.over(typed, options, note))), "--formula", formula);
        }
        var target = map.over(given(options, note), options, note);
        var experiment = options.over(Experiment.standard(target));
        return map.any() ? finite(experiment, map.option(), target.title()) : experiment;
    }

    private TargetMap given(TrainOptions options, Consumer<String> note) {
        if (picture != null) {
            return picture(picture);
        }
        return landmarks != null
                ? landmarks(landmarks, note)
                : named("--preset", preset == null ? Preset.IDENTITY.id() : preset, options);
    }

    /// The map through the pairs of a table.
    private Landmarks landmarks(Path file, Consumer<String> note) {
        try {
            var read = PointsCsv.read(new TableImport(file, new Columns(Kind.PLANE), false, skipBadRows));
            tellSkipped(read, note);
            var pairs = (Correspondence) read.target();
            return new Landmarks(pairs.title(), pairs.x(), pairs.y());
        } catch (PointsException e) {
            throw Failure.failed(e);
        } catch (IllegalArgumentException e) { // such as two landmarks at one place
            throw Failure.failed(file + ": " + e.getMessage());
        }
    }

    private static void tellSkipped(PointsCsv.Examples read, Consumer<String> note) {
        if (read.skipped() > 0) {
            note.accept(Numbers.count(read.skipped(), "bad row") + " left out, the first: " + read.firstSkipped());
        }
    }

    /// The target of that name, which an option was given.
    ///
    /// Throws: `Failure` for a wrong call.
    static TargetMap named(String option, String name, TrainOptions options) {
        var names = Gallery.entries().stream().map(Gallery.Entry::id).toList();
        if (!names.contains(name.toLowerCase(Locale.ROOT))) {
            throw Failure.wrongCall(option + " " + name + ": there is no target of that name; "
                    + Spelling.nearest(name, names)
                            .map(other -> "did you mean " + other + "? ")
                            .orElse("")
                    + "isotopy presets lists them all");
        }
        try {
            return Gallery.target(name, options.samples(), options.seed());
        } catch (IllegalArgumentException e) { // such as fewer points than classes
            throw Failure.wrongCall(option + " " + name + ": " + e.getMessage());
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
    private static Experiment finite(Experiment experiment, String option, String text) {
        Undefined.of(experiment).ifPresent(found -> {
            throw Failure.wrongCall(option + " \"" + text.strip().replaceAll("\\s", " ") + "\": it " + found.words()
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
            tellSkipped(read, note);
            if (rescale) {
                Ranges.tell(read.target(), columns.names(), note);
            } else {
                Ranges.tellOutside(read.target(), domain, note);
            }
            return options.over(Experiment.standard(read.target()));
        } catch (PointsException e) {
            throw Failure.failed(e);
        }
    }
}
