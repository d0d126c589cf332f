package isotopy.app;

import isotopy.figure.Overlay;
import isotopy.figure.Projection;
import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.DrawnCurve;
import isotopy.target.FunctionPreset;
import isotopy.target.LabelPreset;
import isotopy.target.Landmarks;
import isotopy.target.LinePreset;
import isotopy.target.Preset;
import isotopy.view.Fx;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import javafx.scene.control.ToggleButton;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Takes a picture of each kind of problem: `mvn -Pscreenshots test`.
@Tag("screenshots")
final class KindScreenshotsTest extends PhotographedWindow {
    @Test
    void line() throws IOException {
        choose(LinePreset.SINE, network -> network.withDepth(10));
        train(1500);
        Fx.run(() -> model.playback().hold(0.7));
        take("line");
    }

    @Test
    void curveDrawing() throws IOException {
        int n = 120;
        var x = new double[n];
        var y = new double[n];
        for (int k = 0; k < n; k++) {
            x[k] = -1 + 2.0 * k / (n - 1);
            y[k] = 0.75 * Math.sin(2.6 * x[k]) + 0.3 * Math.cos(6.5 * x[k]) - 0.1;
        }
        choose(DrawnCurve.sketched(Box.UNIT, Points.of(x, y), false), UnaryOperator.identity());
        Fx.run(model::startDrawing);
        take("curve-drawing");
    }

    @Test
    void labels() throws IOException {
        choose(LabelPreset.THREE_SPIRALS.draw(600, 1), UnaryOperator.identity());
        train(1500);
        Fx.run(() -> model.playback().hold(1));
        take("labels");
    }

    @Test
    void space() throws IOException {
        choose(LabelPreset.ANNULUS.draw(600, 1), network -> network.withAugment(1));
        train(600);
        Fx.run(() -> {
            model.changeLook(look -> look.withProjection(Projection.SPACE));
            model.playback().hold(1);
        });
        take("space");
    }

    @Test
    void function() throws IOException {
        choose(FunctionPreset.PRODUCT, UnaryOperator.identity());
        train(1500);
        Fx.run(() -> {
            model.changeLook(look -> look.withProjection(Projection.HEIGHT).with(Overlay.TRAILS, false));
            model.playback().hold(1);
        });
        take("function");
    }

    @Test
    void sums() throws IOException {
        choose(LinePreset.CORNER, network -> network.withTerminal(false).withAugment(1));
        train(2000);
        Fx.run(() -> ((ToggleButton) scene.lookup("#insight-tab-sums")).fire());
        Fx.await(model, this::compared);
        take("sums");
    }

    private boolean compared() {
        workbench.beat(System.nanoTime());
        return scene.getRoot().lookupAll(".label").stream()
                .noneMatch(node -> node instanceof javafx.scene.control.Label label
                        && label.getText() != null
                        && label.getText().contains("being"));
    }

    @Test
    void landmarks() throws IOException {
        var x = Points.of(
                new double[] {-0.6, 0.1, 0.65, -0.2, 0.4, -0.75}, new double[] {0.5, 0.55, 0.1, -0.45, -0.6, -0.7});
        var y = Points.of(
                new double[] {-0.4, 0.3, 0.55, -0.35, 0.3, -0.8}, new double[] {0.6, 0.45, -0.1, -0.3, -0.7, -0.75});
        choose(new Landmarks("Landmarks", x, y), UnaryOperator.identity());
        Fx.run(model::startDrawing);
        take("landmarks");
    }

    @Test
    void picture() throws IOException {
        var file = folder.resolve("face.png");
        ImageIO.write(face(), "png", file.toFile());
        choose(Preset.SWIRL, UnaryOperator.identity());
        train(1000);
        Fx.run(() -> {
            workbench.documents().accept(List.of(file));
            model.playback().hold(0.75);
        });
        Fx.await(model, () -> model.lookProperty().get().texture().isPresent());
        Fx.run(model::dismissNotice);
        take("picture");
    }

    @Test
    void table() throws IOException {
        var file = folder.resolve("measured.csv");
        var random = new SplittableRandom(1);
        var text = new StringBuilder("position,width,x1,x2,label\n");
        for (int k = 0; k < 120; k++) {
            double angle = random.nextDouble(2 * Math.PI);
            double radius = k % 2 == 0 ? 0.4 : 0.9;
            text.append(k)
                    .append(',')
                    .append(k == 40 ? "wide" : "2")
                    .append(',')
                    .append(k == 17 ? "n/a" : String.format("%.4f", radius * Math.cos(angle)))
                    .append(',')
                    .append(k == 63 ? "" : String.format("%.4f", radius * Math.sin(angle)))
                    .append(',')
                    .append(k % 2 == 0 ? "inside" : "outside")
                    .append('\n');
        }
        Files.writeString(file, text);
        Fx.run(() -> workbench.documents().accept(List.of(file)));
        Fx.await(model, () -> scene.lookup("#import-start") != null);
        Fx.run(() -> ((javafx.scene.control.Button) scene.lookup("#import-start")).fire());
        take("import");
    }

    /// A face of circles and arcs.
    private static BufferedImage face() {
        var image = new BufferedImage(480, 480, BufferedImage.TYPE_INT_ARGB);
        var g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(0xE8EEF7));
        g.fillRect(0, 0, 480, 480);
        g.setColor(new Color(0xF2B880));
        g.fillOval(70, 50, 340, 390);
        g.setColor(new Color(0x5B3A29));
        g.fillArc(60, 30, 360, 240, 0, 180);
        for (int x : new int[] {165, 285}) {
            g.setColor(Color.WHITE);
            g.fillOval(x - 15, 200, 60, 44);
            g.setColor(new Color(0x2C5AA0));
            g.fillOval(x + 3, 208, 26, 30);
        }
        g.setColor(new Color(0x8A4B2A));
        g.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.drawArc(215, 235, 50, 70, 200, 140);
        g.setColor(new Color(0xB5382F));
        g.setStroke(new BasicStroke(10, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.drawArc(160, 270, 160, 100, 205, 130);
        g.dispose();
        return image;
    }
}
