package isotopy.figure;

/// Which share of its way each frame of a film stands at: 0 and 1 exactly at the ends, equal steps between them, and
/// the frames of the holds besides. A way there and back is symmetric, and reaches 1 in its middle.
///
/// @param first how many frames more the beginning is held
/// @param last how many frames more the end, or the turn, is held
record Pace(int frames, long first, long last, Direction direction) {
    /// Throws: `IllegalArgumentException` with a sentence, when too few frames are left to move.
    Pace {
        boolean holds = first + last > 0;
        int least = direction == Direction.THERE_AND_BACK ? 3 : holds ? 2 : 1;
        if (frames - first - last < least) {
            throw new IllegalArgumentException(
                    holds
                            ? "a film of " + frames + " frames cannot hold its ends for " + first + " and " + last
                                    + " of them and move; make it longer, or hold it for a shorter time"
                            : "a film there and back has 3 frames or more: " + frames);
        }
    }

    /// The share at frame k, in 0 … 1.
    double way(int k) {
        int moving = (int) (frames - first - last);
        return switch (direction) {
            case FORWARDS -> share(k - first, moving);
            case BACK -> 1 - share(k - first, moving);
            case THERE_AND_BACK -> {
                int half = (moving + 1) / 2;
                long j = Math.max(0, k - first);
                long there = j < half ? j : Math.max(half - 1, j - last);
                yield share(there < half ? there : moving - 1 - there, half);
            }
        };
    }

    private static double share(long k, int count) {
        return count == 1 ? 1 : Math.clamp(k, 0, count - 1L) / (count - 1.0);
    }
}
