package isotopy.check;

import isotopy.control.Control;
import isotopy.flow.Integrator;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.train.Costs;
import isotopy.train.Experiment;
import isotopy.train.Optimization;
import isotopy.train.Penalties;
import isotopy.train.Trainer;

/// Training as the program does it, on given pairs that all train.
record Training(Experiment experiment) {
    /// On these pairs, full batch.
    static Training on(Points x, Points y) {
        var experiment = Experiment.standard(new Correspondence("pairs", x, y));
        return new Training(experiment.withSampling(experiment.sampling().withTestFraction(0)));
    }

    /// For controls of that shape, by that integrator.
    Training of(Control control, Integrator integrator, int substeps) {
        var network = experiment
                .network()
                .withFamily(control.family())
                .withWidth(control.width())
                .withDepth(control.depth())
                .withHorizon(control.horizon())
                .withIntegrator(integrator)
                .withSubsteps(substeps);
        return new Training(experiment.withNetwork(network));
    }

    Training with(Penalties penalties) {
        return new Training(experiment.withRecipe(experiment.recipe().withPenalties(penalties)));
    }

    private Training by(Optimization method, double rate) {
        return new Training(
                experiment.withRecipe(experiment.recipe().withOptimizer(method).withLearningRate(rate)));
    }

    /// What a first step of gradient descent subtracts from θ at rate 1: the gradient, by the engine that trains.
    double[] gradient(Control start) {
        try (var trainer = new Trainer(by(Optimization.SGD, 1).experiment, start, 0, 1)) {
            var before = trainer.control().values();
            trainer.advance();
            var after = trainer.control().values();
            var gradient = new double[before.length];
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = before[i] - after[i];
            }
            return gradient;
        }
    }

    /// What the objective is made of at a control.
    Costs costs(Control start) {
        try (var trainer = new Trainer(by(Optimization.SGD, 1e-8).experiment, start, 0, 1)) {
            trainer.advance();
            return trainer.costs();
        }
    }

    /// How far the flow of a control moves when the network grows as training goes on.
    double moved(Control start, int width, int depth, int augment) {
        var network = experiment.network().withWidth(width).withDepth(depth).withAugment(augment);
        var next = experiment.withNetwork(network);
        try (var trainer = new Trainer(experiment, start, 0, 1)) {
            var x = trainer.samples().trainX();
            var before = experiment.flow(trainer.control()).apply(x);
            trainer.change(next);
            return Specimens.distance(next.flow(trainer.control()).apply(x), before);
        }
    }

    /// The control after so many steps of L-BFGS from rest.
    Control solved(int steps) {
        try (var trainer = new Trainer(by(Optimization.LBFGS, 1).experiment, 1)) {
            for (int k = 0; k < steps; k++) {
                trainer.advance();
            }
            return trainer.control();
        }
    }

    /// The control after so many steps of Adam from rest, by so many threads.
    Control trained(int steps, int threads) {
        try (var trainer = new Trainer(by(Optimization.ADAM, 0.01).experiment, threads)) {
            for (int k = 0; k < steps; k++) {
                trainer.advance();
            }
            return trainer.control();
        }
    }
}
