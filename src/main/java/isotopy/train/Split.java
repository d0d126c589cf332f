package isotopy.train;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Which examples train and which test, by their indices from 0. Immutable.
public final class Split {
    private final int[] train;
    private final int[] test;

    /// Takes the arrays over.
    Split(int[] train, int[] test) {
        this.train = train;
        this.test = test;
    }

    /// The first ones train, the others test.
    static Split inOrder(int train, int test) {
        return new Split(
                IntStream.range(0, train).toArray(),
                IntStream.range(train, train + test).toArray());
    }

    /// The examples that train, a copy.
    public int[] trainIndices() {
        return train.clone();
    }

    /// The examples that test, a copy.
    public int[] testIndices() {
        return test.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Split split && Arrays.equals(train, split.train) && Arrays.equals(test, split.test);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(train) + Arrays.hashCode(test);
    }

    @Override
    public String toString() {
        return "Split[" + train.length + " train, " + test.length + " test]";
    }
}
