package isotopy.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A number out of its range is answered by a sentence that names the field, the range and the value.
class RangeTest {
    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        (Runnable) () -> Network.STANDARD.withWidth(0), "width must be a whole number in 1 … 512: 0"),
                Arguments.of(
                        (Runnable) () -> Network.STANDARD.withWidth(513),
                        "width must be a whole number in 1 … 512: 513"),
                Arguments.of(
                        (Runnable) () -> Network.STANDARD.withDepth(1_000_000),
                        "depth must be a whole number in 1 … 1000: 1000000"),
                Arguments.of((Runnable) () -> Network.STANDARD.withHorizon(-1), "horizon must be in 0.01 … 100: -1"),
                Arguments.of(
                        (Runnable) () -> Network.STANDARD.withHorizon(Double.NaN),
                        "horizon must be in 0.01 … 100: NaN"),
                Arguments.of(
                        (Runnable) () -> Network.STANDARD.withSubsteps(0),
                        "substeps must be a whole number in 1 … 64: 0"),
                Arguments.of(
                        (Runnable) () -> Recipe.STANDARD.withSteps(-1),
                        "steps must be a whole number in 0 … 10000000: -1"),
                Arguments.of(
                        (Runnable) () -> Recipe.STANDARD.withLearningRate(Double.NaN),
                        "learning rate must be in 1e-8 … 10: NaN"),
                Arguments.of(
                        (Runnable) () -> Recipe.STANDARD.withLearningRate(0), "learning rate must be in 1e-8 … 10: 0"),
                Arguments.of(
                        (Runnable) () -> Recipe.STANDARD.withBatch(-3),
                        "batch must be a whole number in 0 … 1000000: -3"),
                Arguments.of(
                        (Runnable) () -> Recipe.STANDARD.withClip(Double.POSITIVE_INFINITY),
                        "clip must be in 0 … 1e9: Infinity"),
                Arguments.of(
                        (Runnable) () -> Sampling.STANDARD.withSamples(9),
                        "samples must be a whole number in 10 … 1000000: 9"),
                Arguments.of(
                        (Runnable) () -> Sampling.STANDARD.withTestFraction(0.95),
                        "test fraction must be in 0 … 0.9: 0.95"),
                Arguments.of((Runnable) () -> Sampling.STANDARD.withNoise(-0.5), "noise must be in 0 … 1000: -0.5"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refused")
    void theSentenceNamesFieldRangeAndValue(Runnable edit, String sentence) {
        assertThatThrownBy(edit::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void boundsAreAllowedAndWholeNumbersAreWhole() {
        assertThat(Network.WIDTH.contains(1)).isTrue();
        assertThat(Network.WIDTH.contains(512)).isTrue();
        assertThat(Network.WIDTH.contains(1.5)).isFalse();
        assertThat(Network.HORIZON.contains(1.5)).isTrue();
        assertThat(Network.HORIZON.require(100)).isEqualTo(100);
        assertThat(Recipe.CLIP.contains(Double.NaN)).isFalse();
    }
}
