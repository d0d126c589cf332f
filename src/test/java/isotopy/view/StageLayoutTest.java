package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.figure.Look;
import isotopy.figure.Theme;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The bars on the stage keep apart and inside, and their text is large enough, in every theme and size.
class StageLayoutTest {
    private static FlowSnapshot flow;

    @BeforeAll
    static void train() {
        flow = Fx.trained(Experiment.standard(Preset.SWIRL), 10);
    }

    @ParameterizedTest(name = "{0} × {1}, {2}, drawing {3}")
    @CsvSource({
        "980, 700, LIGHT, false",
        "690, 560, DARK, false",
        "660, 360, PROJECTOR, false",
        "960, 560, PROJECTOR, false",
        "420, 300, LIGHT, false",
        "690, 560, LIGHT, true",
        "640, 360, PROJECTOR, true"
    })
    void barsKeepApartAndAreReadable(double width, double height, Theme theme, boolean drawing) {
        var model = Fx.on(() -> Fx.model(
                flow,
                Look.standard(flow.experiment().sampling().domain())
                        .withParticles(200)
                        .withTheme(theme),
                false));
        var stage = Fx.on(() -> {
            var made = new StageView(model);
            Themes.apply(new Scene(made, width, height), theme);
            if (drawing) {
                model.startDrawing();
                made.editor().tool().wayProperty().set(DrawingTool.Way.PUSH);
            }
            made.resize(width, height);
            for (int k = 0; k < 3; k++) {
                made.applyCss();
                made.layout();
                model.pulse(System.nanoTime());
                made.pulse(System.nanoTime());
            }
            made.layout();
            return made;
        });
        var bars = Fx.on(() -> Stream.of("clock", "overlays", "hint", "miss-bar", "drawing-bar", "obstruction")
                .map(id -> stage.lookup("#" + id))
                .filter(node -> node.isVisible())
                .toList());
        assertThat(bars).hasSize(drawing ? 1 : 4);
        for (int k = 0; k < bars.size(); k++) {
            var bounds = bars.get(k).getBoundsInParent();
            assertThat(bounds.getMinX()).as(bars.get(k).getId()).isNotNegative();
            assertThat(bounds.getMaxX()).as(bars.get(k).getId()).isLessThanOrEqualTo(width);
            for (int other = 0; other < k; other++) {
                assertThat(bounds.intersects(shrunk(bars.get(other).getBoundsInParent())))
                        .as(bars.get(k).getId() + " on " + bars.get(other).getId())
                        .isFalse();
            }
        }
        var texts = Fx.on(() -> bars.stream().flatMap(StageLayoutTest::texts).toList());
        assertThat(texts).isNotEmpty();
        for (var text : texts) {
            assertThat(text.getFont().getSize())
                    .as(text.getText())
                    .isGreaterThanOrEqualTo(theme == Theme.PROJECTOR ? 18 : 12);
            assertThat(text.getWidth()).as(text.getText()).isGreaterThanOrEqualTo(Fx.on(() -> text.prefWidth(-1)) - 1);
        }
        Fx.run(model::close);
    }

    private static Bounds shrunk(Bounds bounds) {
        return new BoundingBox(
                bounds.getMinX() + 1, bounds.getMinY() + 1, bounds.getWidth() - 2, bounds.getHeight() - 2);
    }

    private static Stream<Labeled> texts(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        if (node instanceof Labeled labeled) {
            return labeled.getText() == null || labeled.getText().isEmpty() ? Stream.empty() : Stream.of(labeled);
        }
        return node instanceof Parent parent
                ? List.copyOf(parent.getChildrenUnmodifiable()).stream().flatMap(StageLayoutTest::texts)
                : Stream.empty();
    }
}
