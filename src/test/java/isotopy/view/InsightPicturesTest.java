package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.figure.Look;
import isotopy.figure.Theme;
import isotopy.flow.Folds;
import isotopy.math.Points;
import isotopy.snapshot.Activity;
import isotopy.snapshot.FlowSnapshot;
import isotopy.snapshot.LossHistory;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import java.util.List;
import java.util.Random;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of the right panel, to be looked at in target/pictures.
class InsightPicturesTest {
    static FlowSnapshot rich(Preset preset, boolean folding) {
        var start = Fx.trained(Experiment.standard(preset), 60);
        int n = 300;
        var steps = new long[n];
        var train = new double[n];
        var test = new double[n];
        var random = new Random(1);
        for (int k = 0; k < n; k++) {
            steps[k] = k * 8L;
            train[k] = 0.5 / (1 + Math.pow(k / 8.0, 2.2)) * (1 + 0.1 * random.nextGaussian()) + 1e-4;
            test[k] = 1.5 * train[k] + 5e-5;
        }
        var folds = folding
                ? new Folds(List.of(
                        new Folds.Fold(2, -0.31, Points.of(new double[] {0}, new double[] {0})),
                        new Folds.Fold(6, -0.02, Points.of(new double[] {0}, new double[] {0}))))
                : Folds.NONE;
        return new FlowSnapshot(
                start.experiment(),
                start.control(),
                2410,
                start.train(),
                start.test(),
                LossHistory.of(steps, train, test),
                folds,
                List.of(700L),
                new Activity.Training(),
                5912);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void thePanelInEveryTheme(Theme theme) {
        var snapshot = rich(Preset.SWIRL, false);
        var model = Fx.model(snapshot);
        try {
            var image = Fx.on(() -> {
                model.changeLook(look -> look.withTheme(theme));
                model.playback().hold(0.62);
                var root = new BorderPane();
                root.setRight(new InsightPanel(model));
                return root;
            });
            Fx.save(Fx.picture(image, 420, 770, Themes.stylesheets(theme)), "insight-" + theme.id());
        } finally {
            Fx.run(model::close);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void thePanelCompactWithTabs(Theme theme) {
        var model = Fx.model(rich(Preset.MIRROR, true));
        try {
            Fx.await(model, () -> model.obstructionProperty().get().isPresent());
            var root = new BorderPane();
            var panel = Fx.on(() -> {
                model.changeLook(look -> look.withTheme(theme).withPins(List.of(new Look.Pin(0.5, 0.3))));
                model.playback().hold(0.62);
                var made = new InsightPanel(model);
                made.setCompact(true);
                root.setRight(made);
                return made;
            });
            Fx.save(Fx.picture(root, 420, 548, Themes.stylesheets(theme)), "insight-compact-" + theme.id());
            Fx.run(() -> {
                panel.setCompact(false);
                model.inspect(new Inspected.OneLayer(2));
            });
            Fx.save(Fx.picture(root, 420, 548, Themes.stylesheets(theme)), "insight-low-full-" + theme.id());
            Fx.await(model, () -> model.sceneProperty().get().pins().isPresent());
            Fx.run(() -> {
                panel.setCompact(true);
                model.inspect(new Inspected.Particle(0));
            });
            Fx.save(Fx.picture(root, 420, 548, Themes.stylesheets(theme)), "insight-clicked-" + theme.id());
            assertThat(Fx.on(() -> panel.facts().value("start"))).isEqualTo("(0.500, 0.300)");
        } finally {
            Fx.run(model::close);
        }
    }
}
