package isotopy.train;

import isotopy.control.ControlFamily;
import isotopy.control.Perceptron;
import isotopy.flow.Integrator;
import isotopy.math.Activation;

/// What is trained: the family of the layers, their width and number, the horizon they share, and the scheme that turns
/// them into a map.
///
/// Units: `horizon` is the end T of fictitious time; every layer lasts T/depth, in `substeps` steps. With `bijective`,
/// layers are scaled back after each training step so that every one stays a bijection. The state has `augment` extra
/// coordinates, which start at 0; an affine read-out brings the last state back to the coordinates of the target. With
/// `terminal` there is one also where the state has no more coordinates than the target: the flow is followed by an
/// affine map that is trained with it.
public record Network(
        ControlFamily family,
        int width,
        int depth,
        double horizon,
        int augment,
        Integrator integrator,
        int substeps,
        boolean bijective,
        boolean terminal) {
    public static final Range WIDTH = Range.whole("width", 1, 512, "hidden units a layer");
    public static final Range DEPTH = Range.whole("depth", 1, 1000, "layers");
    public static final Range HORIZON = Range.real("horizon", 0.01, 100, "fictitious time");
    public static final Range AUGMENT = Range.whole("augment", 0, 6, "extra coordinates");
    public static final Range SUBSTEPS = Range.whole("substeps", 1, 64, "steps a layer");

    /// Twenty tanh layers of width 16, read as the residual network itself.
    public static final Network STANDARD =
            new Network(new Perceptron(Activation.TANH), 16, 20, 1, 0, Integrator.EULER, 1, false);

    /// A network whose output is the last state, where it has the coordinates of the target.
    public Network(
            ControlFamily family,
            int width,
            int depth,
            double horizon,
            int augment,
            Integrator integrator,
            int substeps,
            boolean bijective) {
        this(family, width, depth, horizon, augment, integrator, substeps, bijective, false);
    }

    public Network {
        WIDTH.require(width);
        DEPTH.require(depth);
        HORIZON.require(horizon);
        AUGMENT.require(augment);
        SUBSTEPS.require(substeps);
    }

    /// Whether training goes on with `next` from the very θ it has: only the scheme differs, and no layer has to be
    /// scaled back for the new one.
    public boolean keepsParameters(Network next) {
        boolean sameScheme = integrator == next.integrator && substeps == next.substeps;
        return equals(next.withIntegrator(integrator).withSubsteps(substeps)) && (sameScheme || !bijective);
    }

    public Network withFamily(ControlFamily changed) {
        return new Network(changed, width, depth, horizon, augment, integrator, substeps, bijective, terminal);
    }

    public Network withWidth(int changed) {
        return new Network(family, changed, depth, horizon, augment, integrator, substeps, bijective, terminal);
    }

    public Network withDepth(int changed) {
        return new Network(family, width, changed, horizon, augment, integrator, substeps, bijective, terminal);
    }

    public Network withHorizon(double changed) {
        return new Network(family, width, depth, changed, augment, integrator, substeps, bijective, terminal);
    }

    public Network withAugment(int changed) {
        return new Network(family, width, depth, horizon, changed, integrator, substeps, bijective, terminal);
    }

    public Network withIntegrator(Integrator changed) {
        return new Network(family, width, depth, horizon, augment, changed, substeps, bijective, terminal);
    }

    public Network withSubsteps(int changed) {
        return new Network(family, width, depth, horizon, augment, integrator, changed, bijective, terminal);
    }

    public Network withBijective(boolean changed) {
        return new Network(family, width, depth, horizon, augment, integrator, substeps, changed, terminal);
    }

    public Network withTerminal(boolean changed) {
        return new Network(family, width, depth, horizon, augment, integrator, substeps, bijective, changed);
    }
}
