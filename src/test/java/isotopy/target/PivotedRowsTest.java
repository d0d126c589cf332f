package isotopy.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Commons Math is the judge.
class PivotedRowsTest {
    @ParameterizedTest(name = "{0} rows")
    @ValueSource(ints = {1, 2, 3, 17, 64, 200})
    void theSolutionIsThatOfCommonsMath(int n) {
        var random = new SplittableRandom(n);
        var matrix = new double[n][n];
        var b = new double[n];
        for (int i = 0; i < n; i++) {
            b[i] = random.nextDouble(-1, 1);
            for (int k = 0; k < n; k++) {
                matrix[i][k] = i == k ? 0 : random.nextDouble(-1, 1); // no pivot where it would be taken for granted
            }
            matrix[i][(i + 1) % n] += 3;
        }
        var judge = new LUDecomposition(new Array2DRowRealMatrix(matrix), 0)
                .getSolver()
                .solve(new ArrayRealVector(b))
                .toArray();
        assertThat(new PivotedRows(matrix).solve(b)).containsExactly(judge, within(1e-9));
    }

    @Test
    void theMatrixAndTheRightSideStayAsTheyWere() {
        var matrix = new double[][] {{0, 2}, {4, 1}};
        var b = new double[] {2, 9};
        assertThat(new PivotedRows(matrix).solve(b)).containsExactly(2, 1);
        assertThat(matrix).isDeepEqualTo(new double[][] {{0, 2}, {4, 1}});
        assertThat(b).containsExactly(2, 9);
    }

    @Test
    void aMatrixWithoutASingleSolutionIsRefused() {
        assertThatThrownBy(() -> new PivotedRows(new double[][] {{1, 2}, {2, 4}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no single solution");
    }
}
