package isotopy.view;

import isotopy.figure.Camera;
import isotopy.figure.Illustrator;
import isotopy.figure.Look;
import isotopy.figure.Overlay;
import isotopy.figure.Palette;
import isotopy.figure.Scene;
import isotopy.target.Kind;
import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The stage: the figure of the moment, and on it what can be switched, clicked and dragged. Mutable.
///
/// Drawing happens in [#pulse(long)] only, from the newest state, at most once per frame and only when something
/// changed.
public final class StageView extends Region {
    /// The height of the numbers along the lower edge.
    private static final double RULER = 22;

    /// The height that a bar over the stage takes while one draws.
    private static final double BARS = 110;

    private static final double MARGIN = 16;
    private static final double GAP = 8;
    /// Below this width and height (half as much again in large type) there is room for the shortest words and bars
    /// only.
    private static final double BRIEF = 560;

    private static final double LOW = 480;
    /// After this long without a change the picture is at rest. Units: nanoseconds.
    private static final long STILL = 150_000_000;

    /// What was painted last; scenes and looks are compared by identity, they are values that are replaced whole.
    private record Painted(
            Scene scene, double t, Look look, double width, double height, double enlarged, double scale) {
        boolean is(Painted other) {
            return scene == other.scene
                    && t == other.t
                    && look == other.look
                    && width == other.width
                    && height == other.height
                    && enlarged == other.enlarged
                    && scale == other.scale;
        }
    }

    private final WorkbenchModel model;
    private final StageSurface surface = new StageSurface();
    private final SceneBlend blend;
    private final Navigation navigation;
    private final PinLayer pins;
    private final TargetEditor editor;
    private final DrawingBar drawingBar;
    private final ObstructionBanner banner;
    private final OverlayBar overlays;
    private final Clock clock = new Clock();
    private final Label earlier = chip("earlier");
    private final Label hint = chip("hint");
    private final MissBar miss;
    /// Where the page looked before the target was drawn.
    private Optional<Camera> beforeDrawing = Optional.empty();
    private @Nullable Painted painted;
    /// What the stage says of itself, and the same where there is little room.
    private String caption = "";

    private String briefly = "";
    private boolean whole = true;
    private long paintedAt;
    /// How many different pictures were painted so far.
    private int pictures;

    public StageView(WorkbenchModel model) {
        this.model = model;
        setId("stage");
        getStyleClass().add("stage-view");
        StageTheme.dress(this, model);
        blend = new SceneBlend(model.sceneProperty().get());
        navigation = new Navigation(this, model);
        pins = new PinLayer(this, model, navigation);
        navigation.listen();
        miss = new MissBar(model);
        editor = new TargetEditor(model, navigation);
        drawingBar = new DrawingBar(model, editor);
        banner = new ObstructionBanner(model);
        overlays = new OverlayBar(model);
        keepEvents(overlays);
        keepEvents(drawingBar);
        earlier.getStyleClass().add("stage-earlier");
        model.rewind().chosenProperty().subscribe(this::tellEarlier);
        model.snapshotProperty().subscribe(this::tellEarlier);
        getChildren().addAll(surface, pins, editor, clock, earlier, overlays, hint, miss, banner, drawingBar);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        addEventHandler(MouseEvent.MOUSE_PRESSED, press -> requestFocus());
        model.drawingProperty().subscribe(this::followDrawing);
        model.lookProperty().subscribe(this::requestLayout);
        followDrawing();
    }

    /// Draws what changed since the last frame; called once per frame, after the model's own pulse.
    ///
    /// Units: `now` in nanoseconds of wall time.
    public void pulse(long now) {
        if (getWidth() < 1 || getHeight() < 1) {
            return;
        }
        if (model.sceneProperty().get() != blend.newest()) {
            blend.towards(model.sceneProperty().get(), now);
        }
        double scale = scale();
        if (model.drawingProperty().get()) {
            painted = null;
            editor.pulse(getWidth(), getHeight()).ifPresent(figure -> surface.paint(figure, 1, scale, false));
            return;
        }
        var scene = blend.at(now);
        double t = model.time();
        var look = model.lookProperty().get();
        double enlarged = enlarged(look);
        var wanted = new Painted(scene, t, look, getWidth(), getHeight(), enlarged, scale);
        if (painted != null && painted.is(wanted)) {
            if (whole || now - paintedAt < STILL) {
                return;
            }
        } else {
            pictures++;
        }
        boolean moving = now - paintedAt < STILL;
        paintedAt = now;
        painted = wanted;
        var figure = Illustrator.at(scene, t, look, getWidth() / enlarged, getHeight() / enlarged);
        whole = surface.paint(figure, enlarged, scale, moving);
        caption(scene, look);
    }

    /// How many different pictures were painted so far.
    int pictures() {
        return pictures;
    }

    /// Shows the whole square.
    public void fit() {
        navigation.fit();
    }

    /// Lets go of the pinned particle that is being explained, if there is one.
    boolean unpinInspected() {
        return pins.unpinInspected();
    }

    /// The editor of the target, alive while drawing.
    TargetEditor editor() {
        return editor;
    }

