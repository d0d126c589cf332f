package isotopy.train;

import java.util.Arrays;

/// How often points of each class are taken for each class. Immutable; classes are counted from 0, in the order of the
/// target's names.
public final class Confusion {
    private final int[][] counts;

    /// Copies the counts: one row for each right class, one column for each class that is said.
    ///
    /// Throws: `IllegalArgumentException` when the table is not square.
    Confusion(int[][] counts) {
        this.counts = Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
        if (!Arrays.stream(counts).allMatch(row -> row.length == counts.length)) {
            throw new IllegalArgumentException("a table of confusion is square: " + Arrays.deepToString(counts));
        }
    }

    /// The number of classes.
    public int classes() {
        return counts.length;
    }

    /// How many points of class `truth` are said to be of class `said`.
    public int count(int truth, int said) {
        return counts[truth][said];
    }

    /// How many points there are of class `truth`.
    public int of(int truth) {
        return Arrays.stream(counts[truth]).sum();
    }

    /// The number of all points.
    public int total() {
        return Arrays.stream(counts).mapToInt(row -> Arrays.stream(row).sum()).sum();
    }

    /// How many points are said to be of their own class.
    public int right() {
        int right = 0;
        for (int i = 0; i < counts.length; i++) {
            right += counts[i][i];
        }
        return right;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Confusion confusion && Arrays.deepEquals(counts, confusion.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(counts);
    }

    @Override
    public String toString() {
        return "Confusion" + Arrays.deepToString(counts);
    }
}
