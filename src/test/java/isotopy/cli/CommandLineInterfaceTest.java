package isotopy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.flow.Integrator;
import isotopy.project.Release;
import isotopy.target.Gallery;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineInterfaceTest {
    @TempDir
    Path folder;

    @Test
    void presetsAreListedNameFirst() {
        var told = Told.by(folder, "presets");
        assertThat(told.status()).isZero();
        assertThat(told.err()).isEmpty();
        assertThat(told.out().lines().map(line -> line.split(" ")[0]))
                .containsExactlyElementsOf(
                        Gallery.entries().stream().map(Gallery.Entry::id).toList());
        assertThat(told.out().lines()).allMatch(line -> line.strip().length() > 30);
        var kinds = told.out().lines().map(line -> line.split(" +")[1]).toList();
        assertThat(kinds.stream().distinct()).containsExactly("1-d", "plane", "labels", "function");
        assertThat(kinds).as("listed by kind").isSortedAccordingTo(Comparator.comparing(this::place));
    }

    private int place(String kind) {
        return List.of("1-d", "plane", "labels", "function").indexOf(kind);
    }

    @Test
    void familiesAreListedNameFirst() {
        var told = Told.by(folder, "families");
        assertThat(told.status()).isZero();
        var sections = told.out().split("(?m)^# ?");
        assertThat(names(sections[1])).isEqualTo(FamilyOptions.names());
        assertThat(names(sections[3])).contains("tanh", "gelu").doesNotContain("identity");
        assertThat(names(sections[5]))
                .containsExactlyElementsOf(
                        Arrays.stream(Integrator.values()).map(Integrator::id).toList());
    }

    /// The first words of all lines but the heading.
    private static List<String> names(String section) {
        return section.lines().skip(1).map(line -> line.split(" ")[0]).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "presets ", "families ", "train ", "apply ", "render ", "weights ", "import ", "check "})
    void everyCommandTellsItsVersionAndItsOptions(String command) {
        var version = Told.by(folder, command + "--version");
        assertThat(version).isEqualTo(new Told(0, "isotopy " + Release.number() + System.lineSeparator(), ""));
        assertThat(Release.number()).matches("\\d+\\.\\d+.*");
        var help = Told.by(folder, command + "--help");
        assertThat(help.status()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).contains("isotopy " + command.strip()).contains("--help");
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void everyOptionOfTrainIsThere() {
        var help = Told.by(folder, "train --help").out();
        for (var option : """
                --preset --points --out --report --quiet --family --activation --width --depth --horizon --augment --integrator
                --substeps --optimizer --steps --lr --schedule --batch --loss --clip --weight-decay --roughness --kinetic --jacobian --tracked --bijective --noise --seed
                --test-fraction --samples --domain --threads --skip-bad-rows --rescale --fresh --formula --labels --picture --readout""".split("\\s+")) {
            assertThat(help).containsPattern("(?m)^ +" + option + "[ =]");
        }
    }

    @Test
    void theCommandsAreThoseThatAreListed() {
        var terminal = new Terminal(new PrintWriter(System.out), new PrintWriter(System.err), false, () -> false);
        assertThat(Isotopy.commandLine(terminal).getSubcommands().keySet()).containsExactlyElementsOf(Isotopy.COMMANDS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            trian                            | isotopy: there is no command 'trian'; did you mean train?
            --fast                           | isotopy: there is no option '--fast'
            presets now                      | isotopy presets: there is one word too many: 'now'
            train --preset swirl --depht 3   | isotopy train: there is no option '--depht'; did you mean --depth?
            train --preset swirl             | isotopy train: --out FILE.isotopy is missing
            train --out                      | isotopy train: --out needs a value: --out FILE.isotopy
            apply x.isotopy                  | isotopy apply: --points IN.csv and --out OUT.csv are missing
            train --out {}/a --depth 1 --depth 2 | option '--depth' (N) should be specified only once
            """)
    void aWrongCallIsToldInTwoLines(String call, String sentence) {
        assertWrongCall(call, sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                     | there is nothing to train; give one of --preset NAME, --formula TEXT, --points CSV, --labels CSV, --picture IMAGE, --landmarks CSV and a project's file
            --preset swirl {}/b    | there is too much to train; give one of
            --preset swirl --points {}/b | there is too much to train; give one of
            --preset swurl         | --preset swurl: there is no target of that name; did you mean swirl? isotopy presets
            --preset nothing       | --preset nothing: there is no target of that name; isotopy presets lists them all
            --preset swirl --fresh | --fresh: only a project can be started anew
            --preset swirl --skip-bad-rows | --skip-bad-rows: it goes with --points, --labels and --landmarks, and there are none
            --preset swirl --depth 0       | --depth 0: it must be a whole number in 1 … 1000 (layers)
            --preset swirl --depth many    | --depth many: it must be a whole number in 1 … 1000 (layers)
            --preset swirl --depth 2.5     | --depth 2.5: it must be a whole number in 1 … 1000
            --preset swirl --depth 1000000 | --depth 1000000: it must be a whole number in 1 … 1000 (layers)
            --preset swirl --depth 1e14    | --depth 1e14: it must be a whole number in 1 … 1000 (layers)
            --preset swirl --width 0       | --width 0: it must be a whole number in 1 … 512 (hidden units a layer)
            --preset swirl --width 513     | --width 513: it must be a whole number in 1 … 512
            --preset swirl --horizon 0     | --horizon 0: it must be a number in 0.01 … 100 (fictitious time)
            --preset swirl --horizon -1    | --horizon -1: it must be a number in 0.01 … 100 (fictitious time)
            --preset swirl --augment 7     | --augment 7: it must be a whole number in 0 … 6 (extra coordinates)
            --preset swirl --substeps 65   | --substeps 65: it must be
            --preset swirl --steps -1      | --steps -1: it must be a whole number in 0 … 10000000
            --preset swirl --lr 11         | --lr 11: it must be a number in
            --preset swirl --lr -0.5       | --lr -0.5: it must be a number in
            --preset swirl --lr NaN        | --lr NaN: it must be a number in 1e-8 … 10 (the optimizer's step size)
            --preset swirl --lr 0x1p-3     | --lr 0x1p-3: it must be a number in
            --preset swirl --lr 1e-999999  | --lr 1e-999999: it must be a number in
            --preset swirl --clip -1       | --clip -1: it must be a number in
            --preset swirl --noise inf     | --noise inf: it must be a number in
            --preset swirl --weight-decay -1 | --weight-decay -1: it must be a number in 0 … 1000000 (weight of ½|θ|²)
            --preset swirl --roughness -1  | --roughness -1: it must be a number in
            --preset swirl --kinetic 1e7   | --kinetic 1e7: it must be a number in
            --preset swirl --jacobian x    | --jacobian x: it must be a number in
            --preset swirl --tracked -1    | --tracked -1: it must be a number in
            --preset swirl --test-fraction 1 | --test-fraction 1: it must be a number in 0 … 0.9
            --preset swirl --samples 9     | --samples 9: it must be a whole number in 10
            --preset swirl --threads 0     | --threads 0: it must be a whole number in 1 … 64
            --preset swirl --seed pi       | --seed pi: it must be a whole number in -9223372036854775808 …
            --preset swirl --batch some    | --batch some: it must be full, or a whole number
            --preset swirl --batch 0       | --batch 0: it must be full, or a whole number
            --preset swirl --domain 1      | --domain 1: it must be two numbers LOW,HIGH
            --preset swirl --domain 1,-1   | --domain 1,-1: it must be two numbers LOW,HIGH
            --preset swirl --domain 1,x    | --domain 1,x: it must be two numbers LOW,HIGH
            --preset swirl --damping 1     | --damping 1: only the family antisymmetric has one, and this is tanh
            --preset swirl --family antisymmetric --damping -1 | --damping -1: it must be a number in 0 … 1000 (per unit
            --preset swirl --family hamiltonian --augment 1 | --augment 1 --family hamiltonian: Hamiltonian layers pair
            --preset swirl --integrator symplectic | --integrator symplectic: the symplectic integrator is for the Hamilt
            --preset swirl --integrator exact --family bumps | --integrator exact: exact flows are known for layers of one
            --preset swirl --family bumps --activation relu | --activation relu: the family bumps has its own, gaussian;
            --preset swirl --family gradient --activation tahn | --activation tahn: this version has only tanh, relu
            --preset swirl --family gradient --sigma u | --sigma u: it goes with --family formula
            --preset swirl --loss cross-entropy | the loss cross-entropy needs classes
            --preset swirl --family tahn   | --family tahn: this version has only tanh, relu, leaky-relu
            --preset swirl --integrator rk5 | --integrator rk5: this version has only euler, midpoint, heun, rk4
            --preset swirl --optimizer adm | --optimizer adm: this version has only adam, adamw, sgd, lbfgs
            --preset swirl --schedule step | --schedule step: this version has only constant, cosine, warm-up
            --preset swirl --loss l1       | --loss l1: this version has only mse, huber, cross-entropy
            --preset swirl --rescale       | --rescale: it goes with --points and --labels, and there are none
            --points {}/b --rescale --domain 0,1 | --domain: it does not go with --rescale, which brings all points to
            {}/b --rescale                 | --rescale: the saved layers know only the coordinates as they are; start
            --formula x --points {}/b      | there is too much to train; give one of
            --formula x --family hamiltonian | --family hamiltonian: Hamiltonian layers pair coordinates, so their number must be even: 1; choose --augment 1
            --preset moons --inverted      | --inverted: it goes with maps of the plane, and “Two moons” is none
            --preset swirl --then moons    | --then moons: it must be a map of the plane, and “Two moons” is none
            --preset swirl --then swril    | --then swril: there is no target of that name; did you mean swirl?
            --points {}/b --then swirl     | --then and --inverted: they go with maps of the plane, and given points are
            {}/b --then swirl              | --then: a saved project keeps its target
            --preset moons --loss mse      | the loss mse measures a distance
            --preset swirl --family formula | --family formula: the formula is missing; give it as --sigma
            --preset swirl --sigma u*u     | --sigma u*u: it goes with --family formula, or with --activation formula
            --preset swirl --activation formula | --activation formula: the formula is missing
            --preset swirl --activation relu | --activation relu: the family tanh has its own, tanh
            --preset swirl --report {}/a   | --report and --out name the same file
            """)
    void trainRefusesWhatItCannotMean(String options, String sentence) {
        assertWrongCall("train --out {}/a " + options, "isotopy train: " + sentence);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.json", "a.PNG", "a.csv", "run.old.onnx"})
    void aProjectIsNotNamedLikeAnotherFile(String name) {
        var told = Told.by(folder, "train --preset swirl --steps 0 --out {}/" + name);
        assertThat(told.status()).isEqualTo(2);
        assertThat(told.err())
                .contains("--out " + folder + "/" + name + ": a project's name ends in .isotopy, such as "
                        + name.substring(0, name.lastIndexOf('.')) + ".isotopy");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            u*sigmiod(u)  | there is no function 'sigmiod' (character 3): did you mean sigmoid?
            (u + 1        | character 1
            u + * 2       | character 5
            x*exp(u)      | character 1
            """)
    void aFormulaWithAFaultIsShownWithAMarkBelowIt(String formula, String sentence) {
        var told = Told.by(
                false, "train", "--preset", "swirl", "--out", folder + "/a", "--family", "formula", "--sigma", formula);
        assertThat(told.status()).isEqualTo(2);
        var lines = told.err().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst()).startsWith("isotopy train: --sigma: ").contains(sentence);
        assertThat(lines.get(1)).isEqualTo("  " + formula);
        int place = Integer.parseInt(lines.getFirst().replaceAll(".*character (\\d+).*", "$1"));
        assertThat(lines.get(2)).isEqualTo(" ".repeat(place + 1) + "^");
        assertThat(folder).isEmptyDirectory();
    }

    private void assertWrongCall(String call, String sentence) {
        var told = Told.by(folder, call.strip());
        assertThat(told.status()).isEqualTo(2);
        assertThat(told.out()).isEmpty();
        assertThat(told.err().lines()).hasSize(2).noneMatch(line -> line.contains("Exception"));
        assertThat(told.err()).contains(sentence);
        assertThat(told.err().lines().toList().getLast()).matches("Try: isotopy( [a-z]+)? --help");
    }

    @Test
    void theDefaultsMayBeSaidAloud() {
        var told = Told.by(
                folder,
                "train --preset identity --out {}/a --family tanh --activation tanh --width 16 --depth 20"
                        + " --horizon 1 --augment 0 --integrator euler --substeps 1 --optimizer adam --steps 0 --lr 0.01"
                        + " --schedule constant --batch full --loss mse --clip 0 --weight-decay 0 --noise 0 --seed 1"
                        + " --test-fraction 0.2 --samples 2000 --domain -1,1 --threads 1 --quiet");
        assertThat(told).isEqualTo(new Told(0, "", ""));
    }

    @Test
    void aWordIsACommandOrAFileForTheWindow() throws Exception {
        assertThat(CommandLineInterface.isCommand()).isFalse();
        assertThat(CommandLineInterface.isCommand("drawing.isotopy")).isFalse();
        assertThat(CommandLineInterface.isCommand("C:\\My files\\drawing")).isFalse();
        assertThat(CommandLineInterface.isCommand(
                        Files.createFile(folder.resolve("swirl")).toString()))
                .isFalse();
        for (var word : Isotopy.COMMANDS) {
            assertThat(CommandLineInterface.isCommand(word)).isTrue();
        }
        assertThat(CommandLineInterface.isCommand("trian")).isTrue();
        assertThat(CommandLineInterface.isCommand("--version")).isTrue();
        assertThat(CommandLineInterface.isCommand("-h")).isTrue();
        assertThat(CommandLineInterface.isCommand("a.isotopy", "b.isotopy")).isFalse();
        assertThat(CommandLineInterface.isCommand("a.isotopy", "--quiet")).isTrue();
    }
}
