package isotopy.target;

import isotopy.math.Box;

/// What the flow should become.
public sealed interface TargetMap permits PlaneMap, LineMap, PlaneFunction, Correspondence, Labels {
    /// The name that people read: "Swirl", "Drawn by hand", "pairs.csv".
    String title();

    /// The number of coordinates d of the space that is moved.
    int dimension();

    /// The number of coordinates m of what the network should say of a point: of where it goes, of its value, or
    /// one score for each class.
    int outputs();

    /// Which kind of problem this is.
    Kind kind();

    /// The square, or the interval, that the target was made for.
    default Box home() {
        return Box.UNIT;
    }
}
