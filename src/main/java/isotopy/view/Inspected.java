package isotopy.view;

/// What the user clicked, to have it explained.
public sealed interface Inspected {
    record Nothing() implements Inspected {}

    /// A pinned particle, by its place among the pins of the look.
    record Particle(int pin) implements Inspected {}

    /// A layer, counted from 0.
    record OneLayer(int layer) implements Inspected {}
}
