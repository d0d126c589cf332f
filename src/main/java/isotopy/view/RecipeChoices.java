package isotopy.view;

import isotopy.flow.Integrator;
import isotopy.train.Loss;
import isotopy.train.Optimization;
import isotopy.train.Schedule;
import java.util.List;

/// What is chosen from a list under *Exact*.
final class RecipeChoices {
    static final ChoiceRow.Choice<Integrator> INTEGRATOR = new ChoiceRow.Choice<>(
            "integrator",
            "Integrator",
            "The scheme that turns layers into a map: euler is the residual network itself, the others follow the"
                    + " differential equation more closely, exact is its closed form.",
            now -> List.of(Integrator.values()),
            Integrator::id,
            Integrator::title,
            now -> now.network().integrator(),
            (now, wanted) -> now.withNetwork(now.network().withIntegrator(wanted)));
    static final ChoiceRow.Choice<Optimization> OPTIMIZER = new ChoiceRow.Choice<>(
            "optimizer",
            "Optimizer",
            "The method by which every training step improves the parameters.",
            now -> List.of(Optimization.values()),
            Optimization::id,
            Optimization::title,
            now -> now.recipe().optimizer(),
            (now, wanted) -> now.withRecipe(now.recipe().withOptimizer(wanted)));
    static final ChoiceRow.Choice<Schedule> SCHEDULE = new ChoiceRow.Choice<>(
            "schedule",
            "Schedule",
            "How the learning rate goes along the run, whose length is the number of steps below.",
            now -> List.of(Schedule.values()),
            Schedule::id,
            Schedule::title,
            now -> now.recipe().schedule(),
            (now, wanted) -> now.withRecipe(now.recipe().withSchedule(wanted)));
    static final ChoiceRow.Choice<Loss> LOSS = new ChoiceRow.Choice<>(
            "loss",
            "Loss",
            "What a miss costs: the mean of it over the training points is what training lowers.",
            now -> Loss.all(),
            Loss::id,
            Loss::title,
            now -> now.recipe().loss(),
            (now, wanted) -> now.withRecipe(now.recipe().withLoss(wanted)));

    private RecipeChoices() {}
}
