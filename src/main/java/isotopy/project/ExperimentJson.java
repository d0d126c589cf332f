package isotopy.project;

import isotopy.flow.Integrator;
import isotopy.math.Box;
import isotopy.train.Experiment;
import isotopy.train.Loss;
import isotopy.train.Network;
import isotopy.train.Optimization;
import isotopy.train.Penalties;
import isotopy.train.Recipe;
import isotopy.train.Sampling;
import isotopy.train.Schedule;

/// Writes and reads all that determines a run.
final class ExperimentJson {
    private ExperimentJson() {}

    static void write(Experiment experiment, JsonPen pen) {
        pen.object("target", () -> TargetJson.write(experiment.target(), pen))
                .object("sampling", () -> write(experiment.sampling(), pen))
                .object("network", () -> write(experiment.network(), pen))
                .object("recipe", () -> write(experiment.recipe(), pen))
                .whole("seed", experiment.seed());
    }

    private static void write(Sampling sampling, JsonPen pen) {
        pen.numbers("domain", sampling.domain().low(), sampling.domain().high())
                .whole("samples", sampling.samples())
                .number("testFraction", sampling.testFraction())
                .number("noise", sampling.noise());
    }

    private static void write(Network network, JsonPen pen) {
        FamilyJson.write(network.family(), pen);
        pen.whole("width", network.width())
                .whole("depth", network.depth())
                .number("horizon", network.horizon())
                .whole("augment", network.augment())
                .text("integrator", network.integrator().id())
                .whole("substeps", network.substeps())
                .flag("bijective", network.bijective())
                .flag("terminal", network.terminal());
    }

    private static void write(Recipe recipe, JsonPen pen) {
        var penalties = recipe.penalties();
        pen.text("optimizer", recipe.optimizer().id())
                .whole("steps", recipe.steps())
                .number("learningRate", recipe.learningRate())
                .text("schedule", recipe.schedule().id())
                .whole("batch", recipe.batch())
                .text("loss", recipe.loss().id())
                .number("clip", recipe.clip())
                .object(
                        "penalties",
                        () -> pen.number("weightDecay", penalties.weightDecay())
                                .number("roughness", penalties.roughness())
                                .number("kinetic", penalties.kinetic())
                                .number("jacobian", penalties.jacobian())
                                .number("tracked", penalties.tracked()));
    }

    /// Reads an experiment; one of schema 1 says nothing of what it could not choose.
    static Experiment read(Fields fields, long schema) throws ProjectException {
        return new Experiment(
                TargetJson.read(fields.object("target")),
                sampling(fields.object("sampling")),
                network(fields.object("network"), schema),
                recipe(fields.object("recipe"), schema),
                fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private static Sampling sampling(Fields fields) throws ProjectException {
        return fields.made(() -> new Sampling(
                domain(fields, "domain"),
                fields.whole("samples"),
                fields.number("testFraction"),
                fields.number("noise")));
    }

    static Box domain(Fields fields, String field) throws ProjectException {
        var bounds = fields.numbers(field, 2);
        return fields.made(() -> new Box(bounds[0], bounds[1]));
    }

    private static Network network(Fields fields, long schema) throws ProjectException {
        return fields.made(() -> new Network(
                FamilyJson.read(fields, schema),
                fields.whole("width"),
                fields.whole("depth"),
                fields.number("horizon"),
                schema == 1 ? 0 : fields.whole("augment"),
                Integrator.named(fields.text("integrator")),
                fields.whole("substeps"),
                fields.flag("bijective"),
                schema >= 3 && fields.flag("terminal")));
    }

    private static Recipe recipe(Fields fields, long schema) throws ProjectException {
        if (schema == 1) {
            return fields.made(() -> Recipe.STANDARD
                    .withSteps(fields.whole("steps"))
                    .withLearningRate(fields.number("learningRate"))
                    .withBatch(fields.whole("batch"))
                    .withClip(fields.number("clip")));
        }
        return fields.made(() -> new Recipe(
                fields.whole("steps"),
                fields.number("learningRate"),
                fields.whole("batch"),
                fields.number("clip"),
                Optimization.named(fields.text("optimizer")),
                Schedule.named(fields.text("schedule")),
                Loss.named(fields.text("loss")),
                penalties(fields.object("penalties"))));
    }

    private static Penalties penalties(Fields fields) throws ProjectException {
        return fields.made(() -> new Penalties(
                fields.number("weightDecay"),
                fields.number("roughness"),
                fields.number("kinetic"),
                fields.number("jacobian"),
                fields.number("tracked")));
    }
}
