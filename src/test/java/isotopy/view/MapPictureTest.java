package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.figure.Theme;
import isotopy.target.InverseMap;
import isotopy.target.LabelPreset;
import isotopy.target.LinePreset;
import isotopy.target.Preset;
import isotopy.target.ShapePair;
import isotopy.target.TargetMap;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Path;
import org.junit.jupiter.api.Test;

class MapPictureTest {
    /// Tasks that wait until a test runs them.
    private static final class Later implements Tasks {
        private final Deque<Runnable> waiting = new ArrayDeque<>();

        @Override
        public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
            waiting.add(() -> Panels.AT_ONCE.run(work, done, failed));
        }
    }

    private final Later later = new Later();
    private final MapPicture picture = Fx.on(() -> new MapPicture(later));
    private final Scene scene = Fx.on(() -> Panels.scene(new StackPane(picture), Theme.LIGHT, 80, 80));

    @Test
    void whatATargetDoesIsNotComputedWhereTheWindowLives() {
        Fx.run(() -> {
            show(ShapePair.values()[0].map());
            assertThat(elements()).isZero();
            later.waiting.remove().run();
            Panels.layOut(scene);
            int shape = elements();
            assertThat(shape).isGreaterThan(100);

            show(new InverseMap(Preset.SWIRL));
            assertThat(elements()).as("the picture before stays").isEqualTo(shape);
            show(LinePreset.SINE);
            assertThat(later.waiting).as("one at a time").hasSize(1);
            later.waiting.remove().run();
            Panels.layOut(scene);
            later.waiting.remove().run();
            Panels.layOut(scene);
            assertThat(later.waiting).isEmpty();
            assertThat(elements()).as("the newest").isBetween(50, 150);

            show(LabelPreset.MOONS.draw(40, 1));
            later.waiting.remove().run();
            Panels.layOut(scene);
            assertThat(elements()).as("a short line for every point").isEqualTo(80);
        });
    }

    private void show(TargetMap target) {
        picture.show(target, target.home());
        Panels.layOut(scene);
    }

    private int elements() {
        return picture.getChildrenUnmodifiable().stream()
                .filter(Path.class::isInstance)
                .mapToInt(path -> ((Path) path).getElements().size())
                .sum();
    }
}
