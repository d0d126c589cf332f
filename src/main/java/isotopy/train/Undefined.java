package isotopy.train;

import isotopy.math.Points;
import isotopy.target.Composition;
import isotopy.target.Correspondence;
import isotopy.target.DrawnCurve;
import isotopy.target.DrawnMap;
import isotopy.target.FunctionPreset;
import isotopy.target.InverseMap;
import isotopy.target.Labels;
import isotopy.target.Landmarks;
import isotopy.target.LinePreset;
import isotopy.target.PictureFunction;
import isotopy.target.Preset;
import isotopy.target.ShapeMap;
import isotopy.target.TargetMap;
import isotopy.target.TypedCurve;
import isotopy.target.TypedFunction;
import isotopy.target.TypedMap;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Where a typed target has no finite value: at `count` of so many examples, the first of which is `place`. Training
/// needs one at every point.
public record Undefined(int count, int examples, List<Double> place) {
    /// Among so many examples it is looked at soon.
    private static final int FIRST = 10_000;

    private static final MathContext ROUGH = new MathContext(3);

    public Undefined {
        place = List.copyOf(place);
    }

    /// What is found among the examples of an experiment; empty where every one has a value, as those of all
    /// targets have but typed ones and what is made of them.
    public static Optional<Undefined> of(Experiment experiment) {
        return typed(experiment.target()) ? among(Samples.draw(experiment)) : Optional.empty();
    }

    /// The same among the first examples, so that it can be asked again and again.
    public static Optional<Undefined> soon(Experiment experiment) {
        var sampling = experiment.sampling();
        return of(sampling.samples() > FIRST ? experiment.withSampling(sampling.withSamples(FIRST)) : experiment);
    }

    private static boolean typed(TargetMap target) {
        return switch (target) {
            case TypedCurve _, TypedMap _, TypedFunction _ -> true;
            case Composition(var first, var second) -> typed(first) || typed(second);
            case InverseMap inverse -> typed(inverse.of());
            case Preset _, DrawnMap _, Landmarks _, ShapeMap _ -> false;
            case LinePreset _, DrawnCurve _ -> false;
            case FunctionPreset _, PictureFunction _ -> false;
            case Correspondence _, Labels _ -> false;
        };
    }

    private static Optional<Undefined> among(Samples samples) {
        var x = samples.trainX().followedBy(samples.testX());
        var y = samples.trainY().followedBy(samples.testY());
        var without = IntStream.range(0, x.size()).filter(k -> !finite(y, k)).toArray();
        return without.length == 0
                ? Optional.empty()
                : Optional.of(new Undefined(
                        without.length,
                        x.size(),
                        Arrays.stream(x.point(without[0])).boxed().toList()));
    }

    private static boolean finite(Points y, int k) {
        for (int i = 0; i < y.dimension(); i++) {
            if (!Double.isFinite(y.at(i, k))) {
                return false;
            }
        }
        return true;
    }

    /// What is said of the target: "has no finite value at 9 of 20 points, such as (x = -0.31, y = 0.2); choose a
    /// domain where it has one".
    public String words() {
        return String.format(
                Locale.ROOT,
                "has no finite value at %,d of %,d points, such as (%s); choose a domain where it has one",
                count,
                examples,
                IntStream.range(0, place.size())
                        .mapToObj(i -> (i == 0 ? "x = " : "y = ")
                                + new BigDecimal(place.get(i)).round(ROUGH).toPlainString())
                        .collect(Collectors.joining(", ")));
    }
}
