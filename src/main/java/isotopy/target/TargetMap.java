package isotopy.target;

/// What the flow should become.
public sealed interface TargetMap permits PlaneMap, Correspondence, Labels {
    /// The name that people read: "Swirl", "Drawn by hand", "pairs.csv".
    String title();

    /// The number of coordinates d of the space that is moved.
    int dimension();
}
