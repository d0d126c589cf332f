package isotopy.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isotopy.Cases;
import org.junit.jupiter.api.Test;

class CloudTest {
    private final Points points = Points.of(new double[] {1, 2, 3, 4}, new double[] {10, 20, 30, 40});

    @Test
    void aCloudGoesToPointsAndBack() {
        assertThat(Cloud.of(points).points()).isEqualTo(points);
    }

    @Test
    void loadingAPartSetsTheSizeAndKeepsTheCapacity() {
        var cloud = new Cloud(2, 3);
        cloud.load(points, 1, 2);
        assertThat(cloud.points()).isEqualTo(points.select(new int[] {1, 2}));
        assertThat(cloud.capacity()).isEqualTo(3);
        cloud.load(points, 0, 3);
        assertThat(cloud.size()).isEqualTo(3);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        var cloud = new Cloud(2, 3);
        assertThatThrownBy(() -> cloud.load(points, 0, 4))
                .hasMessageContaining("0 … 3")
                .hasMessageContaining("4");
        assertThatThrownBy(() -> new Cloud(3, 4).load(points, 0, 4))
                .hasMessageContaining("dimension")
                .hasMessageContaining("2");
        assertThatThrownBy(() -> new Cloud(1, 4).load(points, 0, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cloud(0, 4)).hasMessageContaining("≥ 1: 0");
        assertThatThrownBy(() -> new Cloud(2, -1)).hasMessageContaining("≥ 0: -1");
    }

    @Test
    void sumsWorkInPlaceWhicheverOfTheThreeIsTheSame() {
        var x = Cases.cloud(2, 37, 1);
        var f = Cases.cloud(2, 37, 2);
        var expected = new Cloud(2, 37);
        expected.setToSum(x, 0.3, f);
        var a = Cloud.of(x.points());
        a.add(0.3, f);
        var b = Cloud.of(f.points());
        b.setToSum(x, 0.3, b);
        var c = new Cloud(2, 50);
        c.setToMultiple(0.3, f);
        c.setToSum(x, 1, c);
        assertThat(a.points()).isEqualTo(expected.points());
        assertThat(b.points()).isEqualTo(expected.points());
        assertThat(c.points()).isEqualTo(expected.points());
        assertThat(expected.row(1)[5]).isEqualTo(x.row(1)[5] + 0.3 * f.row(1)[5]);
    }

    @Test
    void finiteLooksAtTheParticlesInUseOnly() {
        var cloud = Cloud.of(points);
        assertThat(cloud.finite()).isTrue();
        cloud.row(1)[3] = Double.NEGATIVE_INFINITY;
        assertThat(cloud.finite()).isFalse();
        cloud.resize(3);
        assertThat(cloud.finite()).isTrue();
        cloud.row(0)[0] = Double.NaN;
        assertThat(cloud.finite()).isFalse();
    }

    @Test
    void pointsAreImmutable() {
        double[] row = {1, 2};
        var kept = Points.of(row, new double[] {3, 4});
        row[0] = 99;
        kept.row(0)[1] = 99;
        kept.point(0)[0] = 99;
        assertThat(kept).isEqualTo(Points.of(new double[] {1, 2}, new double[] {3, 4}));
    }

    @Test
    void pointsAreGatheredSelectedAndJoined() {
        var into = new double[] {9, 9, 9};
        points.gatherRow(1, new int[] {3, 0, 2}, 1, 2, into);
        assertThat(into).containsExactly(10, 30, 9);
        assertThat(points.select(new int[] {3, 3})).isEqualTo(Points.of(new double[] {4, 4}, new double[] {40, 40}));
        assertThat(points.followedBy(Points.single(5, 50)).point(4)).containsExactly(5, 50);
        assertThat(points.finite()).isTrue();
        assertThat(Points.single(0, Double.NaN).finite()).isFalse();
        assertThatThrownBy(() -> Points.of(new double[2], new double[3])).hasMessageContaining("2 and 3");
    }

    @Test
    void aBoxMeasuresItsSideAndRefusesWhatIsNoBox() {
        var box = new Box(-1, 3);
        assertThat(box.side()).isEqualTo(4);
        assertThat(box.centre()).isEqualTo(1);
        assertThat(box.at(0.25)).isZero();
        assertThat(box.share(2)).isEqualTo(0.75);
        var lattice = box.lattice(3);
        assertThat(lattice.row(0)).containsExactly(-1, 1, 3, -1, 1, 3, -1, 1, 3);
        assertThat(lattice.row(1)).containsExactly(-1, -1, -1, 1, 1, 1, 3, 3, 3);
        assertThatThrownBy(() -> box.lattice(1)).hasMessageContaining("1");
        assertThatThrownBy(() -> new Box(1, 1)).hasMessageContaining("1.0,1.0");
        assertThatThrownBy(() -> new Box(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Box(-1e308, 1e308)).isInstanceOf(IllegalArgumentException.class);
    }
}
