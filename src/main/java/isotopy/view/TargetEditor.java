package isotopy.view;

import isotopy.figure.Figure;
import isotopy.figure.LineLayout;
import isotopy.figure.Palette;
import isotopy.target.Correspondence;
import isotopy.target.DrawnMap;
import isotopy.target.Kind;
import isotopy.target.Obstruction;
import isotopy.target.Symmetry;
import isotopy.target.TargetMap;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;

/// Draws the target on the stage with the tools that go with its kind. Alive in drawing mode only. Mutable.
///
/// Every gesture, from press to release, is one undo. What an edit does to the figure is computed in the background.
final class TargetEditor extends Pane {
    /// Nodes a side of the lattice that is dragged.
    static final int NODES = 7;

    /// What is kept free below the bar. Units: pixels.
    private static final double GAP = 8;

    private final WorkbenchModel model;
    private final Navigation navigation;
    private final DrawingPage page;
    private final DrawingTool tool = new DrawingTool();
    private final NodeHandles handles;
    private final Easel easel;
    private final DrawnUpon drawn;
    private final ToolBox tools;
    private final BrushRing ring;
    private final OutlinePane outlines;
    private final DrawingHint hint = new DrawingHint();
    private final Sketcher sketcher = new Sketcher();
    private Optional<Notice> warning = Optional.empty();
    private boolean pressed;
    /// Where the bar above ends. Units: pixels.
    private double barEnds;

    TargetEditor(WorkbenchModel model, Navigation navigation) {
        this.model = model;
        this.navigation = navigation;
        setId("target-editor");
        page = new DrawingPage(navigation);
        handles = new NodeHandles(page);
        easel = new Easel(model, tool, handles);
        drawn = new DrawnUpon(easel);
        tools = new ToolBox(easel, drawn);
        ring = new BrushRing(easel, page);
        outlines = new OutlinePane(page);
        getChildren().addAll(outlines, handles, ring, hint);
        listen();
        tool.wayProperty().addListener((property, before, now) -> change(before));
        model.drawingProperty().subscribe(this::followDrawing);
        model.experimentProperty().addListener((property, before, now) -> {
            if (before.target() != now.target()) {
                unwarn();
            }
            if (model.drawingProperty().get()) {
                tool.follow(now.target(), false);
            }
        });
        setVisible(model.drawingProperty().get());
    }

