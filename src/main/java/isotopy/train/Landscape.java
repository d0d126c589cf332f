package isotopy.train;

/// The function of θ that an optimizer goes down on: that of the batch at hand.
interface Landscape {
    /// The value at θ; overwrites [#slope()]. It may be infinite or no number.
    double evaluate(double[] theta);

    /// The gradient where [#evaluate] was called last; the array is reused.
    double[] slope();
}
