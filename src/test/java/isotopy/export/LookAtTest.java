package isotopy.export;

import isotopy.figure.*;
import isotopy.flow.Folds;
import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.*;
import isotopy.train.*;
import java.io.*;
import java.nio.file.*;
import java.util.*;
import org.junit.jupiter.api.Test;

class LookAtTest {
    static FlowSnapshot trained(TargetMap target, int depth, int augment, int steps, int samples) {
        var standard = Experiment.standard(target);
        var experiment = standard
                .withSampling(standard.sampling().withSamples(samples))
                .withNetwork(Network.STANDARD.withDepth(depth).withWidth(12).withAugment(augment));
        try (var trainer = new Trainer(experiment, 1)) {
            for (int k = 0; k < steps; k++) trainer.advance();
            var probes = target.dimension() == 1
                    ? Points.of(new double[][] {java.util.stream.IntStream.range(0, 401).mapToDouble(k -> experiment.sampling().domain().at(k / 400.0)).toArray()})
                    : experiment.sampling().domain().lattice(31);
            var folds = Folds.of(experiment.flow(trainer.control()), probes);
            return Scenes.snapshot(experiment, trainer.control(), steps, folds);
        }
    }

    static void save(String name, FlowSnapshot s, Look look, double share, int w, int h) throws IOException {
        var scene = Scene.of(s, look);
        long t0 = System.nanoTime();
        var f = Illustrator.at(scene, share * s.control().horizon(), look, w, h);
        long t1 = System.nanoTime();
        Picture.scaled(f, 1).raster();
        long t2 = System.nanoTime();
        f = Illustrator.at(scene, share * s.control().horizon(), look, w, h);
        long t3 = System.nanoTime();
        var r = new Raster(w, h); r.paint(f, 1); 
        long t4 = System.nanoTime();
        r.paint(f, 1);
        long t5 = System.nanoTime();
        System.err.printf("%s figure %.1f ms paint %.1f ms%n", name, (t3 - t2) / 1e6, (t5 - t4) / 1e6);
        new PngExporter(Picture.scaled(f, 1)).export(Path.of("/tmp/figure", name + ".png"), (a, b) -> true);
    }

    static Look look(FlowSnapshot s) {
        return Look.standard(s.experiment().sampling().domain());
    }

    @Test
    void line() throws Exception {
        Files.createDirectories(Path.of("/tmp/figure"));
        var wave = trained(LinePreset.WAVE, 12, 0, 400, 300);
        save("wave", wave, look(wave).withPins(List.of(new Look.Pin(0.3, 0))), 0.6, 900, 620);
        save("wave-error", wave, look(wave).with(Overlay.ERROR, true).with(Overlay.LINES, true).with(Overlay.AXES, true).withTheme(Theme.DARK), 0.3, 900, 620);
        var flip = trained(LinePreset.SINE, 10, 0, 600, 300);
        save("sine", flip, look(flip), 0.45, 900, 620);
        save("sine-small", flip, look(flip), 1, 420, 400);
        save("sine-portrait", flip, look(flip).withTheme(Theme.PROJECTOR), 0.7, 620, 900);
        save("sine-hall", flip, look(flip).withTheme(Theme.PROJECTOR), 0.7, 1280, 720);
        var f = Illustrator.drawing(LinePreset.SINE, LinePreset.SINE.home(), Optional.empty(), look(flip), 900, 620);
        new PngExporter(Picture.scaled(f, 1)).export(Path.of("/tmp/figure/sine-drawing.png"), (a, b) -> true);
    }
}
