package isotopy.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import isotopy.control.ControlFamily;
import isotopy.figure.Look;
import isotopy.flow.Integrator;
import isotopy.math.Activation;
import isotopy.math.Box;
import isotopy.project.WeightsFile.Form;
import isotopy.snapshot.LossHistory;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import isotopy.train.Network;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever is wrong with a file of weights, the answer is one sentence that names what does not fit.
class DamagedWeightsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            W 2,3,2; b 2,4; V 2,2,3 | b[0] has the shape (4,), and must have (3,)
            W 2,3,2; b 2,3; V 2,3,2 | V[0] has the shape (3, 2), and must have (2, 3)
            W 2,3,2; b 2,3; V 3,2,3 | layer 2 of 3 (counted from 0) has no W, and layer 0 has one
            W 2,3,2; b 2,3          | the layers have no array V
            V 2,2,3                 | layer 0 has no array W
            b 2                     | layer 0 has no array W
            A 1                     | layer 0 has no array W
            Z 2,2                   | there is no layer: the file needs an array W
            W 2,3; V 2,2,3          | W[0] has the shape (3,), and must be width × dimension
            W 3; V 3                | W[0] has the shape (), and must be width × dimension
            W 2,3,3; V 2,3,3        | W[0] has the shape (3, 3), for a state of 3 coordinates; networks of points with 1 or 2
            W 1,600,2; V 1,2,600    | W[0] has the shape (600, 2) or a later layer more rows: layers of up to 512 hidden units
            W 1001,1,2; V 1001,2,1  | W has the shape (1001, 1, 2), which are more layers than the 1000
            W 2,3,2; V 2,2,3; duration 2,2 | duration[0] has the shape (2,), and must be one number for each layer
            W 2,3,2; V 2,2,3; duration 3 | layer 2 of 3 (counted from 0) has no W
            W0 3,2; V0 2,3; W2 3,2; V2 2,3 | the layers must be numbered from 0 without a gap
            W 2,3,2; V 2,2,3; readout_A 2,3 | readout_A has the shape (2, 3), and must be outputs × 2
            W 2,3,2; V 2,2,3; readout_A 2,2; readout_c 3 | readout_c has the shape (3,), and must have (2,)
            W 2,3,2; V 2,2,3; readout_A 3,2 | readout_A has the shape (3, 2): 3 outputs of points with 2 coordinates can only
            W 2,3,2; V 2,2,3; augment 2 | augment must be one whole number in 0 … 6: its shape is (2,)
            W 2,3,2; V 2,2,3; input_factor 2 | input_factor has the shape (2,), and must be one number
            W 2,3,2; V 2,2,3; input_factor; input_offset 3 | input_offset has the shape (3,), and must have (2,)
            W 1,1,1; V 1,1,1; b 1,2 | b[0] has the shape (2,), and must have (1,)
            """)
    void theArrayThatDoesNotFitIsNamedWithItsShape(String arrays, String sentence) throws Exception {
        var bytes = new ByteArrayOutputStream();
        var npz = new NpzWriter(bytes);
        for (var array : arrays.split(";")) {
            var words = array.strip().split(" ");
            int[] shape = words.length == 1
                    ? new int[0]
                    : Arrays.stream(words[1].split(","))
                            .mapToInt(Integer::parseInt)
                            .toArray();
            var values = new double[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
            Arrays.fill(values, 0.5);
            npz.add(new Tensor(words[0], shape, values));
        }
        npz.finish();
        var file = Files.write(folder.resolve("w.npz"), bytes.toByteArray());
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ProjectException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(sentence);
    }

    private static ImportedNetwork read(Path file) throws ProjectException {
        return WeightsFile.read(file, Optional.of(Activation.TANH));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `{"layers": [{"W": [[1, 2], [3]], "V": [[1, 1], [1, 1]]}]}` | layers[0].W must have parts of one shape, not (2,) and (1,)
            `{"layers": [{"W": [[1, 2]], "V": [[1, 1], [1, 1]]}]}` | layers[0].V has the shape (2, 2), and must have (2, 1)
            `{"layers": [{"W": [["a"]], "V": [[1]]}]}` | line 1, column 21: layers[0].W must hold numbers, but here is the text "a"
            `{"layers": [{"W": [[1]], "V": [[1]], "duration": 0}]}` | a layer's duration must be positive: 0.0
            `{"layers": [{"W": [], "V": [[1]]}]}` | layers[0].W has the shape (0,)
            `{"layers": [3]}` | there is no layer
            `{"layers": [{}, 3]}` | line 1, column 17: layers[1] must be an object, but here is the number 3
            `{"layers": [{"W": [[1]], "V": [[1]]}, {"W": [[1]]}]}` | layer 1 of 2 (counted from 0) has no V
            `{"activation": "swish", "layers": [{"W": [[1]], "V": [[1]]}]}` | there is no activation 'swish'; choose one of tanh
            `{"family": "relu", "activation": "tanh", "layers": [{"W": [[1]], "V": [[1]]}]}` | the family relu has the activation relu
            `{"integrator": "rk5", "layers": [{"W": [[1]], "V": [[1]]}]}` | there is no integrator 'rk5'
            `{"substeps": 0, "layers": [{"W": [[1]], "V": [[1]]}]}` | substeps must be one whole number in 1 … 64: 0.0
            `{"dimension": 2, "layers": [{"W": [[1]], "V": [[1]]}]}` | dimension must be one whole number in 1 … 1: 2.0
            `{"augment": 1, "layers": [{"W": [[1]], "V": [[1]]}]}` | for a state of 1 coordinates; networks of points with 1 or 2
            `{"family": "linear", "layers": [{"W": [[1]], "b": [0], "V": [[2]]}]}` | layers[0].V of the shape (1, 1) must follow from
            `[1]` | line 1, column 1: weights are a JSON object
            `{"layers": [` | the file ends too early
            `` | weights are a JSON object
            """)
    void aFaultOfJsonIsToldInASentence(String text, String sentence) throws Exception {
        var file = Files.writeString(folder.resolve("w.json"), text == null ? "" : text);
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ProjectException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(sentence);
    }

    @Test
    void aFileWithoutItsActivationAsksForIt() throws Exception {
        var file = Files.writeString(folder.resolve("w.json"), "{\"layers\": [{\"W\": [[1]], \"V\": [[1]]}]}");
        assertThatThrownBy(() -> WeightsFile.read(file, Optional.empty()))
                .hasMessageContaining("which σ its layers have; name it by --activation");
    }

    @Test
    void aNetworkBeyondEveryNumberIsNoProject() throws Exception {
        var file = Files.writeString(
                folder.resolve("w.json"),
                "{\"activation\": \"relu\", \"layers\": [{\"W\": [[1e300]], \"V\": [[1e300]]}]}");
        var network = WeightsFile.read(file, Optional.empty());
        assertThatThrownBy(() -> network.project("w", Box.UNIT)).hasMessageContaining("beyond every number");
    }

    @Test
    void whateverIsDamagedIsToldInASentence() throws Exception {
        var random = new SplittableRandom(8);
        int refused = 0;
        var file = folder.resolve("w");
        for (var family : List.of("tanh", "hamiltonian", "bumps")) {
            for (var form : List.of(Form.JSON, Form.NPZ)) {
                WeightsFile.write(project(family), form, "0.0", Optional.empty(), file);
                var whole = Files.readAllBytes(file);
                for (int k = 0; k < 800; k++) {
                    Files.write(file, damaged(whole, random));
                    refused += told(file) ? 1 : 0;
                }
            }
        }
        assertThat(refused).isGreaterThan(1000);
    }

    private static Project project(String family) {
        var network = new Network(ControlFamily.named(family), 3, 2, 1, 0, Integrator.HEUN, 1, false);
        var experiment = Experiment.standard(Preset.SWIRL).withNetwork(network);
        var control = Projects.mild(experiment, new SplittableRandom(1));
        return new Project(experiment, control, 0, LossHistory.EMPTY, List.of(), Look.standard(Box.UNIT));
    }

    /// Some bytes changed, cut off, left out or doubled.
    private static byte[] damaged(byte[] whole, SplittableRandom random) {
        var bytes = whole.clone();
        for (int k = random.nextInt(4); k >= 0; k--) {
            int at = random.nextInt(bytes.length);
            bytes[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : bytes[at] ^ 1 << random.nextInt(8));
        }
        int cut = random.nextInt(bytes.length);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, cut);
            case 1 ->
                joined(
                        Arrays.copyOf(bytes, cut),
                        Arrays.copyOfRange(bytes, Math.min(cut + 9, bytes.length), bytes.length));
            case 2 -> joined(Arrays.copyOf(bytes, cut), Arrays.copyOfRange(bytes, Math.max(cut - 9, 0), bytes.length));
            default -> bytes;
        };
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    /// Whether the file is refused; what is not refused must be a network.
    private static boolean told(Path file) throws IOException {
        try {
            var network = read(file);
            assertThat(network.control().depth()).isPositive();
            opened(network);
            return false;
        } catch (ProjectException e) {
            assertThat(e.getMessage())
                    .startsWith(file.toString())
                    .doesNotEndWith("null")
                    .doesNotContain("\n", "java.")
                    .hasSizeLessThan(400);
            return true;
        } catch (RuntimeException e) {
            return fail("no sentence for " + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1), e);
        }
    }

    /// What cannot be shown is told as well.
    private static void opened(ImportedNetwork network) {
        try {
            network.project("w", Box.UNIT);
        } catch (ProjectException e) {
            assertThat(e.getMessage())
                    .isNotBlank()
                    .doesNotContain("\n", "java.")
                    .hasSizeLessThan(400);
        }
    }
}
