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
        long b0 = System.nanoTime();
        var scene = Scene.of(s, look);
        System.err.printf("scene %.1f ms; camera %s%n", (System.nanoTime() - b0) / 1e6, Illustrator.camera(scene, share, look));
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

    static Labels annulus(int n, int seed) {
        var r = new Random(seed);
        double[] x = new double[n], y = new double[n];
        var c = new ArrayList<Integer>();
        for (int k = 0; k < n; k++) {
            boolean in = k % 2 == 0;
            double rad = in ? 0.38 * Math.sqrt(r.nextDouble()) : 0.62 + 0.3 * r.nextDouble(), a = 6.2832 * r.nextDouble();
            x[k] = rad * Math.cos(a); y[k] = rad * Math.sin(a); c.add(in ? 0 : 1);
        }
        return new Labels("Disc in annulus", Points.of(x, y), c, List.of("disc", "annulus"));
    }

    static Labels spirals(int n, int arms, int seed) {
        var r = new Random(seed);
        double[] x = new double[n], y = new double[n];
        var c = new ArrayList<Integer>();
        var names = new ArrayList<String>();
        for (int k = 0; k < arms; k++) names.add("arm " + (k + 1));
        for (int k = 0; k < n; k++) {
            double s = Math.sqrt(r.nextDouble()), a = 4 * s + 6.2832 * (k % arms) / arms;
            x[k] = 0.9 * s * Math.cos(a) + 0.03 * r.nextGaussian(); y[k] = 0.9 * s * Math.sin(a) + 0.03 * r.nextGaussian(); c.add(k % arms);
        }
        return new Labels("Spirals", Points.of(x, y), c, names);
    }

    static Texture face() {
        int w = 480, h = 400;
        var argb = new int[w * h];
        for (int k = 0; k < argb.length; k++) {
            double x = k % w - 240, y = k / w - 200;
            int c = 0xFFE8EEF6;
            if (((k % w) / 40 + (k / w) / 40) % 2 == 0) c = 0xFFD3DDEA;
            if (Math.hypot(x, y) < 170) c = 0xFFF6C66A;
            if (Math.hypot(x - 60, y + 50) < 22 || Math.hypot(x + 60, y + 50) < 22) c = 0xFF30261C;
            double m = Math.hypot(x, y - 10);
            if (y > 20 && m > 85 && m < 105) c = 0xFFB03A2E;
            argb[k] = c;
        }
        return new Texture(w, h, argb);
    }

    @Test
    void labels() throws Exception {
        var a = trained(annulus(500, 1), 15, 0, 800, 100);
        for (double t : new double[] {0, 0.5, 1}) save("annulus-" + t, a, look(a), t, 900, 620);
        var s = trained(spirals(700, 3, 2), 20, 0, 1500, 100);
        save("spirals-0", s, look(s).with(Overlay.TRAILS, false), 0, 900, 620);
        save("spirals-1", s, look(s), 1, 900, 620);
        save("spirals-dark", s, look(s).withTheme(Theme.DARK), 0.6, 900, 620);
        save("spirals-hall", s, look(s).withTheme(Theme.PROJECTOR), 0.6, 1280, 720);
    }

    @Test
    void functions() throws Exception {
        for (var p : FunctionPreset.values()) {
            var s = trained(p, 12, 0, 700, 800);
            save("function-" + p.name() + "-0", s, look(s), 0, 900, 620);
            save("function-" + p.name() + "-1", s, look(s), 1, 900, 620);
            save("function-" + p.name() + "-height", s, look(s).withProjection(Projection.HEIGHT), 0.7, 900, 620);
            if (p.ordinal() == 1) break;
        }
    }

    @Test
    void texture() throws Exception {
        var s = trained(Preset.SWIRL, 15, 0, 900, 800);
        save("texture", s, look(s).withTexture(Optional.of(face())).with(Overlay.PARTICLES, false).with(Overlay.TRAILS, false), 1, 900, 620);
        save("texture-large", s, look(s).withTexture(Optional.of(face())), 0.6, 1280, 800);
    }

    @Test
    void space() throws Exception {
        var a = trained(annulus(500, 1), 15, 1, 800, 100);
        for (double t : new double[] {0, 0.5, 1}) save("space-" + t, a, look(a).withProjection(Projection.SPACE), t, 900, 620);
        save("space-dark", a, look(a).withProjection(Projection.SPACE).withTheme(Theme.DARK).withAngles(60, 10), 1, 900, 620);
        save("space-plane", a, look(a), 1, 900, 620);
        var l = trained(LinePreset.FLIP, 10, 1, 600, 200);
        save("space-line", l, look(l).withProjection(Projection.SPACE), 0.6, 900, 620);
        save("line-augmented", l, look(l), 0.6, 900, 620);
    }

    @Test
    void thumbnails() throws Exception {
        int k = 0;
        for (TargetMap t : new TargetMap[] {Preset.SWIRL, LinePreset.WAVE, LinePreset.SINE, LinePreset.FLIP, FunctionPreset.values()[0], annulus(400, 1), spirals(400, 3, 1)}) {
            new PngExporter(Picture.scaled(Illustrator.thumbnail(t, t.home(), 72, 0xFF445566), 2)).export(Path.of("/tmp/figure/thumb-" + k++ + ".png"), (a, b) -> true);
        }
    }

    static void drawing(String name, TargetMap t) throws IOException {
        var f = Illustrator.drawing(t, t.home(), Optional.empty(), Look.standard(t.home()), 700, 560);
        new PngExporter(Picture.scaled(f, 1)).export(Path.of("/tmp/figure/drawing-" + name + ".png"), (a, b) -> true);
    }

    @Test
    void drawings() throws Exception {
        var marks = new Landmarks("marks", Points.of(new double[][] {{-0.5, 0.4, 0.1, -0.3}, {-0.4, -0.3, 0.6, 0.3}}), Points.of(new double[][] {{-0.7, 0.5, 0.4, -0.3}, {-0.1, -0.6, 0.5, 0.3}}));
        drawing("marks", marks);
        drawing("heart", ShapePair.DISC_TO_HEART.map());
        drawing("letters", ShapePair.L_TO_T.map());
        drawing("function", FunctionPreset.values()[2]);
        drawing("labels", spirals(500, 5, 3));
        var h = trained(ShapePair.DISC_TO_HEART.map(), 12, 0, 600, 500);
        save("heart", h, look(h), 0.7, 900, 620);
        var m = trained(marks, 12, 0, 600, 500);
        save("marks", m, look(m), 0.5, 900, 620);
        int k = 10;
        for (TargetMap t : new TargetMap[] {marks, ShapePair.DISC_TO_HEART.map(), ShapePair.L_TO_T.map()})
            new PngExporter(Picture.scaled(Illustrator.thumbnail(t, t.home(), 72, 0xFF445566), 2)).export(Path.of("/tmp/figure/thumb-" + k++ + ".png"), (a, b) -> true);
        var pl = Comparison.places(Kind.LINE, new Box(-1, 1));
        var sine = Points.of(new double[][] {Arrays.stream(pl.row(0)).map(x -> Math.sin(Math.PI * x)).toArray()});
        var poly = Points.of(new double[][] {Arrays.stream(pl.row(0)).map(x -> 2.7 * x - 3 * x * x * x).toArray()});
        new PngExporter(Picture.scaled(Illustrator.comparison(new Comparison(LinePreset.SINE, new Box(-1, 1), "Chebyshev", poly, "network", sine), Theme.LIGHT, 360, 220), 1)).export(Path.of("/tmp/figure/comparison.png"), (a, b) -> true);
    }
}
