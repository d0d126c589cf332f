package isotopy.figure;

/// The heights that the scale of a map of the line shows.
record Heights(double low, double high) {
    /// Both.
    Heights and(Heights other) {
        return new Heights(Math.min(low, other.low), Math.max(high, other.high));
    }
}
