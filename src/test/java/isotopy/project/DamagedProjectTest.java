package isotopy.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import isotopy.figure.Overlay;
import isotopy.math.Box;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever is wrong with a file, the answer is one sentence that says where.
class DamagedProjectTest {
    private static final String WHERE = "line \\d+, column \\d+: ";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "schema": 4         | "schema": 5          | line 2, column 13: this project was saved by a newer version
            "schema": 4         | "schema": 99999999999999999999 | line 2, column 13: schema must be a whole number
            "schema": 4         | "schema": "one"      | schema must be a whole number, but here is the text "one"
            "schema": 4,        | "remark": 1,         | line 1, column 1: the project has no field "schema"
            "width": 2          | "width": 2.5         | experiment.network.width must be a whole number in
            "width": 2          | "width": 0           | experiment.network: width must be a whole number in 1 … 512: 0
            "depth": 2          | "depth": 1e999       | a number must be finite
            "horizon": 1.0      | "horizon": NaN       | a number must be finite and not beyond ±1.8e308: NaN
            "horizon": 1.0      | "horizon": -Infinity | a number must be finite and not beyond ±1.8e308: -Inf
            "horizon": 1.0      | "horizon": -INF      | a number must be finite and not beyond ±1.8e308: -INF
            "horizon": 1.0      | "horizon": -1        | experiment.network: horizon must be in
            "horizon": 1.0      | "horizon": null      | experiment.network.horizon must be a number, but here is null
            "seed": 1           | "seed": 1e300        | experiment.seed must be a whole number
            "seed": 1           | "sead": 1            | experiment has no field "seed"
            "seed": 1           | "seed": 1, "seed": 2 | the field "seed" is given twice
            "kind": "drawn"     | "kind": "drown"      | experiment.target.kind must be preset, drawn, pairs, labels, curve
            "base": "swirl"     | "base": "swurl"      | there is no preset 'swurl'
            "nodes": 2          | "nodes": 3           | experiment.target.strokes[0].d1 must be a list of 9 numbers, not 4
            "nodes": 2          | "nodes": 1000000     | experiment.target.nodes must be a whole number in 2 … 65
            "symmetry": "half-turn" | "symmetry": "none" | must be one of left-right, up-down, half-turn, quarter-turn
            "radius": 0.4       | "radius": 0          | the radius of a push must be > 0
            "bijective": false  | "bijective": "no"    | bijective must be true or false, but here is the text "no"
            "family": "tanh"    | "family": "relu"     | experiment.network.activation must be that of the family, "relu"
            "family": "tanh"    | "family": "tahn"     | experiment.network: there is no family 'tahn'
            "activation": "tanh" | "activation": "relu" | experiment.network.activation must be that of the family, "tanh"
            "augment": 0        | "augment": 7         | experiment.network: augment must be a whole number in 0 … 6: 7
            "augment": 0        | "augment": 1         | control.augment must be a whole number in 1 … 1: 0
            "readout": null     | "readout": {}        | control.readout has no field "A"
            "readout": null     | "readout": 1         | control.readout must be an object, but here is the number 1
            "readout": null     | "readout": {"A": [[1]], "c": [0], "scores": false} | a row of control.readout.A must be a list of 2
            "readout": null     | "readout": {"A": [[1, 0]], "c": [0, 1], "scores": false} | control.readout.c must be a list of 1
            "dimension": 2      | "dimension": 3       | control.dimension must be a whole number in 2 … 2: 3
            "optimizer": "adam" | "optimizer": "eve"   | experiment.recipe: there is no optimizer 'eve'; choose one of adam
            "schedule": "constant" | "schedule": "no"  | experiment.recipe: there is no schedule 'no'
            "loss": "mse"       | "loss": "l7"         | experiment.recipe: there is no loss 'l7'
            "kinetic": 0.0      | "kinetic": -1        | experiment.recipe.penalties: kinetic energy must be in 0 … 1000000
            "duration": 0.5     | "duration": 0        | a layer's duration must be positive
            "W": [              | "W": [ [1, 2],       | control.layers[0].W must have 2 rows, not 3
            "W": [              | "w": [               | control.layers[0] has no field "W"
            "V": [              | "V": [ [1, 2, 3],    | a row of control.layers[0].V must be a list of 2 numbers
            "step": 7           | "step": -7           | step must be a whole number in 0
            "edits": [3]        | "edits": [3.5]       | edits must be a list of whole numbers, not 3.5
            "edits": [3]        | "edits": {}          | edits must be a list of numbers, but here is an object
            "train": [0.5       | "train": [-0.5       | history: a loss must be a number ≥ 0
            "steps": [0, 7]     | "steps": [7, 0]      | history: the steps of a loss history must increase
            "theme": "light"    | "theme": "pink"      | there is no theme 'pink'
            "particles": 2000   | "particles": 0       | view: particles must be in 1
            "overlays": ["grid" | "overlays": ["gird"  | there is no overlay 'gird'
            "span": 3.0         | "span": 0            | a camera needs a finite centre and span > 0
            {                   | [                    | this is not a project, which begins with {
            "step"              | step                 | this is not JSON, near
            """)
    void aFaultIsToldWithItsPlace(String sound, String damaged, String sentence) {
        var text = ProjectFile.write(
                Projects.small().withLook(Projects.small().look().withOverlays(Set.of(Overlay.GRID))));
        assertThat(text).contains(sound);
        int at = text.indexOf(sound);
        var broken = text.substring(0, at) + damaged + text.substring(at + sound.length());
        assertThatThrownBy(() -> ProjectFile.read(broken))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining(sentence)
                .message()
                .matches(WHERE + "[^\n]+");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "c": [      | "c": [1,       | control.layers[0].c must be a list of 2 numbers, not 3
            "W": [      | "W": [[1, 2],  | control.layers[0].W must have 2 rows, not 3
            "V": [      | "U": [         | control.layers[0] has no field "V"
            V           | V              | control.layers[0].V must follow from the free parameters of the layer: 7.0 should be
            "step": 0,  | "step": 7,     | the steps of checkpoints must increase: 7, 7
            "width": 2, | "width": 0,    | width must be a whole number in 1 … 512: 0
            "values": " | "values": "@   | checkpoints[0].values must be numbers compressed by gzip and spelt in base64
            "values": " | "values": "H4s | checkpoints[0].values must be numbers compressed by gzip and spelt in base64
            """)
    void aFaultAmongFreeParametersOrCheckpointsIsTold(String sound, String damaged, String sentence) {
        var text = ProjectFile.write(Projects.structured());
        var broken = sound.equals("V")
                ? text.replaceFirst("(?s)(\"V\": \\[\\s*\\[)[^,]*", "$17.0")
                : text.replace(sound, damaged);
        assertThat(broken).isNotEqualTo(text);
        assertThatThrownBy(() -> ProjectFile.read(broken))
                .isInstanceOf(ProjectException.class)
                .message()
                .matches(WHERE + "[^\n]+")
                .contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "of": "plane"      | "of": "labels"     | experiment.target.of must be 1-d, plane or function, but here is the text
            "of": "plane"      | "of": "1-d"        | a row of experiment.target.pairs must be a list of 2 numbers
            "offset": [1.0     | "offset": [0.5     | control.scaling must belong to the scaling of the experiment
            "offset": [1.0     | "offset": [1, 1    | experiment.target.scaling.input.offset must be a list of 2 numbers, not 3
            "factor": 2.0      | "factor": 0        | experiment.target.scaling: a scaling needs finite centres and reaches
            "terminal": true   | "terminal": 1      | experiment.network.terminal must be true or false
            """)
    void aFaultAmongScaledPairsIsTold(String sound, String damaged, String sentence) {
        var text = ProjectFile.write(Projects.scaled());
        assertThat(text).contains(sound);
        var broken = sentence.startsWith("control")
                ? text.substring(0, text.lastIndexOf(sound))
                        + damaged
                        + text.substring(text.lastIndexOf(sound) + sound.length())
                : text.replaceFirst(Pattern.quote(sound), damaged);
        assertThatThrownBy(() -> ProjectFile.read(broken))
                .isInstanceOf(ProjectException.class)
                .message()
                .matches(WHERE + "[^\n]+")
                .contains(sentence);
    }

    @Test
    void aFileCutOffAnywhereSaysSo() {
        var bytes = ProjectFile.write(Projects.small()).getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < bytes.length - 2; length++) {
            int cut = length;
            var text = new String(bytes, 0, cut, StandardCharsets.UTF_8);
            assertThatThrownBy(() -> ProjectFile.read(text), "cut after %s bytes", cut)
                    .isInstanceOf(ProjectException.class)
                    .message()
                    .matches(WHERE + "the file (ends too early, it was cut off|is empty); open .*");
        }
    }

    @Test
    void aFileDamagedAnywhereIsReadOrRefusedInOneSentence() {
        var texts = List.of(ProjectFile.write(Projects.small()), ProjectFile.write(Projects.structured()));
        var spoils = "{}[]\",:0123456789.-+eE \n\u0000x\uD800é\\ntf".toCharArray();
        int refused = 0;
        for (long seed = 1; seed <= 6000; seed++) {
            var random = new SplittableRandom(seed);
            var text = texts.get((int) (seed % 2));
            var broken = new StringBuilder(text);
            for (int k = 1 + random.nextInt(3); k > 0; k--) {
                int at = random.nextInt(broken.length());
                char spoil = spoils[random.nextInt(spoils.length)];
                switch (random.nextInt(4)) {
                    case 0 -> broken.setCharAt(at, spoil);
                    case 1 -> broken.insert(at, spoil);
                    case 2 -> broken.delete(at, Math.min(broken.length(), at + 1 + random.nextInt(20)));
                    default -> broken.insert(at, text, Math.min(at, text.length()), text.length());
                }
            }
            refused += refused(broken.toString(), seed) ? 1 : 0;
        }
        assertThat(refused).isBetween(4000, 5999);
    }

    @Test
    void aTargetDamagedAnywhereIsReadOrRefusedInOneSentence() {
        int refused = 0;
        for (long seed = 1; seed <= 800; seed++) {
            var random = new SplittableRandom(seed);
            var broken = new StringBuilder(TargetFile.write(Projects.target(Box.UNIT, random)));
            for (int k = random.nextInt(3); k >= 0; k--) {
                int at = random.nextInt(broken.length());
                switch (random.nextInt(3)) {
                    case 0 -> broken.setCharAt(at, "0123456789.-e[]{},\"a".charAt(random.nextInt(19)));
                    case 1 -> broken.insert(at, "0123456789.-e[]{},\"a".charAt(random.nextInt(19)));
                    default -> broken.delete(at, Math.min(broken.length(), at + 1 + random.nextInt(30)));
                }
            }
            long number = seed;
            refused += refused(() -> TargetFile.read(broken.toString()), number) ? 1 : 0;
        }
        assertThat(refused).isBetween(300, 799);
    }

    private static boolean refused(String text, long seed) {
        return refused(() -> ProjectFile.read(text), seed);
    }

    private static boolean refused(Callable<?> reading, long seed) {
        try {
            reading.call();
            return false;
        } catch (ProjectException e) {
            assertThat(e.getMessage()).as("seed %s", seed).matches("(?s)" + WHERE + "[^\n\r]+");
            return true;
        } catch (Exception | Error e) {
            return fail("seed " + seed + " threw " + e, e);
        }
    }

    @Test
    void bytesOfEveryKindAreRefusedInOneSentence() throws Exception {
        var sound = ProjectFile.write(Projects.small()).getBytes(StandardCharsets.UTF_8);
        var file = folder.resolve("bytes.isotopy");
        for (long seed = 1; seed <= 300; seed++) {
            var random = new SplittableRandom(seed);
            var bytes = sound.clone();
            bytes[random.nextInt(bytes.length)] = (byte) (128 + random.nextInt(128));
            Files.write(file, bytes);
            long number = seed;
            assertThatThrownBy(() -> ProjectFile.read(file), "seed %s", number)
                    .isInstanceOf(ProjectException.class)
                    .hasMessageContaining("bytes.isotopy, line ")
                    .hasMessageContaining("this is not UTF-8 text");
        }
    }

    @Test
    void nestingWithoutEndIsRefused() {
        for (var open : new String[] {"[", "{\"a\":"}) {
            assertThatThrownBy(() -> ProjectFile.read("{\"schema\": " + open.repeat(200_000)))
                    .isInstanceOf(ProjectException.class)
                    .hasMessageContaining("nested too deeply");
        }
    }

    @Test
    void whatIsNoProjectAtAllIsRefused() {
        assertRefused("", "line 1, column 1: the file is empty; open a file that Isotopy has saved");
        assertRefused(" \n ", "line 2, column 2: the file is empty; open a file that Isotopy has saved");
        assertRefused("null", "line 1, column 1: this is not a project, which begins with {");
        assertRefused("x1,x2,y1,y2\n", "line 1, column 1: this is not a project, which begins with {");
        assertRefused("{x1,x2}", "line 1, column 2: this is not JSON, near '{x1,x2}'");
        assertRefused(ProjectFile.write(Projects.small()) + "{}", "something follows after the end of the project");
        assertRefused("{\"schema\": " + "9".repeat(100_000) + "}", "too long");
    }

    private static void assertRefused(String text, String sentence) {
        assertThatThrownBy(() -> ProjectFile.read(text))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aFileThatIsNotThereOrNoFileIsNamed() throws Exception {
        var missing = folder.resolve("missing.isotopy");
        assertThatThrownBy(() -> ProjectFile.read(missing))
                .isInstanceOf(ProjectException.class)
                .hasMessage(missing + ": there is no such file; check its name and folder");
        assertThatThrownBy(() -> ProjectFile.read(folder))
                .isInstanceOf(ProjectException.class)
                .hasMessage(folder + ": this is a folder; name a file in it");
        var beyond = Files.writeString(folder.resolve("file"), "x").resolve("beyond");
        assertThatThrownBy(() -> ProjectFile.read(beyond))
                .isInstanceOf(ProjectException.class)
                .hasMessageStartingWith(beyond + ": ");
    }
}
