package isotopy.view;

import isotopy.figure.Comparison;
import isotopy.snapshot.FlowSnapshot;
import isotopy.train.Samples;
import isotopy.train.SumStudy;
import java.util.Optional;

/// A study of sums beside compositions, and where the present network stands in it, with errors in the user's units.
///
/// @param network how far the present network misses the points that the study measures on
/// @param picture both approximants, once there is a sum
record SumFindings(SumStudy study, Optional<SumStudy.Miss> network, Optional<Comparison> picture) {
    /// Before anything is known.
    static final SumFindings NOTHING = new SumFindings(SumStudy.EMPTY, Optional.empty(), Optional.empty());

    /// A study and a flow to be put together.
    record Question(SumStudy study, FlowSnapshot shown) {}

    /// Puts the flow into the study; takes milliseconds.
    static SumFindings of(Question question) {
        var shown = question.shown();
        var experiment = shown.experiment();
        if (!SumStudy.suits(experiment)) {
            return NOTHING;
        }
        boolean tested = Samples.testSize(experiment) > 0;
        var measured = tested ? shown.test() : shown.train();
        var miss = new SumStudy.Miss(shown.control().parameters(), measured.meanSquare(), measured.supremum());
        double unit = experiment.unit();
        return new SumFindings(
                question.study().times(unit),
                Optional.of(miss.times(unit)),
                question.study().rival().map(rival -> picture(rival, shown)));
    }

    private static Comparison picture(SumStudy.Rival rival, FlowSnapshot shown) {
        var experiment = shown.experiment();
        var domain = experiment.sampling().domain();
        var places = Comparison.places(experiment.target().kind(), domain);
        return new Comparison(
                experiment.target(),
                domain,
                rival.fit().basis().title(),
                rival.fit().apply(places),
                "network",
                shown.flow().apply(places));
    }
}
