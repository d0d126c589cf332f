package isotopy.view;

import isotopy.export.Ground;
import isotopy.figure.Look;
import isotopy.figure.Manner;
import isotopy.figure.Overlay;
import isotopy.figure.Storyboard;
import isotopy.figure.Theme;
import isotopy.math.Box;
import isotopy.train.Range;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;

/// How it looks: theme, ground, caption, axes, and how many particles. Everything else is as in the window.
final class ExportDress extends ExportSection {
    private static final Range PARTICLES = Range.whole("particles", 1, 1_000_000, "particles");

    private final ComboBox<Theme> theme = new ComboBox<>();
    private final Segments<Ground> ground;
    private final Segments<Manner.Words> words;
    private final CheckBox axes = new CheckBox("Axes");
    private final CheckBox names = new CheckBox("with names");
    private final ExportField particles =
            new ExportField("export-particles", PARTICLES, "How many particles are drawn");
    private final HBox groundRow;
    private final HBox wordsRow;
    private final HBox axesRow;
    private final HBox particlesRow;
    private Optional<Look> begun = Optional.empty();
    private Ground stands = Ground.THEME;
    private Manner.Words said = Manner.Words.TIME;

    ExportDress() {
        super("export-dress", "LOOK");
        theme.setId("export-theme");
        theme.getStyleClass().add("panel-choice");
        theme.getItems().setAll(Theme.values());
        theme.setConverter(Choices.named(shown -> Choices.capital(shown.id())));
        theme.setTooltip(
                Tips.of("The colours: light, dark, strong ones for a projector, or black on white for paper."));
        ground = new Segments<>(
                List.of(
                        new Segments.Choice<>(
                                Ground.THEME, "Theme", "export-ground-theme", "The page is that of the theme."),
                        new Segments.Choice<>(Ground.WHITE, "White", "export-ground-white", "The page is white."),
                        new Segments.Choice<>(
                                Ground.TRANSPARENT,
                                "Transparent",
                                "export-ground-transparent",
                                "There is no page: what lies behind is seen through it.")),
                chosen -> stands = chosen);
        ground.select(stands);
        words = new Segments<>(
                List.of(
                        new Segments.Choice<>(
                                Manner.Words.NONE, "None", "export-caption-none", "Nothing is written in the corner."),
                        new Segments.Choice<>(
                                Manner.Words.TIME,
                                "Time",
                                "export-caption-time",
                                "Where t stands, or what else the film plays over."),
                        new Segments.Choice<>(
                                Manner.Words.FORMULAS,
                                "Formulas",
                                "export-caption-formulas",
                                "That, and the equation of the flow with its numbers.")),
                chosen -> said = chosen);
        StageTheme.described(axes, "export-axes", "Draws axes and numbers along the edges.");
        StageTheme.described(names, "export-axis-names", "Writes the names of the axes, such as x₁ and t.");
        axes.getStyleClass().add("panel-check");
        names.getStyleClass().add("panel-check");
        row("Theme", theme);
        groundRow = row("Ground", ground);
        wordsRow = row("Caption", words);
        axesRow = row("", axes, names);
        particlesRow = row("Particles", particles);
    }

    /// Begins with what the window shows, where nothing else was chosen before.
    void begin(Look look) {
        var before = begun.orElse(look);
        boolean first = begun.isEmpty();
        if (first || theme.getValue() == before.theme()) {
            theme.setValue(look.theme());
        }
        if (first || particles.getText().equals(Setting.text(before.particles()))) {
            particles.show(look.particles());
        }
        if (first || axes.isSelected() == measured(before)) {
            axes.setSelected(measured(look));
        }
        begun = Optional.of(look);
    }

    /// Whether pictures of that look have axes unless somebody says otherwise: a look that nobody has chosen gets
    /// them.
    private static boolean measured(Look look) {
        return look.shows(Overlay.AXES)
                || look.shows(Overlay.TICKS)
                || look.overlays().equals(Look.standard(Box.UNIT).overlays());
    }

    /// Shows what the storyboard says of it.
    void show(Storyboard board) {
        said = board.words();
        words.select(said);
        names.setSelected(board.axisNames());
        board.particles().ifPresent(particles::show);
        board.overlays().ifPresent(shown -> axes.setSelected(shown.contains(Overlay.AXES)));
    }

    /// Shows what can be chosen of that.
    void follow(ExportKind kind, ExportWay way) {
        boolean data = way.weights().isPresent();
        StageTheme.show(this, !data);
        heading(kind == ExportKind.DATA ? "WHAT" : "LOOK");
        StageTheme.show(theme.getParent(), kind != ExportKind.DATA);
        StageTheme.show(groundRow, kind != ExportKind.DATA && kind != ExportKind.PAGE);
        StageTheme.show(wordsRow, kind == ExportKind.PICTURE || kind == ExportKind.FILM);
        StageTheme.show(axesRow, kind.scenic());
        StageTheme.show(names, kind == ExportKind.PICTURE || kind == ExportKind.STRIP || kind == ExportKind.FILM);
        StageTheme.show(particlesRow, kind.scenic() || way.paths().isPresent());
    }

    Ground ground() {
        return stands;
    }

    /// Throws: `IllegalArgumentException` with a sentence about what does not do.
    ExportChoices.Dress dress(ExportKind kind, Look window) {
        return read(() -> new ExportChoices.Dress(
                theme.getValue(),
                axes.isSelected(),
                particlesRow.isVisible() ? particles.whole() : window.particles()));
    }

    /// The storyboard with what is chosen here.
    Storyboard over(Storyboard board, Look window, ExportChoices.Dress dress) {
        var overlays = board.overlays().map(shown -> {
            var changed = EnumSet.noneOf(Overlay.class);
            changed.addAll(shown);
            for (var each : List.of(Overlay.AXES, Overlay.TICKS)) {
                if (dress.axes()) {
                    changed.add(each);
                } else {
                    changed.remove(each);
                }
            }
            return Set.<Overlay>copyOf(changed);
        });
        var many = dress.particles() == window.particles() ? OptionalInt.empty() : OptionalInt.of(dress.particles());
        return board.withWords(said)
                .withAxisNames(names.isSelected())
                .withOverlays(overlays)
                .withParticles(many);
    }
}