    private void listen() {
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(MouseEvent.MOUSE_MOVED, moved -> hover(moved.getX(), moved.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, left -> ring.setVisible(false));
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
    }

    DrawingTool tool() {
        return tool;
    }

    /// Takes where the bar above the stage ends, so that nothing is said behind it. Units: pixels.
    void keepBelow(double bottom) {
        barEnds = bottom;
    }

    /// The tool in the hand.
    StageTool hand() {
        return tools.hand();
    }

    /// All tools.
    ToolBox tools() {
        return tools;
    }

    /// Where the graph lies while a map of the line is drawn.
    Optional<LineLayout> graph() {
        return page.layout();
    }

    /// The map that is drawn, as it would be stored: a preset with no stroke yet is still the preset.
    DrawnMap map() {
        return drawn.map();
    }

    /// Takes a new picture from the background, if there is one; asks for the next when something changed.
    Optional<Figure> pulse(double width, double height) {
        var hand = hand();
        var shown = hand.shown();
        follow(shown, width, height);
        sketcher.ask(new Sketcher.Question(
                shown,
                hand.empty(),
                easel.draft(),
                easel.domain(),
                obstruction(hand),
                model.lookProperty().get(),
                page.layout(),
                width,
                height));
        var figure = switch (sketcher.take().orElse(null)) {
            case Sketcher.Sketch sketch -> {
                show(sketch);
                yield Optional.of(sketch.figure());
            }
            case Sketcher.Refusal refusal -> {
                easel.refuse(refusal.draft(), refusal.sentence());
                yield Optional.<Figure>empty();
            }
            case null -> Optional.<Figure>empty();
        };
        handles.place();
        ring.size();
        outlines.follow(hand);
        hint.follow(hand, width, barEnds + GAP);
        return figure;
    }

    private void follow(TargetMap shown, double width, double height) {
        double text = Palette.of(model.lookProperty().get().theme()).text();
        page.follow(shown, easel.domain(), width, height, text, barEnds);
    }

    private Optional<Obstruction> obstruction(StageTool hand) {
        return hand.replaces() ? Optional.empty() : model.obstructionProperty().get();
    }

    private void show(Sketcher.Sketch sketch) {
        sketch.question().draft().ifPresent(draft -> easel.settle(draft, sketch.target()));
        boolean newest = sketch.target() == hand().shown();
        if (newest && (!pressed || sketch.question().draft().isEmpty())) {
            handles.follow(sketch.nodes());
        }
    }

    void symmetrise(Symmetry symmetry) {
        easel.edit("Symmetrise", map().symmetrised(symmetry));
    }

    /// Takes away what was drawn with the tool in the hand.
    void reset() {
        hand().reset();
    }

    /// Keeps the curve increasing from now on, or not; one that falls is brought to rise.
    void setIncreasing(boolean increasing) {
        tool.increasingProperty().set(increasing);
        var curve = drawn.curve();
        if (curve.increasing() != increasing) {
            easel.edit(increasing ? "Make the curve increase" : "Let the curve fall", curve.withIncreasing(increasing));
        }
    }

    /// Takes away the node under the mouse; false where there is none.
    boolean remove() {
        return hand().remove();
    }

    /// The finger's radius in world units.
    double radius() {
        return easel.radius();
    }

    private void press(MouseEvent press) {
        boolean secondary = press.getButton() == MouseButton.SECONDARY;
        if (pressed || press.getButton() == MouseButton.MIDDLE || press.isShiftDown()) {
            return;
        }
        var hand = hand();
        follow(hand.shown(), getWidth(), getHeight());
        easel.begin();
        if (hand.press(page.touch(press.getX(), press.getY(), secondary))) {
            pressed = true;
            page.hold();
            setCursor(hand.round() ? Cursor.NONE : getCursor());
            press.consume();
        } else {
            easel.decline();
        }
    }

    private void drag(MouseEvent drag) {
        if (!pressed) {
            return;
        }
        if (hand().round()) {
            ring.show(drag.getX(), drag.getY());
        }
        hand().drag(page.touch(drag.getX(), drag.getY(), false));
        drag.consume();
    }

    private void release(MouseEvent release) {
        if (!pressed) {
            return;
        }
        hand().release(page.touch(release.getX(), release.getY(), false));
        letGo();
        hover(release.getX(), release.getY());
        release.consume();
    }

    private void letGo() {
        pressed = false;
        page.letGo();
        handles.release();
        easel.end();
    }

    /// A double click is the tool's; beside all nodes it shows the whole square.
    private void click(MouseEvent click) {
        if (click.getButton() != MouseButton.PRIMARY || click.getClickCount() != 2 || !click.isStillSincePress()) {
            return;
        }
        if (!hand().doubleClick(page.touch(click.getX(), click.getY(), false))
                && (hand().round() || handles.at(click.getX(), click.getY()).isEmpty())) {
            navigation.fit();
        }
        click.consume();
    }

    private void hover(double x, double y) {
        if (hand().round()) {
            ring.show(x, y);
            setCursor(Cursor.NONE);
        } else {
            boolean over = handles.isVisible() && handles.hover(x, y);
            setCursor(over ? Cursor.HAND : hand().draws() ? Cursor.CROSSHAIR : Cursor.DEFAULT);
        }
    }

    /// The wheel makes the finger wider; with the control key, or without a finger, it zooms.
    private void scroll(ScrollEvent scroll) {
        if (hand().round() && !scroll.isControlDown() && !scroll.isShortcutDown() && scroll.getTouchCount() == 0) {
            tool.widen(Math.exp(scroll.getDeltaY() / 400));
            scroll.consume();
        }
    }

    private void change(DrawingTool.Way before) {
        if (pressed) {
            letGo();
        }
        tools.tool(before).abandon();
        ring.setVisible(false);
        if (model.drawingProperty().get()) {
            takeUp();
        }
    }

    /// Shows what the tool in the hand works on.
    private void takeUp() {
        handles.clear();
        handles.setVisible(hand().graspable());
        handles.showAll(hand() instanceof PointsTool);
        if (hand().graspable()) {
            var shown = hand().shown();
            follow(shown, getWidth(), getHeight());
            handles.follow(Sketcher.nodes(shown));
        }
        warn();
    }

    private void followDrawing() {
        boolean drawing = model.drawingProperty().get();
        setVisible(drawing);
        if (pressed) {
            letGo();
        }
        easel.abandon();
        hand().abandon();
        if (!drawing) {
            unwarn();
            sketcher.close();
            return;
        }
        var before = tool.wayProperty().get();
        tool.follow(easel.target(), true);
        if (tool.wayProperty().get() == before) {
            takeUp();
        }
    }

    /// Says that the first stroke takes the present target away, where that is so.
    private void warn() {
        if (hand().replaces()) {
            boolean line = DrawingTool.drawnKind(easel.target()) == Kind.LINE;
            var begins = line ? "a new curve from the diagonal" : "a new map";
            var old = easel.target() instanceof Correspondence
                    ? "the given pairs"
                    : "“" + easel.target().title() + "”";
            var told = Notice.of(
                    Notice.Kind.INFORMATION, "Your first stroke begins " + begins + "; Undo brings " + old + " back.");
            warning = Optional.of(told);
            model.tell(told);
        }
    }

    /// Takes the warning back: the stroke is drawn, or none will be.
    private void unwarn() {
        if (warning.isPresent() && model.noticeProperty().get().equals(warning)) {
            model.dismissNotice();
        }
        warning = Optional.empty();
    }
}
