package isotopy.app;

import isotopy.control.ControlFamily;
import isotopy.figure.Overlay;
import isotopy.figure.Theme;
import isotopy.service.Pace;
import isotopy.target.DrawnMap;
import isotopy.target.Preset;
import isotopy.view.Fx;
import isotopy.view.Themes;
import java.io.IOException;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Takes the pictures of the README from the real window: `mvn -Pscreenshots test`.
@Tag("screenshots")
final class ScreenshotsTest extends PhotographedWindow {
    @Test
    void opening() throws IOException {
        Fx.run(() -> model.playback().hold(0.8));
        take("opening");
    }

    @Test
    void drawn() throws IOException {
        Fx.run(() -> {
            var box = model.experimentProperty().get().sampling().domain();
            var map = DrawnMap.from(Preset.IDENTITY, box, Fx.drawnNodes())
                    .push(-0.45, -0.1, 0.35, 0.3, 0.6)
                    .push(0.5, 0.35, -0.3, -0.35, 0.55)
                    .drag(8, -0.12, -0.2)
                    .drag(40, 0.2, 0.12);
            model.edit("Draw", now -> now.withTarget(map));
            model.startDrawing();
        });
        take("drawn");
    }

    @Test
    void folding() throws IOException {
        Fx.run(() -> {
            model.edit(
                    "Fold",
                    now -> now.withTarget(
                            DrawnMap.from(Preset.IDENTITY, now.sampling().domain(), Fx.drawnNodes())
                                    .drag(24, 0.62, 0.3)));
            model.startDrawing();
        });
        take("folds");
    }

    @Test
    void training() throws IOException {
        Fx.run(() -> {
            model.edit(
                    "Vortices",
                    now -> now.withTarget(Preset.VORTICES)
                            .withNetwork(now.network().withFamily(ControlFamily.named("relu"))));
            model.setPace(new Pace.Max());
            model.train();
        });
        Fx.await(
                model,
                () -> model.training()
                        && model.snapshotProperty().get().step() > 300
                        && model.snapshotProperty().get().step() < 3000);
        take("training");
    }

    @Test
    void stack() throws IOException {
        Fx.run(() -> {
            model.changeLook(look -> look.withStack(true).withTheme(Theme.DARK).with(Overlay.TARGET, false));
            Themes.apply(scene, Theme.DARK);
            model.playback().hold(0.6);
        });
        take("stack");
    }

    @Test
    void mirror() throws IOException {
        Fx.run(() -> {
            model.edit("Mirror", now -> now.withTarget(Preset.MIRROR));
            model.setPace(new Pace.Max());
            model.restart();
        });
        Fx.await(
                model,
                () -> model.training()
                        && model.snapshotProperty().get().step() > 900
                        && model.snapshotProperty().get().experiment().target() == Preset.MIRROR
                        && !model.snapshotProperty().get().folds().layers().isEmpty());
        Fx.run(model::pause);
        Fx.await(model, () -> !model.training());
        Fx.run(() -> {
            var shown = model.snapshotProperty().get();
            model.playback()
                    .hold((shown.folds().indices().getLast() + 0.5)
                            / shown.control().depth());
        });
        take("mirror");
    }

    @Test
    void overlays() throws IOException {
        Fx.run(() -> {
            model.changeLook(look -> look.with(Overlay.DENSITY, true)
                    .with(Overlay.COSTATE, true)
                    .with(Overlay.TRAILS, false)
                    .with(Overlay.TARGET, false));
            model.playback().hold(0.7);
        });
        take("overlays");
    }

    @Test
    void earlier() throws IOException {
        Fx.run(() -> {
            ((ToggleButton) scene.lookup("#insight-tab-steps")).fire();
            model.setPace(new Pace.Max());
            model.restart();
        });
        Fx.await(
                model,
                () -> model.training()
                        && model.snapshotProperty().get().step() > 1200
                        && model.snapshotProperty().get().step() < 2000
                        && model.snapshotProperty().get().checkpoints().size() > 30);
        Fx.run(() -> {
            model.pause();
            var moments = model.snapshotProperty().get().checkpoints();
            model.rewind().show(moments.get(moments.at(120)));
            model.playback().hold(1);
        });
        take("earlier");
    }
}
