package isotopy.figure;

/// What one frame of a film shows.
///
/// @param film where it stands in the film, a share in 0 … 1; the camera keeps to this
/// @param t fictitious time, as a share of T
/// @param way how far the training, or the number that is turned, has come, a share in 0 … 1
public record Cue(double film, double t, double way) {}
