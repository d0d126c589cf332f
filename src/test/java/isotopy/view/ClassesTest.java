package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.figure.Illustrator;
import isotopy.figure.Look;
import isotopy.figure.Mark;
import isotopy.figure.Overlay;
import isotopy.figure.Scene;
import isotopy.figure.Theme;
import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Labels;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import isotopy.train.Loss;
import isotopy.train.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Points with classes, and states with extra coordinates, as the window shows them.
class ClassesTest {
    private static final Labels RINGS = rings();

    /// A disc in a ring.
    private static Labels rings() {
        int n = 120;
        var x1 = new double[n];
        var x2 = new double[n];
        var classes = new ArrayList<Integer>();
        for (int k = 0; k < n; k++) {
            double radius = k % 2 == 0 ? 0.3 * (k + 1) / n : 0.6 + 0.3 * k / n;
            x1[k] = radius * Math.cos(2.4 * k);
            x2[k] = radius * Math.sin(2.4 * k);
            classes.add(k % 2);
        }
        return new Labels("rings.csv", Points.of(x1, x2), classes, List.of("inside", "outside"));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void pointsHaveTheColourAndTheShapeOfTheirClass(Theme theme) {
        var snapshot = Fx.trained(Experiment.standard(RINGS), 3);
        var look = Look.standard(Box.UNIT).withTheme(theme).with(Overlay.COSTATE, true);
        var figure = Illustrator.at(Scene.of(snapshot, look), 0.5, look, 500, 500);
        var signs = figure.marks().stream()
                .filter(Mark.Signs.class::isInstance)
                .map(Mark.Signs.class::cast)
                .toList();
        assertThat(signs.stream().mapToInt(mark -> mark.x().length).sum())
                .isEqualTo(120 + 2); // all points, and both classes in the legend
        var colours = new HashMap<Mark.Sign, Set<Integer>>();
        for (var mark : signs) {
            for (int k = 0; k < mark.x().length; k++) {
                colours.computeIfAbsent(mark.shapes()[k], shape -> new HashSet<>())
                        .add(mark.argb()[k]);
            }
        }
        assertThat(colours).hasSize(2);
        assertThat(colours.values()).allMatch(of -> of.size() == 1).doesNotHaveDuplicates();
        assertThat(figure.marks())
                .anyMatch(
                        mark -> mark instanceof Mark.Label label && label.text().equals("outside"))
                .anyMatch(mark -> mark instanceof Mark.Arrows);
    }

    @Test
    void theNumberIsTheShareOfWrongClasses() {
        var snapshot = Fx.trained(Experiment.standard(RINGS), 3);
        assertThat(Sentences.missName(snapshot)).isEqualTo("wrong class");
        assertThat(Sentences.caption(snapshot, Look.standard(Box.UNIT), 0.5)).contains("wrong class ");
        assertThat(Sentences.meanSquare(snapshot)).startsWith("accuracy ").contains("Brier score ");
        assertThat(StageCaptions.hint(Scene.of(snapshot, Look.standard(Box.UNIT)), Look.standard(Box.UNIT), false))
                .contains("the class that the network gives");
    }

    @Test
    void anotherTargetBringsTheLossThatGoesWithIt() {
        var swirl = Experiment.standard(Preset.SWIRL);
        var rings = Fitting.with(swirl, RINGS);
        assertThat(rings.recipe().loss()).isEqualTo(new Loss.CrossEntropy());
        assertThat(Fitting.obstacle(rings)).isEmpty();
        assertThat(Fitting.with(rings, Preset.FAN).recipe().loss()).isEqualTo(new Loss.Squared());
        var huber = swirl.withRecipe(swirl.recipe().withLoss(new Loss.Huber()));
        assertThat(Fitting.with(huber, Preset.FAN).recipe().loss()).isEqualTo(new Loss.Huber());
        assertThat(Fitting.obstacle(swirl.withRecipe(swirl.recipe().withLoss(new Loss.CrossEntropy()))))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("needs classes"));
    }

    @Test
    void whatIsSeenOfExtraCoordinatesIsSaidAndTheMapsDoNotNeedThem() {
        var experiment = Experiment.standard(Preset.SWIRL)
                .withNetwork(Network.STANDARD.withDepth(4).withAugment(2));
        var snapshot = Fx.trained(experiment, 5);
        var look = Look.standard(Box.UNIT)
                .with(Overlay.DENSITY, true)
                .with(Overlay.COSTATE, true)
                .withExact(true);
        var scene = Scene.of(snapshot, look);
        assertThat(Illustrator.at(scene, 0.7, look, 400, 400).marks()).anyMatch(Mark.Mesh.class::isInstance);
        var plain = Look.standard(Box.UNIT);
        assertThat(StageCaptions.hint(Scene.of(snapshot, plain), plain, false))
                .startsWith("2 extra coordinates: the view turns");
        assertThat(StageCaptions.hint(Scene.of(snapshot, plain), plain.with(Overlay.FIELD, true), false))
                .contains("no picture in the plane");
    }
}
