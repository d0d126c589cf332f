package isotopy.view;

import isotopy.figure.Figure;
import isotopy.figure.Illustrator;
import isotopy.figure.Look;
import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.service.Background;
import isotopy.target.DrawnMap;
import isotopy.target.Obstruction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Computes the pictures of the target being drawn, on a thread of its own, always of the newest stroke. Mutable.
final class Sketcher implements AutoCloseable {
    /// What is to be drawn; parts are compared by identity, they are values that are replaced whole.
    record Question(
            DrawnMap map, Box domain, Optional<Obstruction> obstruction, Look look, double width, double height) {
        boolean is(Question other) {
            return map == other.map
                    && domain.equals(other.domain)
                    && obstruction == other.obstruction
                    && look == other.look
                    && width == other.width
                    && height == other.height;
        }
    }

    /// A picture, and where the lattice's nodes are in the world.
    record Sketch(Question question, Figure figure, Points nodes) {}

    private @Nullable Background<Question, Sketch> background;
    private @Nullable Question asked;

    /// Asks for a picture unless it was asked for last.
    void ask(Question question) {
        if (asked != null && asked.is(question)) {
            return;
        }
        asked = question;
        if (background == null) {
            background = new Background<>("isotopy-sketcher", Sketcher::sketch);
        }
        background.ask(question);
    }

    /// The newest picture, if there is one that was not taken yet.
    Optional<Sketch> take() {
        return background == null ? Optional.empty() : background.take();
    }

    /// Forgets what was asked, so that the next question is answered in any case.
    void forget() {
        asked = null;
    }

    private static Sketch sketch(Question question) {
        var figure = Illustrator.drawing(
                question.map(),
                question.domain(),
                question.obstruction(),
                question.look(),
                question.width(),
                question.height());
        return new Sketch(question, figure, question.map().nodeImages());
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
