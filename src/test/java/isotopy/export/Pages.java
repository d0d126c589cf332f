package isotopy.export;

import isotopy.figure.Look;
import isotopy.figure.Scene;
import isotopy.figure.Scenes;
import isotopy.figure.Theme;
import isotopy.project.Provenance;
import isotopy.target.FunctionPreset;
import isotopy.target.LabelPreset;
import isotopy.target.LinePreset;
import isotopy.target.Preset;
import isotopy.target.ShapePair;
import isotopy.target.TargetMap;
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

    HtmlExporter page(int particles) {
        var snapshot = Scenes.trained(target, 8, 150);
        var look = Look.standard(snapshot.experiment().sampling().domain())
                .withTheme(theme)
                .withParticles(particles);
        var provenance = new Provenance("0.1.0", "isotopy render a.isotopy --out a.html", List.of("A, B: C"), "{}");
        return new HtmlExporter(Scene.of(snapshot, look), look, Size.of(1280, 720), Optional.of(provenance));
    }
}
