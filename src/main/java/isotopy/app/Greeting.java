package isotopy.app;

import isotopy.view.Prelude;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Dimension2D;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The first second: shows the opening scene at once, moving, and has the window around it made on another thread,
/// which then takes the stage. Lives on the JavaFX thread.
final class Greeting {
    /// Pictures that come before anything else is done.
    private static final int FIRST_PICTURES = 3;

    private final Stage stage;
    private final Prelude prelude;
    private final FirstFrame firstFrame;
    private final AnimationTimer frames;
    private boolean shown;
    private Optional<Runnable> next = Optional.empty();

    Greeting(Stage stage, Opening opening, FirstFrame firstFrame) {
        this.stage = stage;
        this.firstFrame = firstFrame;
        prelude = new Prelude(opening.scene(), opening.project().look());
        frames = new AnimationTimer() {
            @Override
            public void handle(long now) {
                beat(now);
            }
        };
    }

    /// Shows the scene; `then` is called once the flow moves.
    void begin(Runnable then) {
        next = Optional.of(then);
        var size = Workbench.size();
        stage.setScene(new Scene(prelude, size.getWidth(), size.getHeight()));
        prelude.layout();
        // the window comes with its picture
        prelude.pulse(System.nanoTime());
        stage.show();
        frames.start();
    }

    private void beat(long now) {
        // before the pulse: what is counted here was handed to the screen with the frame before
        firstFrame.reached(prelude.pictures());
        if (shown) {
            prelude.pulse(now);
        }
        shown = true;
        if (prelude.pictures() > FIRST_PICTURES) {
            var due = next;
            next = Optional.empty();
            due.ifPresent(Runnable::run);
        }
    }

    /// Makes the window on another thread and lets it take the stage, unless that was closed meanwhile.
    void follow(Function<Dimension2D, Workbench> maker, Consumer<Workbench> taken, Consumer<Throwable> failed) {
        prelude.makeRoom();
        var size = new Dimension2D(prelude.getWidth(), prelude.getHeight());
        Thread.ofPlatform().daemon().name("isotopy-window").start(() -> {
            try {
                var made = maker.apply(size);
                made.layOut();
                Platform.runLater(() -> take(made, taken));
            } catch (RuntimeException | Error e) {
                Platform.runLater(() -> failed.accept(e));
            }
        });
    }

    private void take(Workbench made, Consumer<Workbench> taken) {
        frames.stop();
        if (stage.isShowing()) {
            made.enter(prelude.share());
            taken.accept(made);
        } else {
            made.close();
        }
    }
}
