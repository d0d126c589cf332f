package isotopy.export;

import isotopy.figure.Look;
import isotopy.figure.Scene;
import isotopy.figure.Theme;
import isotopy.flow.Folds;
import isotopy.project.Provenance;
import isotopy.snapshot.Activity;
import isotopy.snapshot.FlowSnapshot;
import isotopy.snapshot.LossHistory;
import isotopy.target.FunctionPreset;
import isotopy.target.LabelPreset;
import isotopy.target.LinePreset;
import isotopy.target.Preset;
import isotopy.target.ShapePair;
import isotopy.target.TargetMap;
import isotopy.train.Evaluation;
import isotopy.train.Experiment;
import isotopy.train.Network;
import isotopy.train.Sampling;
import isotopy.train.Trainer;
import java.util.List;
import java.util.Optional;

/// Pages of every kind for tests, little trained.
enum Pages {
    PLANE(Preset.SWIRL, Theme.LIGHT),
    SHAPES(ShapePair.values()[0].map(), Theme.LIGHT),
    LINE(LinePreset.values()[0], Theme.LIGHT),
    LABELS(LabelPreset.values()[0].draw(300, 1), Theme.LIGHT),
    FUNCTION(FunctionPreset.values()[0], Theme.DARK),
    DARK(Preset.SWIRL, Theme.DARK),
    HALL(LabelPreset.values()[1].draw(300, 1), Theme.PROJECTOR);

    private final TargetMap target;
    private final Theme theme;

    Pages(TargetMap target, Theme theme) {
        this.target = target;
        this.theme = theme;
    }

    FlowSnapshot snapshot() {
        var experiment = Experiment.standard(target)
                .withSampling(Sampling.STANDARD.withSamples(200).withDomain(target.home()))
                .withNetwork(Network.STANDARD.withDepth(8).withWidth(8));
        try (var trainer = new Trainer(experiment, 1)) {
            for (int k = 0; k < 150; k++) {
                trainer.advance();
            }
            var accurate = new Evaluation(0.01, 0.1, 0.3, 0.97);
            return new FlowSnapshot(
                    experiment,
                    trainer.control(),
                    150,
                    accurate,
                    accurate,
                    LossHistory.EMPTY,
                    Folds.NONE,
                    List.of(),
                    new Activity.Waiting(),
                    0);
        }
    }

    HtmlExporter page(int particles) {
        var snapshot = snapshot();
        var look = Look.standard(snapshot.experiment().sampling().domain())
                .withTheme(theme)
                .withParticles(particles);
        var provenance = new Provenance("0.1.0", "isotopy render a.isotopy --out a.html", List.of("A, B: C"), "{}");
        return new HtmlExporter(Scene.of(snapshot, look), look, Size.of(1280, 720), Optional.of(provenance));
    }
}
