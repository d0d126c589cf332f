package isotopy.view;

import isotopy.figure.Figure;
import isotopy.figure.Illustrator;
import isotopy.figure.LineLayout;
import isotopy.figure.Look;
import isotopy.figure.Mark;
import isotopy.figure.Palette;
import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.service.Background;
import isotopy.target.DrawnCurve;
import isotopy.target.DrawnMap;
import isotopy.target.Landmarks;
import isotopy.target.Obstruction;
import isotopy.target.TargetMap;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Computes the pictures of the target being drawn, on a thread of its own, always of the newest stroke; a target that
/// takes long to build is built there too. Mutable.
final class Sketcher implements AutoCloseable {
    /// What is to be drawn: a target that is there, or a draft of one. Compared by identity: parts are values
    /// that are replaced whole.
    record Question(
            TargetMap shown,
            boolean empty,
            Optional<Easel.Draft> draft,
            Box domain,
            Optional<Obstruction> obstruction,
            Look look,
            Optional<LineLayout> layout,
            double width,
            double height) {
        boolean is(Question other) {
            return shown == other.shown
                    && empty == other.empty
                    && draft.orElse(null) == other.draft.orElse(null)
                    && domain.equals(other.domain)
                    && obstruction.orElse(null) == other.obstruction.orElse(null)
                    && look == other.look
                    && layout.equals(other.layout)
                    && width == other.width
                    && height == other.height;
        }
    }

    /// The answer to a question.
    sealed interface Answer {}

    /// A picture of a target, and where its nodes are in the world.
    record Sketch(Question question, TargetMap target, Figure figure, Points nodes) implements Answer {}

    /// Why a draft is no target.
    record Refusal(Easel.Draft draft, String sentence) implements Answer {}

    private @Nullable Background<Question, Answer> background;
    private @Nullable Question asked;

    /// Asks for a picture unless it was asked for last.
    void ask(Question question) {
        if (asked != null && asked.is(question)) {
            return;
        }
        asked = question;
        if (background == null) {
            background = new Background<>("isotopy-sketcher", Sketcher::answer);
        }
        background.ask(question);
    }

    /// The newest answer, if there is one that was not taken yet.
    Optional<Answer> take() {
        return background == null ? Optional.empty() : background.take();
    }

    private static Answer answer(Question question) {
        if (question.draft().isEmpty()) {
            return sketch(question, question.shown());
        }
        var draft = question.draft().get();
        try {
            return sketch(question, draft.build().get());
        } catch (IllegalArgumentException e) {
            return new Refusal(draft, Objects.requireNonNullElse(e.getMessage(), "This cannot be drawn."));
        }
    }

    /// The square with nothing in it.
    private static Sketch blank(Question question) {
        var palette = Palette.of(question.look().theme());
        var camera = question.look().camera();
        var domain = question.domain();
        double[][] corners = {
            {domain.low(), domain.low()},
            {domain.high(), domain.low()},
            {domain.high(), domain.high()},
            {domain.low(), domain.high()},
            {domain.low(), domain.low()}
        };
        var x = new float[corners.length];
        var y = new float[corners.length];
        for (int k = 0; k < corners.length; k++) {
            x[k] = (float) camera.pageX(corners[k][0], question.width(), question.height());
            y[k] = (float) camera.pageY(corners[k][1], question.width(), question.height());
        }
        var frame = new Mark.Curves(List.of(new Mark.Curve(x, y, palette.axis())), 1.5f * palette.line(), false, 0);
        var figure = new Figure(question.width(), question.height(), palette.background(), List.of(frame));
        return new Sketch(question, question.shown(), figure, Points.of(new double[2][0]));
    }

    private static Sketch sketch(Question question, TargetMap target) {
        if (question.empty()) {
            return blank(question);
        }
        return new Sketch(question, target, figure(question, target), nodes(target));
    }

    private static Figure figure(Question question, TargetMap target) {
        if (question.layout().isPresent()) {
            return Illustrator.drawing(
                    target, question.layout().get(), question.look(), question.width(), question.height());
        }
        return Illustrator.drawing(
                target,
                question.domain(),
                question.obstruction(),
                question.look(),
                question.width(),
                question.height());
    }

    /// Where the mouse can grasp a drawn target: the nodes of its lattice or its curve, or the starts of its
    /// landmarks and then their goals. Shapes: 2 × n, n = 0 where there is nothing to grasp.
    static Points nodes(TargetMap target) {
        return switch (target) {
            case DrawnMap map -> map.nodeImages();
            case DrawnCurve curve ->
                Points.of(
                        curve.nodes().stream().mapToDouble(DrawnCurve.Node::x).toArray(),
                        curve.nodes().stream().mapToDouble(DrawnCurve.Node::y).toArray());
            case Landmarks marks ->
                Points.of(
                        both(marks.x().row(0), marks.y().row(0)),
                        both(marks.x().row(1), marks.y().row(1)));
            default -> Points.of(new double[2][0]);
        };
    }

    private static double[] both(double[] first, double[] second) {
        var all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    /// Ends the thread; the next question starts another one.
    @Override
    public void close() {
        if (background != null) {
            background.close();
            background = null;
        }
        asked = null;
    }
}
