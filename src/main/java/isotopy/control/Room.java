package isotopy.control;

import isotopy.math.Box;

/// Where the states of a flow start: the first `inputs` coordinates in the box, extra ones at 0, with as much room
/// around it. Fresh hidden units bend there.
public record Room(Box box, int inputs) {
    public Room {
        if (inputs < 1) {
            throw new IllegalArgumentException("inputs must be ≥ 1: " + inputs);
        }
    }

    /// The middle of coordinate `i`.
    double centre(int i) {
        return i < inputs ? box.centre() : 0;
    }

    /// How wide every coordinate is.
    double side() {
        return box.side();
    }
}
