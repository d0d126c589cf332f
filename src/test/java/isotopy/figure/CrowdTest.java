package isotopy.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.target.Preset;
import org.junit.jupiter.api.Test;

class CrowdTest {
    @Test
    void aHundredThousandParticlesAreDotsAndMoreAreOneLight() {
        assertThat(particles(100_000)).isInstanceOf(Mark.Dots.class);
        assertThat(particles(100_001)).isInstanceOf(Mark.Density.class);
    }

    private static Mark particles(int count) {
        var snapshot = Scenes.atRest(3);
        var look = Look.standard(snapshot.experiment().sampling().domain()).withParticles(count);
        return Illustrator.at(Scene.of(snapshot, look), 0.5, look, 400, 300).marks().stream()
                .filter(mark -> mark instanceof Mark.Dots || mark instanceof Mark.Density)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void veryManyPathsAreKeptInFloatAndWholeOnesInDouble() {
        var snapshot = Scenes.swirl(40);
        var look = Look.standard(snapshot.experiment().sampling().domain()).withParticles(400_000);
        var thin = Scene.of(snapshot, look).particles();
        assertThat((long) thin.samples() * thin.size() * 2).isLessThanOrEqualTo(24_000_000);
        assertThat(thin.time(0)).isZero();
        assertThat(thin.horizon()).isEqualTo(snapshot.control().horizon());
        var few = look.withParticles(2_000);
        var exact = Scene.of(snapshot, few).particles();
        for (int j = 0; j < 2_000; j += 97) {
            for (int i = 0; i < 2; i++) {
                // the first points of a quasi-random sequence do not depend on how many follow
                assertThat(thin.at(thin.horizon(), i, j)).isCloseTo(exact.at(exact.horizon(), i, j), within(1e-6));
                assertThat(thin.at(0.5, i, j)).isCloseTo(exact.at(0.5, i, j), within(5e-3));
            }
        }
        var whole = Scene.whole(snapshot, look).particles();
        assertThat(whole.samples()).isEqualTo(41);
        assertThat(whole.at(40, 0, 1234)).isEqualTo(exact.at(40, 0, 1234));
    }

    @Test
    void theListOfSignsLiesBelowThePictureAndStaysThere() {
        var snapshot = Scenes.trained(Preset.SWIRL, 6, 60);
        var look = Look.standard(snapshot.experiment().sampling().domain());
        var scene = Scene.of(snapshot, look);
        var left = look.withCamera(new Camera(0.9, 0.55, 2.4));
        float before = Float.NaN;
        for (double t : new double[] {0, 0.3, 1}) {
            var figure = Illustrator.captioned(Illustrator.at(scene, t, left, 500, 400), scene, t, left);
            assertThat(figure.marks())
                    .as("nothing but the picture, with words and lines around it")
                    .noneMatch(mark -> mark instanceof Mark.Region);
            var picture = figure.marks().stream()
                    .filter(Mark.Panel.class::isInstance)
                    .map(Mark.Panel.class::cast)
                    .findFirst()
                    .orElseThrow();
            var label = figure.marks().stream()
                    .filter(mark ->
                            mark instanceof Mark.Label said && said.text().equals("target"))
                    .map(mark -> (Mark.Label) mark)
                    .findFirst()
                    .orElseThrow();
            assertThat((double) label.y() - label.size())
                    .as("below the picture and its numbers")
                    .isGreaterThan(picture.y() + picture.figure().height());
            assertThat(label.y()).isEqualTo(Float.isNaN(before) ? label.y() : before);
            before = label.y();
        }
    }
}
