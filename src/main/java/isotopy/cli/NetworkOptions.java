package isotopy.cli;

import isotopy.control.ControlFamily;
import isotopy.flow.Integrator;
import isotopy.train.Network;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of `train` that say what is trained.
final class NetworkOptions {
    @Mixin
    FamilyOptions layer = new FamilyOptions();

    @Option(names = "--width", paramLabel = "N", description = "Hidden units a layer, 1 to 512 (default 16).")
    @Nullable
    String width;

    @Option(names = "--depth", paramLabel = "N", description = "Layers, 1 to 1000 (default 20).")
    @Nullable
    String depth;

    @Option(names = "--horizon", paramLabel = "T", description = "The end of fictitious time, 0.01 to 100 (default 1).")
    @Nullable
    String horizon;

    @Option(
            names = "--augment",
            paramLabel = "N",
            description = "Extra coordinates that start at 0, 0 to 6; an affine read-out leads back (default 0).")
    @Nullable
    String augment;

    @Option(
            names = "--integrator",
            paramLabel = "NAME",
            description = "What turns layers into a map; isotopy families lists them (default euler, the residual"
                    + " network itself; exact for one-neuron).")
    @Nullable
    String integrator;

    @Option(names = "--substeps", paramLabel = "N", description = "Steps of the scheme a layer, 1 to 64 (default 1).")
    @Nullable
    String substeps;

    @Option(names = "--bijective", description = "Scale layers back after every step so that each stays one to one.")
    @Nullable
    Boolean bijective;

    @Option(
            names = "--readout",
            description =
                    "End in an affine map that is trained with the layers; classes, functions and --augment always do.")
    @Nullable
    Boolean readout;

    /// The network with what was given in place of what it had, for a target in that many coordinates.
    ///
    /// Throws: `Failure` for a wrong call, when a value is not allowed or two do not suit each other.
    Network over(Network start, int dimension) {
        var family = layer.over(start.family());
        int extra = (int) Numbers.within("--augment", Network.AUGMENT, augment, start.augment());
        var scheme = Choice.of(
                "--integrator", integrator, Arrays.asList(Integrator.values()), Integrator::id, kept(start, family));
        family.unfit(dimension + extra).ifPresent(reason -> {
            throw Failure.wrongCall((extra == 0 ? "" : "--augment " + extra + " ") + "--family " + family.id() + ": "
                    + Failure.small(reason).replace("1 extra coordinate more", "--augment " + (extra + 1)));
        });
        scheme.unfit(family).ifPresent(reason -> {
            throw Failure.wrongCall("--integrator " + scheme.id() + ": " + Failure.small(reason));
        });
        return new Network(
                family,
                (int) Numbers.within("--width", Network.WIDTH, width, start.width()),
                (int) Numbers.within("--depth", Network.DEPTH, depth, start.depth()),
                Numbers.within("--horizon", Network.HORIZON, horizon, start.horizon()),
                extra,
                scheme,
                (int) Numbers.within("--substeps", Network.SUBSTEPS, substeps, start.substeps()),
                bijective == null ? start.bijective() : bijective,
                readout == null ? start.terminal() : readout);
    }

    /// The integrator where none is given: that of the start, unless it is only the usual one of another family.
    private static Integrator kept(Network start, ControlFamily family) {
        boolean usual = start.integrator() == usual(start.family());
        return usual ? usual(family) : start.integrator();
    }

    /// The integrator that a family is used with unless another is asked for.
    static Integrator usual(ControlFamily family) {
        return Integrator.EXACT.suits(family) ? Integrator.EXACT : Integrator.EULER;
    }
}
