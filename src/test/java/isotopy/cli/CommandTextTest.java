package isotopy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.control.Antisymmetric;
import isotopy.control.ControlFamily;
import isotopy.control.Perceptron;
import isotopy.flow.Integrator;
import isotopy.math.Activation;
import isotopy.math.Box;
import isotopy.math.FormulaActivation;
import isotopy.math.Nonlinearity;
import isotopy.math.Points;
import isotopy.project.Project;
import isotopy.project.ProjectFile;
import isotopy.target.Composition;
import isotopy.target.Correspondence;
import isotopy.target.DrawnMap;
import isotopy.target.FunctionPreset;
import isotopy.target.Gallery;
import isotopy.target.InverseMap;
import isotopy.target.Kind;
import isotopy.target.LinePreset;
import isotopy.target.PlaneMap;
import isotopy.target.Preset;
import isotopy.target.ShapePair;
import isotopy.target.TargetMap;
import isotopy.target.Typed;
import isotopy.train.Experiment;
import isotopy.train.Loss;
import isotopy.train.Network;
import isotopy.train.Optimization;
import isotopy.train.Penalties;
import isotopy.train.Recipe;
import isotopy.train.Sampling;
import isotopy.train.Schedule;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandTextTest {
    private static final Nonlinearity SIGMA = FormulaActivation.of("sin(3u) + u^2/(1 + u^2)");

    @TempDir
    Path folder;

    @Test
    void theDefaultsAreLeftUnsaid() {
        assertThat(CommandText.of(Experiment.standard(Preset.SWIRL), Optional.empty()))
                .isEqualTo(new CommandText("isotopy train --preset swirl --out swirl.isotopy", Optional.empty()));
    }

    @Test
    void whatDiffersIsSaid() {
        var experiment = Experiment.standard(Preset.S_BEND)
                .withNetwork(Network.STANDARD
                        .withFamily(ControlFamily.named("leaky-relu"))
                        .withHorizon(2.5))
                .withSampling(Sampling.STANDARD.withDomain(new Box(-2, 1.5)))
                .withRecipe(Recipe.STANDARD.withLearningRate(1e-5).withBatch(64))
                .withSeed(-7);
        assertThat(CommandText.of(experiment, Optional.empty()).line())
                .isEqualTo("isotopy train --preset s-bend --family leaky-relu --horizon 2.5 --lr 1e-5 --batch 64"
                        + " --domain -2,1.5 --seed -7 --out s-bend.isotopy");
    }

    @Test
    void theLineGivesTheSameExperimentBack() {
        for (long seed = 1; seed <= 200; seed++) {
            var experiment = experiment(new SplittableRandom(seed));
            var line = CommandText.of(experiment, Optional.of(folder.resolve("unused.isotopy")))
                    .line();
            assertThat(parsed(line).experiment()).as("seed %s: %s", seed, line).isEqualTo(experiment);
        }
    }

    private static Experiment experiment(SplittableRandom random) {
        boolean often = random.nextBoolean();
        double low = often ? -1 : 10 * random.nextDouble() - 5;
        int augment = random.nextInt(7);
        var families = new ArrayList<>(ControlFamily.all());
        for (var sigma : List.of(SIGMA, Activation.GELU)) {
            ControlFamily.all().forEach(family -> families.add(family.withActivation(sigma)));
        }
        families.add(new Perceptron(SIGMA));
        families.add(new Antisymmetric(Activation.ELU, 0.125));
        families.removeIf(family -> family.unfit(2 + augment).isPresent());
        var family = families.get(random.nextInt(families.size()));
        var network = new Network(
                family,
                1 + random.nextInt(64),
                often ? 20 : 1 + random.nextInt(200),
                0.01 + 99 * random.nextDouble(),
                augment,
                integrator(family, random),
                1 + random.nextInt(64),
                random.nextBoolean());
        return new Experiment(
                Preset.values()[random.nextInt(Preset.values().length)],
                new Sampling(
                        new Box(low, often ? 1 : low + Math.pow(10, random.nextInt(9) - 4)),
                        10 + random.nextInt(10_000),
                        0.9 * random.nextDouble(),
                        random.nextInt(3) * random.nextDouble()),
                network,
                new Recipe(
                        random.nextInt(10_000_001),
                        Math.pow(10, 8 * random.nextDouble() - 8),
                        random.nextInt(3) * random.nextInt(1000),
                        random.nextInt(2) * random.nextDouble(),
                        Optimization.values()[random.nextInt(4)],
                        Schedule.values()[random.nextInt(3)],
                        Loss.all().get(random.nextInt(2)),
                        often
                                ? Penalties.NONE
                                : new Penalties(
                                        random.nextDouble(),
                                        1e-9 * random.nextDouble(),
                                        random.nextInt(2),
                                        random.nextDouble(),
                                        random.nextInt(2))),
                random.nextLong());
    }

    private static Integrator integrator(ControlFamily family, SplittableRandom random) {
        var fitting = Arrays.stream(Integrator.values())
                .filter(integrator -> integrator.unfit(family).isEmpty())
                .toList();
        return fitting.get(random.nextInt(fitting.size()));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatHasNoNameIsReadFromTheProject() throws Exception {
        var drawn = Experiment.standard(DrawnMap.blank(Box.UNIT, 4).drag(5, 0.1, 0.2))
                .withSeed(4);
        var pairs = Experiment.standard(new Correspondence("p", Points.single(1, 2), Points.single(3, 4)));
        for (var experiment : List.of(drawn, pairs)) {
            var file = folder.resolve("it's my.isotopy");
            ProjectFile.write(Project.untrained(experiment), file);
            var text = CommandText.of(experiment, Optional.of(file));
            assertThat(text.first()).isEmpty();
            assertThat(text.line()).endsWith("--fresh --out '" + folder + "/it'\\''s my-trained.isotopy'");
            assertThat(parsed(text.line()).experiment()).isEqualTo(experiment);
        }
        assertThat(CommandText.of(drawn, Optional.empty()))
                .isEqualTo(new CommandText(
                        "isotopy train drawing.isotopy --fresh --out drawing-trained.isotopy",
                        Optional.of("Save the project as drawing.isotopy first.")));
        assertThat(CommandText.of(pairs, Optional.empty()).line())
                .isEqualTo("isotopy train pairs.isotopy --fresh --out pairs-trained.isotopy");
    }

    @Test
    void aDrawingWithoutAStrokeIsItsPreset() {
        var experiment = Experiment.standard(DrawnMap.from(Preset.LENS, Box.UNIT, 9));
        assertThat(CommandText.of(experiment, Optional.empty()).line())
                .isEqualTo("isotopy train --preset lens --out lens.isotopy");
    }

    /// One of every kind that has a name or a formula.
    static Stream<TargetMap> named() {
        return Stream.of(
                LinePreset.WAVE,
                FunctionPreset.values()[0],
                ShapePair.L_TO_T.map(),
                Gallery.target("surprise", 100, 7),
                Gallery.target("surprise-curve", 100, 7),
                Gallery.target("moons", 100, 7),
                Typed.parse("x^2 - 0.3*x"),
                Typed.parse("-x"),
                Typed.parse("x + 0.3*sin(3*y), y"),
                Typed.parse("if(x > y, r, theta)"),
                new Composition(
                        new Composition(Preset.SWIRL, (PlaneMap) Typed.parse("x + 0.2*y, y")), ShapePair.L_TO_T.map()),
                new InverseMap(Preset.SHEAR),
                new InverseMap(new Composition((PlaneMap) Typed.parse("-x, y + 0.1*x"), Preset.SWIRL)),
                new Composition((PlaneMap) Gallery.target("surprise", 100, 7), Preset.SWIRL));
    }

    @ParameterizedTest
    @MethodSource("named")
    @DisabledOnOs(OS.WINDOWS)
    void whatHasANameOrAFormulaNeedsNoProject(TargetMap target) {
        var standard = Experiment.standard(target);
        var experiment = standard.withSeed(7)
                .withSampling(new Sampling(standard.sampling().domain(), 100, 0.1, 0.01))
                .withNetwork(Network.STANDARD.withTerminal(true));
        var text = CommandText.of(experiment, Optional.empty());
        assertThat(text.first()).isEmpty();
        assertThat(text.line()).contains(" --readout").doesNotContain("--domain", "--loss");
        assertThat(parsed(text.line()).experiment()).isEqualTo(experiment);
    }

    @Test
    void aSurpriseWithAnotherSeedIsReadFromTheProject() {
        var experiment = Experiment.standard(Gallery.target("surprise", 100, 7)).withSeed(8);
        assertThat(CommandText.of(experiment, Optional.empty()).first()).isPresent();
        var fewer = Experiment.standard(Gallery.target("moons", 99, 1));
        assertThat(CommandText.of(fewer, Optional.empty()).line()).startsWith("isotopy train labels.isotopy --fresh");
    }

    @Test
    void aMapAfterAnInverseIsReadFromTheProject() {
        var map = new Composition(new InverseMap(Preset.SWIRL), Preset.SWIRL);
        assertThat(CommandText.of(Experiment.standard(map), Optional.empty()).line())
                .startsWith("isotopy train drawing.isotopy");
    }

    @Test
    void aFormulaThatWouldBeTakenForAnotherKindIsReadFromTheProject() {
        var experiment = Experiment.standard(Typed.parse("x", Kind.FUNCTION));
        assertThat(CommandText.of(experiment, Optional.empty()).line()).startsWith("isotopy train function.isotopy");
    }

    private static TrainSource.Task parsed(String line) {
        var words = words(line);
        assertThat(words.subList(0, 2)).containsExactly("isotopy", "train");
        var nowhere = new PrintWriter(Writer.nullWriter());
        var command = new TrainCommand(new Terminal(nowhere, nowhere, false, () -> false));
        new CommandLine(command).parseArgs(words.subList(2, words.size()).toArray(String[]::new));
        return command.task();
    }

    /// Splits as a shell does.
    private static List<String> words(String line) {
        var words = new ArrayList<String>();
        var matcher = Pattern.compile("(?:'[^']*'|\\\\.|[^ '])+").matcher(line);
        while (matcher.find()) {
            words.add(
                    matcher.group().replace("'\\''", "\u0000").replace("'", "").replace('\u0000', '\''));
        }
        return words;
    }
}
