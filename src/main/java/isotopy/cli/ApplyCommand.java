package isotopy.cli;

import isotopy.flow.Inversion;
import isotopy.math.Points;
import isotopy.project.PointsCsv;
import isotopy.project.PointsException;
import isotopy.project.PointsReader;
import isotopy.project.Replacement;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `isotopy apply`: carries the points of a CSV file through a saved flow, some thousand at a time.
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "Usage:%n",
        customSynopsis = "isotopy apply FILE.isotopy --points IN.csv --out OUT.csv [--inverse] [--at t]",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        description = {
            "Carries points through the saved flow, in double precision: reads the columns x1,x2 and writes x1,x2,y1,y2, in the"
                    + " same order. A flow of the line reads x and writes x,y; a function writes x1,x2,u; a network that tells classes"
                    + " apart writes x1,x2,y1,y2,label: the class, by its name, that it gives the point in the end, whatever"
                    + " the time of y1,y2.",
            ""
        })
final class ApplyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "1", paramLabel = "FILE.isotopy", description = "A saved project.")
    Path file = Path.of("");

    @Option(
            names = "--points",
            required = true,
            paramLabel = "IN.csv",
            description = "The points, with the columns x1,x2, or x on the line;" + " others are ignored.")
    Path points = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "OUT.csv",
            description = "Where starts and ends are written.")
    Path out = Path.of("");

    @Option(
            names = "--inverse",
            description =
                    "Go back: from y1,y2 (or the first columns) to x1,x2; on the line from y to x; with --at from what is"
                            + " seen at that time. Functions and networks with extra coordinates (--augment) have no inverse, nor have"
                            + " read-outs that flatten space.")
    boolean inverse;

    @Option(
            names = "--at",
            paramLabel = "t",
            description =
                    "The time to stop at, in 0 … T or as a share such as 50%% (default T). Where an affine read-out A z + c"
                            + " leads back to points (--readout, --augment) the view turns to it on the way: it is"
                            + " (1 - t/T) z + (t/T) (A z + c), z without its extra coordinates. Likewise, the units of a flow that was"
                            + " trained with --rescale go over from those of the starts to those of the goals.")
    @Nullable
    String at;

    @Option(names = "--skip-bad-rows", description = "Leave out rows that cannot be read.")
    boolean skipBadRows;

    @Option(names = "--quiet", description = "Nothing but faults.")
    boolean quiet;

    /// What was carried, and for how many points there was no way back.
    private static final class Tally {
        long carried;
        long missing;
        int layer = -1;
    }

    ApplyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Outputs.requireApart("--out", out, "FILE.isotopy", file);
        Outputs.requireApart("--out", out, "--points", points);
        Outputs.require(out);
        var project = Inputs.project(file);
        double horizon = project.control().horizon();
        var voyage = Voyage.of(project, at == null ? horizon : Moment.of(at, horizon));
        try (var reader = open(voyage)) {
            var tally = new Tally();
            Replacement.write(out, into -> carry(reader, voyage, into, tally));
            tell(reader, tally);
            return 0;
        } catch (PointsException e) {
            throw Failure.failed(e);
        } catch (IOException e) {
            throw Failure.failed(e);
        }
    }

    private PointsReader open(Voyage voyage) throws PointsException {
        return inverse
                ? PointsReader.openNamedOrFirst(points, voyage.to(), skipBadRows)
                : PointsReader.open(points, voyage.from(), skipBadRows);
    }

    private void carry(PointsReader reader, Voyage voyage, OutputStream into, Tally tally) throws IOException {
        var from = inverse ? voyage.to() : voyage.from();
        var to = inverse ? voyage.from() : voyage.to();
        try (var rows = new PointsCsv.Rows(into, from, header(to, voyage))) {
            for (var part = reader.next(PointsCsv.ROWS); part.isPresent(); part = reader.next(PointsCsv.ROWS)) {
                if (terminal.ending().getAsBoolean()) {
                    throw Failure.interrupted("stopped; nothing was written to " + out);
                }
                var start = part.get();
                if (inverse) {
                    back(voyage, start, rows, tally);
                } else {
                    forth(reader, voyage, start, rows, tally);
                }
            }
        } catch (PointsException e) {
            throw Failure.failed(e);
        }
        if (tally.missing > 0) {
            throw Failure.failed(Numbers.count(tally.missing, "point") + (tally.missing == 1 ? " has" : " have")
                    + " no way back: layer " + (tally.layer + 1)
                    + " of " + voyage.flow().control().depth()
                    + " is not one to one there; leave them out, or train with --bijective");
        }
    }

    /// The names of what is found: the coordinates, and the class where there are classes.
    private static List<String> header(List<String> to, Voyage voyage) {
        return voyage.names().isEmpty()
                ? to
                : Stream.concat(to.stream(), Stream.of("label")).toList();
    }

    private static void back(Voyage voyage, Points start, PointsCsv.Rows rows, Tally tally) throws IOException {
        switch (voyage.back(start)) {
            case Inversion.Found(var end) -> {
                rows.write(start, end, voyage.labels(end));
                tally.carried += start.size();
            }
            case Inversion.Missing(int layer, int count) -> {
                tally.missing += count;
                tally.layer = Math.max(tally.layer, layer);
            }
            case Inversion.Blind(String reason) -> throw Failure.failed(reason);
        }
    }

    private static void forth(PointsReader reader, Voyage voyage, Points start, PointsCsv.Rows rows, Tally tally)
            throws IOException, PointsException {
        var end = voyage.forth(start);
        if (end.finite()) {
            rows.write(start, end, voyage.labels(start));
            tally.carried += start.size();
            return;
        }
        var lost = IntStream.range(0, start.size())
                .filter(k -> !Arrays.stream(end.point(k)).allMatch(Double::isFinite))
                .toArray();
        for (int k : lost) {
            reader.reject(k, "the flow carries this point beyond every number");
        }
        var kept = IntStream.range(0, start.size())
                .filter(k -> Arrays.binarySearch(lost, k) < 0)
                .toArray();
        var carried = start.select(kept);
        rows.write(carried, end.select(kept), voyage.labels(carried));
        tally.carried += kept.length;
    }

    private void tell(PointsReader reader, Tally tally) {
        if (quiet || !Files.isRegularFile(out)) {
            return; // what goes to a pipe stays free of remarks
        }
        if (tally.carried == 0 && reader.skipped() == 0) {
            terminal.err().println(points + " has no row below its header.");
        }
        if (reader.skipped() > 0) {
            terminal.err()
                    .println(Numbers.count(reader.skipped(), "bad row") + " left out, the first: "
                            + reader.firstSkipped());
        }
        terminal.out()
                .println(Numbers.count(tally.carried, "point") + " carried " + (inverse ? "back" : "through the flow")
                        + ", written to " + out + ".");
    }
}
