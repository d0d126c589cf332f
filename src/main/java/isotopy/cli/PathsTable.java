package isotopy.cli;

import isotopy.figure.Look;
import isotopy.figure.Scene;
import isotopy.math.Points;
import isotopy.project.PathsFile;
import isotopy.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The paths of the particles that a look shows, as data in the user's coordinates: at each time where `apply --at`
/// puts a point.
public record PathsTable(Project project, Look look) {
    /// How much was written.
    record Written(int particles, int times) {}

    /// Writes them and says so.
    ///
    /// Throws: `Failure` with what is wrong.
    void write(PathsFile.Form form, Path out, Terminal terminal, boolean quiet) {
        Written written;
        try {
            written = measured(form, out);
        } catch (IOException e) {
            throw Failure.failed(e);
        }
        if (!quiet && Files.isRegularFile(out)) {
            terminal.out()
                    .println("The paths of " + Numbers.count(written.particles(), "particle") + " at "
                            + Numbers.count(written.times(), "time") + ", written to " + out + ".");
        }
    }

    /// Writes them.
    ///
    /// Throws: `IOException` whose message is a sentence for the user.
    public void write(PathsFile.Form form, Path out) throws IOException {
        measured(form, out);
    }

    private Written measured(PathsFile.Form form, Path out) throws IOException {
        var paths = Scene.whole(project.snapshot(), look).particles();
        var flow = project.experiment().flow(project.control());
        var times = new double[paths.samples()];
        var at = new ArrayList<Points>();
        for (int k = 0; k < times.length; k++) {
            times[k] = paths.time(k);
            var rows = new double[paths.dimension()][paths.size()];
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < paths.size(); j++) {
                    rows[i][j] = paths.at(k, i, j);
                }
            }
            var kind = project.experiment().target().kind();
            var scaling = project.experiment().scaling();
            at.add(new Voyage(flow, times[k], kind, scaling, List.of()).user(Points.of(rows)));
        }
        PathsFile.write(times, at, form, out);
        return new Written(paths.size(), times.length);
    }
}
