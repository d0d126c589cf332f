package isotopy.train;

import isotopy.Cases;
import isotopy.control.ControlFamily;
import isotopy.flow.Integrator;

/// Prints, for every family and integrator, what a training step allocates once it is compiled: in a Java machine of
/// its own, in which, as in the program and unlike in the other tests, registers have one width.
final class StepAllocation {
    private StepAllocation() {}

    public static void main(String[] arguments) {
        for (var family : ControlFamily.all()) {
            for (var integrator : Integrator.values()) {
                if (integrator.suits(family)) {
                    System.out.println(bytes(family, integrator) + " " + family.id() + " " + integrator.id());
                }
            }
        }
    }

    /// The bytes of 30 full-batch steps.
    private static long bytes(ControlFamily family, Integrator integrator) {
        var experiment = TrainerTest.small(family);
        experiment = experiment.withNetwork(
                experiment.network().withIntegrator(integrator).withBijective(integrator == Integrator.EULER));
        try (var trainer = new Trainer(experiment, 1)) {
            return Cases.leastAllocated(() -> {
                for (int k = 0; k < 30; k++) {
                    trainer.advance();
                }
            });
        }
    }
}
