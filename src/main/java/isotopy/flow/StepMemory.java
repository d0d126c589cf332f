package isotopy.flow;

import isotopy.math.Cloud;
import java.util.Arrays;

/// What one step leaves for its pullback: where its stages were, and the field's notes there. Mutable, for one thread.
///
/// Shapes: one d × n cloud and one array of notes for each stage.
public final class StepMemory {
    private final Cloud[] stages;
    private final double[][][] notes;

    StepMemory(int stages, int dimension, int notes, int capacity) {
        this.stages = new Cloud[stages];
        Arrays.setAll(this.stages, i -> new Cloud(dimension, capacity));
        this.notes = new double[stages][notes][capacity];
    }

    Cloud stage(int i) {
        return stages[i];
    }

    double[][] notes(int i) {
        return notes[i];
    }
}
