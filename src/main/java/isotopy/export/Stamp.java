package isotopy.export;

/// A small disc as a table: the pixels that it covers, and how much of each, for 8 × 8 positions of its middle inside a
/// pixel.
///
/// The cover of a pixel is how far its middle lies inside, over a ramp of one pixel; the radius is corrected and the
/// covers are scaled so that a disc covers π r².
///
/// Shapes: position p has the entries `start[p] … start[p + 1] − 1`. `offset` counts pixels from the one that holds the
/// middle, in rows of the picture's width; `reach` is the largest distance in rows or columns.
record Stamp(int reach, int[] start, int[] offset, int[] across, int[] down, int[] cover) {
    static final int POSITIONS = 8;

    static Stamp of(double radius, int width) {
        double corrected = corrected(radius);
        double r = Math.max(radius, 0.5);
        double strength = radius < 0.5 ? radius * radius / 0.25 : 1;
        int reach = (int) Math.ceil(corrected + 0.5);
        int side = 2 * reach + 1;
        int all = POSITIONS * POSITIONS * side * side;
        var stamp = new Stamp(
                reach, new int[POSITIONS * POSITIONS + 1], new int[all], new int[all], new int[all], new int[all]);
        int size = 0;
        for (int position = 0; position < POSITIONS * POSITIONS; position++) {
            stamp.start[position] = size;
            size = stamp.shape(position, corrected, strength * Math.PI * r * r, width, size);
        }
        stamp.start[POSITIONS * POSITIONS] = size;
        return stamp;
    }

    /// A ramp of one pixel adds π/12 to the area of a disc, which is taken off here; a disc smaller than a pixel
    /// becomes fainter instead.
    static double corrected(double radius) {
        double r = Math.max(radius, 0.5);
        return Math.sqrt(r * r - 1 / 12.0);
    }

    /// Which position a place inside its pixel has; the shares are in [0, 1).
    static int position(double shareX, double shareY) {
        return (int) (shareY * POSITIONS) * POSITIONS + (int) (shareX * POSITIONS);
    }

    /// Writes the entries of one position from `at` on and returns where they end.
    private int shape(int position, double corrected, double area, int width, int at) {
        int side = 2 * reach + 1;
        double cx = reach + (position % POSITIONS + 0.5) / POSITIONS;
        double cy = reach + (position / POSITIONS + 0.5) / POSITIONS;
        var covers = new double[side * side];
        double sum = 0;
        for (int k = 0; k < covers.length; k++) {
            double distance = Math.hypot(k % side + 0.5 - cx, k / side + 0.5 - cy);
            covers[k] = Math.clamp(corrected + 0.5 - distance, 0, 1);
            sum += covers[k];
        }
        int size = at;
        for (int k = 0; k < covers.length; k++) {
            int level = (int) Math.round(255 * Math.min(1, covers[k] * area / sum));
            if (level > 0) {
                across[size] = k % side - reach;
                down[size] = k / side - reach;
                offset[size] = down[size] * width + across[size];
                cover[size++] = level;
            }
        }
        return size;
    }
}