    private double scale() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : Math.max(1, getScene().getWindow().getRenderScaleX());
    }

    /// How much larger the figure is painted than it is drawn: while presenting, its smallest type is as large as
    /// that of the caption.
    private double enlarged(Look look) {
        if (!model.presentingProperty().get() || getScene() == null) {
            return 1;
        }
        double type = PresentationCaption.size(getScene().getHeight());
        return Math.max(1, type / Palette.of(look.theme()).text());
    }

    private void caption(Scene scene, Look look) {
        pins.follow(look);
        clock.setText(Illustrator.caption(scene, model.time()));
        miss.follow(scene, look, getWidth(), getHeight());
        say(
                StageCaptions.hint(scene, look, getWidth() < BRIEF * (StageTheme.large(model) ? 1.5 : 1)),
                StageCaptions.hint(scene, look, true));
    }

    private void say(String sentence, String brief) {
        hint.setVisible(!sentence.isEmpty());
        if (!caption.equals(sentence) || !briefly.equals(brief)) {
            caption = sentence;
            briefly = brief;
            requestLayout();
        }
    }

    /// Says that an earlier flow is looked at.
    private void tellEarlier() {
        var chosen = model.rewind().chosenProperty().get();
        boolean drawing = model.drawingProperty().get();
        earlier.setVisible(chosen.isPresent() && !drawing);
        chosen.ifPresent(moment -> earlier.setText(
                Sentences.earlier(moment.step(), model.snapshotProperty().get().step())));
    }

    private void followDrawing() {
        boolean drawing = model.drawingProperty().get();
        for (Node node : new Node[] {clock, overlays, hint, miss, pins}) {
            node.setVisible(!drawing);
        }
        tellEarlier();
        painted = null;
        if (drawing && getHeight() > 0) {
            beforeDrawing = Optional.of(model.lookProperty().get().camera());
            model.changeLook(look -> look.withCamera(roomForBars(look.camera())));
        } else {
            beforeDrawing.ifPresent(camera -> model.changeLook(look -> look.withCamera(camera)));
            beforeDrawing = Optional.empty();
        }
        requestLayout();
    }

    /// Far enough away that every node of the lattice can be grasped between the bar above and the sentence below.
    private Camera roomForBars(Camera camera) {
        var nodes = editor.map().nodeImages();
        double least = camera.span();
        double side = Math.min(getWidth(), getHeight());
        for (int k = 0; k < nodes.size(); k++) {
            least = Math.max(least, 2 * Math.abs(nodes.at(0, k) - camera.x1()) * side / (getWidth() - BARS));
            least = Math.max(
                    least, 2 * Math.abs(nodes.at(1, k) - camera.x2()) * side / Math.max(80, getHeight() - 2 * BARS));
        }
        return new Camera(camera.x1(), camera.x2(), least);
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double h = getHeight();
        surface.resizeRelocate(0, 0, w, h);
        pins.resizeRelocate(0, 0, w, h);
        editor.resizeRelocate(0, 0, w, h);
        place(clock, w, MARGIN, HPos.LEFT, VPos.TOP);
        place(earlier, w, MARGIN + clock.getHeight() + GAP, HPos.LEFT, VPos.TOP);
        double whole = overlays.wholeWidth();
        boolean fits = clock.getWidth() + whole + 2 * MARGIN + GAP <= w;
        boolean line = model.experimentProperty().get().target().kind() == Kind.LINE;
        overlays.fold(!fits && (line || whole > w - 2 * MARGIN || h < LOW));
        boolean beside = clock.getWidth() + overlays.prefWidth(-1) + 2 * MARGIN + GAP <= w;
        place(overlays, w, beside ? MARGIN : MARGIN + clock.getHeight() + GAP, HPos.RIGHT, VPos.TOP);
        // the numbers along the lower edge stay free
        double bottom = model.lookProperty().get().shows(Overlay.TICKS) ? MARGIN + RULER : MARGIN;
        place(miss, w, bottom, HPos.RIGHT, VPos.BOTTOM);
        double room = miss.isVisible() ? w - miss.getWidth() - 2 * MARGIN - GAP : w;
        var said = Clock.width(hint, caption) <= room ? caption : briefly;
        if (!said.equals(hint.getText())) {
            hint.setText(said);
        }
        boolean apart = Clock.width(hint, said) <= room;
        place(hint, w, apart ? bottom : bottom + miss.getHeight() + GAP, HPos.LEFT, VPos.BOTTOM);
        drawingBar.fit(w - 2 * MARGIN);
        place(drawingBar, w, MARGIN, HPos.CENTER, VPos.TOP);
        place(banner, w, MARGIN, HPos.CENTER, VPos.BOTTOM);
    }

    private void place(Region child, double w, double offset, HPos across, VPos down) {
        double width = Math.min(child.prefWidth(-1), w - 2 * MARGIN);
        double height = child.prefHeight(width);
        double x = across == HPos.LEFT ? MARGIN : across == HPos.RIGHT ? w - width - MARGIN : (w - width) / 2;
        double y = down == VPos.TOP ? offset : getHeight() - height - offset;
        child.resizeRelocate(snapPositionX(x), snapPositionY(y), snapSizeX(width), snapSizeY(height));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 640;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 480;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 200;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 160;
    }

    private static Label chip(String id) {
        var chip = new Label();
        chip.setId(id);
        chip.getStyleClass().addAll("stage-pill", "stage-chip");
        chip.setMouseTransparent(true);
        return chip;
    }

    /// A bar on the stage keeps its clicks to itself.
    private static void keepEvents(Node bar) {
        bar.addEventHandler(MouseEvent.ANY, Event::consume);
        bar.addEventHandler(ScrollEvent.ANY, Event::consume);
    }
}
