package isotopy.view;

import isotopy.figure.Illustrator;
import isotopy.figure.Look;
import isotopy.figure.Scene;
import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// The opening scene, moving, before the window around it is made: the stage at its place, and the places of the
/// panels, empty. It has no control and needs no style sheet, which a start would wait for. Mutable.
///
/// Its sizes and colours are those of the light theme's sheets, so that nothing moves when the window takes its place.
public final class Prelude extends Region {
    private static final double TOOLBAR = 48;
    private static final double EXPERIMENT = 280;
    private static final double INSIGHT = 312;
    private static final double TIMELINE = 100;
    private static final Color PANEL = Color.WHITE;
    private static final Color LINE = Color.web("#dde2e8");
    private static final Color PAGE = Color.web("#fdfdfe");

    /// A pause of the machine is no leap of the flow. Units: nanoseconds.
    private static final long LONGEST = 50_000_000;

    /// Units: nanoseconds.
    private static final long SPARING = 25_000_000;

    private final Scene scene;
    private final Look look;
    private final Playback playback = new Playback();
    private final StageSurface surface = new StageSurface();
    private final Region toolbar = panel(new Insets(0, 0, 1, 0));
    private final Region experiment = panel(new Insets(0, 1, 0, 0));
    private final Region insight = panel(new Insets(0, 0, 0, 1));
    private final Region timeline = panel(Insets.EMPTY);
    private long before;
    private double painted = -1;
    private long paintedAt;
    private long rest;
    private int pictures;

    public Prelude(Scene scene, Look look) {
        this.scene = scene;
        this.look = look;
        setBackground(Background.fill(PAGE));
        playback.playingProperty().set(true);
        getChildren().addAll(surface, toolbar, experiment, insight, timeline);
    }

    /// Draws the moment; called once per frame.
    ///
    /// Units: `now` in nanoseconds of wall time.
    public void pulse(long now) {
        playback.advance(before == 0 ? 0 : Math.min(now - before, LONGEST) * 1e-9);
        before = now;
        if (surface.getWidth() < 1 || surface.getHeight() < 1 || share() == painted || now - paintedAt < rest) {
            return;
        }
        painted = share();
        paintedAt = now;
        double t = painted * scene.particles().horizon();
        var figure = Illustrator.at(scene, t, look, surface.getWidth(), surface.getHeight());
        surface.paint(figure, 1, Math.max(1, getScene().getWindow().getRenderScaleX()), true);
        pictures++;
    }

    /// Leaves a machine with few cores to those who make the window: every other frame is drawn.
    public void makeRoom() {
        rest = Runtime.getRuntime().availableProcessors() > 2 ? 0 : SPARING;
    }

    /// t / T of the picture that is shown.
    public double share() {
        return playback.shareProperty().get();
    }

    /// How many different pictures were painted so far.
    public int pictures() {
        return pictures;
    }

    /// The stage's place, for tests.
    Region stage() {
        return surface;
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double h = getHeight();
        double right = w < WorkbenchView.INSIGHT_FROM ? 0 : INSIGHT;
        double middle = Math.max(0, h - TOOLBAR - TIMELINE);
        toolbar.resizeRelocate(0, 0, w, TOOLBAR);
        experiment.resizeRelocate(0, TOOLBAR, EXPERIMENT, middle);
        insight.resizeRelocate(w - right, TOOLBAR, right, middle);
        timeline.resizeRelocate(0, h - TIMELINE, w, TIMELINE);
        surface.resizeRelocate(EXPERIMENT, TOOLBAR, Math.max(0, w - EXPERIMENT - right), middle);
    }

    private static Region panel(Insets inside) {
        var panel = new Region();
        panel.setBackground(new Background(
                new BackgroundFill(LINE, CornerRadii.EMPTY, Insets.EMPTY),
                new BackgroundFill(PANEL, CornerRadii.EMPTY, inside)));
        return panel;
    }
}
