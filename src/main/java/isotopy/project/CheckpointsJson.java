package isotopy.project;

import isotopy.control.Control;
import isotopy.control.Layer;
import isotopy.control.Readout;
import isotopy.snapshot.Checkpoints;
import isotopy.snapshot.Checkpoints.Checkpoint;
import isotopy.train.Experiment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Writes and reads the controls of earlier training steps, compactly: for each its step and shape, and its numbers as
/// little-endian doubles, compressed by gzip and spelt in base64: the durations of its layers, then the free parameters
/// layer by layer, then the rows of the read-out, each followed by its entry of c.
///
/// They are thinned until they take at most [#BYTES] before compression, the first and the last being kept.
final class CheckpointsJson {
    /// The bytes that all numbers may take: 4 MB.
    static final long BYTES = 4L << 20;

    private CheckpointsJson() {}

    static void write(Checkpoints checkpoints, JsonPen pen) {
        pen.list("checkpoints", () -> {
            for (var checkpoint : thinned(checkpoints.kept())) {
                pen.item(() -> write(checkpoint, pen));
            }
        });
    }

    /// Every second one is left out until they fit, but not the first or the last.
    static List<Checkpoint> thinned(List<Checkpoint> all) {
        var kept = new ArrayList<>(all);
        while (kept.size() > 2 && kept.stream().mapToLong(Checkpoint::bytes).sum() > BYTES) {
            var fewer = new ArrayList<Checkpoint>();
            for (int k = 0; k < kept.size(); k++) {
                if (k % 2 == 0 || k == kept.size() - 1) {
                    fewer.add(kept.get(k));
                }
            }
            kept = fewer;
        }
        return kept;
    }

    private static void write(Checkpoint checkpoint, JsonPen pen) {
        var control = checkpoint.control();
        pen.whole("step", checkpoint.step())
                .whole("augment", control.augment())
                .whole("width", control.width())
                .whole("depth", control.depth());
        control.readout()
                .ifPresentOrElse(
                        map -> pen.object(
                                "readout",
                                () -> pen.whole("outputs", map.outputs()).flag("scores", map.scores())),
                        () -> pen.nothing("readout"));
        pen.text("values", packed(control));
    }

    private static String packed(Control control) {
        int depth = control.depth();
        var buffer = ByteBuffer.allocate((depth + control.parameters()) * Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        control.layers().forEach(layer -> buffer.putDouble(layer.duration()));
        Arrays.stream(control.values()).forEach(buffer::putDouble);
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(buffer.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail so
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /// Reads the checkpoints of an experiment, whose family all of them have.
    static Checkpoints read(Fields file, Experiment experiment) throws ProjectException {
        var kept = new ArrayList<Checkpoint>();
        for (var fields : file.objects("checkpoints")) {
            long step = fields.whole("step", 0, Long.MAX_VALUE);
            var control = control(fields, experiment);
            kept.add(fields.made(() -> new Checkpoint(step, control)));
        }
        return file.made(() -> new Checkpoints(kept));
    }

    private static Control control(Fields fields, Experiment experiment) throws ProjectException {
        var family = experiment.network().family();
        int augment = (int) fields.whole("augment", 0, 6);
        int width = (int) fields.whole("width", 1, 1 << 20);
        int depth = (int) fields.whole("depth", 1, 1 << 20);
        int dimension = experiment.target().dimension() + augment;
        var readout = readout(fields, dimension);
        var values = unpacked(fields);
        return fields.made(() -> {
            int p = family.parameters(dimension, width);
            long expected =
                    (long) depth * (1 + p) + readout.map(Readout::parameters).orElse(0);
            if (values.length != expected) {
                throw fields.refused("values", "must hold " + expected + " numbers, not " + values.length);
            }
            var layers = new ArrayList<Layer>(depth);
            for (int k = 0; k < depth; k++) {
                int from = depth + k * p;
                layers.add(new Layer(Arrays.copyOfRange(values, from, from + p), values[k]));
            }
            var read = readout.map(map -> map.with(values, depth + depth * p));
            return new Control(family, dimension, width, layers, augment, read);
        });
    }

    /// A read-out of that shape, full of zeros.
    private static Optional<Readout> readout(Fields fields, int dimension) throws ProjectException {
        if (fields.absent("readout")) {
            return Optional.empty();
        }
        var map = fields.object("readout");
        int outputs = (int) map.whole("outputs", 1, 1000);
        return Optional.of(new Readout(new double[outputs][dimension], new double[outputs], map.flag("scores")));
    }

    private static double[] unpacked(Fields fields) throws ProjectException {
        try (var gzip =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(fields.text("values"))))) {
            var bytes = gzip.readNBytes((int) BYTES * 16);
            var values = new double[bytes.length / Double.BYTES];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asDoubleBuffer()
                    .get(values);
            return values;
        } catch (IOException | IllegalArgumentException e) {
            throw fields.refused("values", "must be numbers compressed by gzip and spelt in base64");
        }
    }
}
