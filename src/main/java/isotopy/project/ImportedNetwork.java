package isotopy.project;

import isotopy.control.Control;
import isotopy.control.Readout;
import isotopy.figure.Look;
import isotopy.flow.FlowMap;
import isotopy.flow.Integrator;
import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.snapshot.LossHistory;
import isotopy.target.Correspondence;
import isotopy.target.Labels;
import isotopy.target.Scaling;
import isotopy.target.TargetMap;
import isotopy.train.Experiment;
import isotopy.train.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A residual network that was trained elsewhere: its layers, the scheme that makes a map of them, and what is done to
/// the coordinates before and after.
///
/// @param classes the names of the classes that its scores tell apart; empty where there are none
public record ImportedNetwork(
        Control control, Integrator integrator, int substeps, Optional<Scaling> scaling, List<String> classes) {
    private static final int ON_A_LINE = 257;
    private static final int PER_SIDE = 33;

    public ImportedNetwork {
        classes = List.copyOf(classes);
    }

    /// A project that begins with this network. What it was trained for is not known; so its target is what the
    /// network itself makes of a lattice in the domain.
    ///
    /// Throws: `ProjectException` where no project can hold such a network, or it carries a point of the domain
    /// beyond every number.
    public Project project(String title, Box domain) throws ProjectException {
        try {
            var target = target(title, domain);
            var experiment = experiment(target, domain);
            var obstacle = Experiment.obstacle(experiment);
            if (obstacle.isPresent()) {
                throw ProjectException.whole(obstacle.get());
            }
            return new Project(experiment, control, 0, LossHistory.EMPTY, List.of(), Look.standard(domain));
        } catch (IllegalArgumentException e) {
            throw ProjectException.whole(String.valueOf(e.getMessage()));
        }
    }

    private Experiment experiment(TargetMap target, Box domain) {
        var network = new Network(
                control.family(),
                control.width(),
                control.depth(),
                control.horizon(),
                control.augment(),
                integrator,
                substeps,
                false,
                control.readout().isPresent() && classes.isEmpty());
        var experiment = Experiment.standard(target).withNetwork(network);
        return experiment.withSampling(experiment.sampling().withDomain(domain));
    }

    private TargetMap target(String title, Box domain) throws ProjectException {
        var x = control.inputs() == 1 ? line(domain) : domain.lattice(PER_SIDE);
        var y = new FlowMap(control, integrator, substeps).apply(x);
        if (!y.finite()) {
            throw ProjectException.whole("the network carries a point of [" + domain.low() + ", " + domain.high()
                    + "] beyond every number; choose a smaller --domain");
        }
        return classes.isEmpty()
                ? new Correspondence(title, x, y, scaling)
                : new Labels(title, x, largest(y), classes, scaling);
    }

    private static Points line(Box domain) {
        var x = new double[ON_A_LINE];
        for (int k = 0; k < ON_A_LINE; k++) {
            x[k] = domain.at(k / (ON_A_LINE - 1.0));
        }
        return Points.of(x);
    }

    /// The class with the largest score, for each point.
    private static List<Integer> largest(Points scores) {
        var classes = new ArrayList<Integer>();
        for (int k = 0; k < scores.size(); k++) {
            int best = 0;
            for (int i = 1; i < scores.dimension(); i++) {
                best = scores.at(i, k) > scores.at(best, k) ? i : best;
            }
            classes.add(best);
        }
        return classes;
    }

    /// The names of the classes that a read-out tells apart.
    static List<String> classes(Optional<Readout> readout, List<String> named) {
        var names = new ArrayList<String>();
        int count = readout.filter(Readout::scores).map(Readout::outputs).orElse(0);
        for (int k = 0; k < count; k++) {
            names.add(named.size() == count ? named.get(k) : "class " + (k + 1));
        }
        return names;
    }
}
