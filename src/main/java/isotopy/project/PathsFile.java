package isotopy.project;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import isotopy.math.Points;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The paths of particles as data: a table with one row for each particle and time, or an archive of NumPy with the
/// times `t` and the positions `x`, of the shape particles × times × coordinates. The same paths give the same bytes.
public final class PathsFile {
    /// More numbers than this are no file for one array.
    private static final long MOST = 1L << 27;

    private PathsFile() {}

    /// What paths can be written as.
    public enum Form {
        CSV(".csv"),
        NPZ(".npz");

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }

        /// The form that a file's name ends in; empty where it is another file.
        public static Optional<Form> of(Path file) {
            var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            return List.of(values()).stream()
                    .filter(form -> name.endsWith(form.ending))
                    .findFirst();
        }
    }

    /// Writes the file, whole or not at all.
    ///
    /// Shapes: `at` holds the positions of all particles at each of the times.
    /// Throws: `IOException` whose message is a sentence for the user.
    public static void write(double[] times, List<Points> at, Form form, Path file) throws IOException {
        Replacement.write(file, into -> {
            switch (form) {
                case CSV -> csv(times, at, into);
                case NPZ -> npz(times, at, into);
            }
        });
    }

    private static void csv(double[] times, List<Points> at, OutputStream into) throws IOException {
        int d = at.getFirst().dimension();
        var header = new ArrayList<>(List.of("particle", "t"));
        header.addAll(d == 1 ? List.of("x") : List.of("x1", "x2"));
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(into, StandardCharsets.UTF_8);
        try {
            csv.writeRecord(header);
            var cells = new String[d + 2];
            for (int j = 0; j < at.getFirst().size(); j++) {
                cells[0] = Integer.toString(j);
                for (int k = 0; k < times.length; k++) {
                    cells[1] = Double.toString(times[k]);
                    for (int i = 0; i < d; i++) {
                        cells[i + 2] = Double.toString(at.get(k).at(i, j));
                    }
                    csv.writeRecord(cells);
                }
            }
            csv.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void npz(double[] times, List<Points> at, OutputStream into) throws IOException {
        int n = at.getFirst().size();
        int d = at.getFirst().dimension();
        if ((long) n * times.length * d > MOST) {
            throw new IOException(n + " particles at " + times.length
                    + " times are too many numbers for one array; choose fewer by --particles, or write a .csv file");
        }
        var x = new double[n * times.length * d];
        for (int j = 0, place = 0; j < n; j++) {
            for (var points : at) {
                for (int i = 0; i < d; i++) {
                    x[place++] = points.at(i, j);
                }
            }
        }
        var npz = new NpzWriter(into);
        npz.add(Tensor.vector("t", times));
        npz.add(new Tensor("x", new int[] {n, times.length, d}, x));
        npz.finish();
    }
}
