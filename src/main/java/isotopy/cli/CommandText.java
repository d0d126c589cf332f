package isotopy.cli;

import isotopy.control.ControlFamily;
import isotopy.math.FormulaActivation;
import isotopy.project.ProjectFile;
import isotopy.target.Correspondence;
import isotopy.target.Labels;
import isotopy.target.LineMap;
import isotopy.target.PlaneFunction;
import isotopy.target.PlaneMap;
import isotopy.target.TargetMap;
import isotopy.train.Experiment;
import isotopy.train.Network;
import isotopy.train.Recipe;
import isotopy.train.Sampling;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The `isotopy train` line that does what an experiment says.
///
/// @param line the line, for the shell of this system
/// @param first what must be done before the line works, where something must
public record CommandText(String line, Optional<String> first) {
    /// The line for an experiment. A target that has a name, or was typed, needs that and the options that differ
    /// from the defaults; what was drawn by hand, and given points, are read from a project's file, `saved` when
    /// it is saved as it is.
    public static CommandText of(Experiment experiment, Optional<Path> saved) {
        var words = new ArrayList<>(List.of("isotopy", "train"));
        var named = NamedTarget.of(experiment);
        if (named.isPresent()) {
            words.addAll(List.of(named.get().option(), quoted(named.get().value())));
            named.get().then().forEach(name -> words.addAll(List.of("--then", quoted(name))));
            if (named.get().inverted()) {
                words.add("--inverted");
            }
            options(experiment, words);
            words.addAll(List.of("--out", named.get().stem() + ProjectFile.ENDING));
            return new CommandText(String.join(" ", words), Optional.empty());
        }
        var file = saved.orElse(Path.of(stem(experiment.target()) + ProjectFile.ENDING));
        words.addAll(List.of(
                quoted(file.toString()),
                "--fresh",
                "--out",
                quoted(trained(file).toString())));
        return new CommandText(
                String.join(" ", words),
                saved.isPresent() ? Optional.empty() : Optional.of("Save the project as " + file + " first."));
    }

    private static String stem(TargetMap target) {
        return switch (target) {
            case PlaneMap _ -> "drawing";
            case LineMap _ -> "curve";
            case PlaneFunction _ -> "function";
            case Correspondence _ -> "pairs";
            case Labels _ -> "labels";
        };
    }

    private static Path trained(Path file) {
        var name = file.getFileName().toString();
        var stem = name.endsWith(ProjectFile.ENDING)
                ? name.substring(0, name.length() - ProjectFile.ENDING.length())
                : name;
        return file.resolveSibling(stem + "-trained" + ProjectFile.ENDING);
    }

    private static void options(Experiment experiment, List<String> into) {
        var network = experiment.network();
        var usual = Network.STANDARD;
        family(network.family(), into);
        add("--width", network.width(), usual.width(), into);
        add("--depth", network.depth(), usual.depth(), into);
        add("--horizon", network.horizon(), usual.horizon(), into);
        add("--augment", network.augment(), usual.augment(), into);
        add(
                "--integrator",
                network.integrator().id(),
                NetworkOptions.usual(network.family()).id(),
                into);
        add("--substeps", network.substeps(), usual.substeps(), into);
        if (network.bijective()) {
            into.add("--bijective");
        }
        if (network.terminal()) {
            into.add("--readout");
        }
        var standard = Experiment.standard(experiment.target());
        recipe(experiment.recipe(), standard.recipe(), into);
        sampling(experiment.sampling(), standard.sampling(), into);
        add("--seed", experiment.seed(), 1L, into);
    }

    private static void family(ControlFamily family, List<String> into) {
        var usual = Network.STANDARD.family();
        var sigma = family.activation();
        add("--family", family.id(), usual.id(), into);
        if (family.takesActivation()) {
            add("--activation", sigma.id(), usual.activation().id(), into);
        }
        if (sigma instanceof FormulaActivation) {
            add("--sigma", sigma.formula(), "", into);
        }
        add("--damping", family.damping(), 0.0, into);
    }

    private static void recipe(Recipe recipe, Recipe usual, List<String> into) {
        add("--optimizer", recipe.optimizer().id(), usual.optimizer().id(), into);
        add("--steps", recipe.steps(), usual.steps(), into);
        add("--lr", recipe.learningRate(), usual.learningRate(), into);
        add("--schedule", recipe.schedule().id(), usual.schedule().id(), into);
        add("--batch", recipe.batch(), usual.batch(), into);
        add("--loss", recipe.loss().id(), usual.loss().id(), into);
        add("--clip", recipe.clip(), usual.clip(), into);
        var penalties = recipe.penalties();
        add("--weight-decay", penalties.weightDecay(), 0.0, into);
        add("--roughness", penalties.roughness(), 0.0, into);
        add("--kinetic", penalties.kinetic(), 0.0, into);
        add("--jacobian", penalties.jacobian(), 0.0, into);
        add("--tracked", penalties.tracked(), 0.0, into);
    }

    private static void sampling(Sampling sampling, Sampling usual, List<String> into) {
        add("--samples", sampling.samples(), usual.samples(), into);
        add("--test-fraction", sampling.testFraction(), usual.testFraction(), into);
        add("--noise", sampling.noise(), usual.noise(), into);
        if (!sampling.domain().equals(usual.domain())) {
            into.add("--domain");
            into.add(Numbers.plain(sampling.domain().low()) + ","
                    + Numbers.plain(sampling.domain().high()));
        }
    }

    private static void add(String option, Object value, Object usual, List<String> into) {
        if (!value.equals(usual)) {
            into.add(option);
            into.add(
                    switch (value) {
                        case Double number -> Numbers.plain(number);
                        case String text -> quoted(text);
                        case Object other -> other.toString();
                    });
        }
    }

    /// One word for the shell.
    static String quoted(String word) {
        if (word.matches("[\\w./:,+@%\\\\-]+") && !word.startsWith("-")) {
            return word;
        }
        return File.separatorChar == '\\' ? "\"" + word + "\"" : "'" + word.replace("'", "'\\''") + "'";
    }
}
