package isotopy.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.math.Activation;
import isotopy.math.Box;
import isotopy.math.Cloud;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Free parameters by name, bounds that are kept, and layers on other numbers of coordinates.
class FamilyParametersTest {
    static Stream<FamilyCase> cases() {
        return FamilyCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyParameterStandsInOneTableAndComesBackTheSame(FamilyCase c) {
        var theta = c.theta();
        var tables = c.family().tables(c.dimension(), c.width());
        assertThat(tables).extracting(Table::name).doesNotHaveDuplicates();
        var places = tables.stream()
                .flatMapToInt(table -> Arrays.stream(table.places()).flatMapToInt(Arrays::stream))
                .filter(place -> place >= 0)
                .sorted()
                .toArray();
        assertThat(places).hasSize(theta.length).doesNotHaveDuplicates();
        var back = new double[theta.length];
        for (var table : tables) {
            table.write(table.read(theta), back);
        }
        assertThat(back).containsExactly(theta);
    }

    @Test
    void tablesHaveTheNamesOfTheFormulas() {
        assertThat(names(new Perceptron(Activation.TANH))).isEqualTo("W 3×2, b 1×3, V 2×3");
        assertThat(names(new OneNeuron(Activation.TANH))).isEqualTo("W 1×2, b 1×1, V 2×1");
        assertThat(names(new Affine())).isEqualTo("W 2×2, b 1×2");
        assertThat(names(new Potential(Activation.TANH))).isEqualTo("W 3×2, b 1×3, c 1×3");
        assertThat(names(new Hamiltonian(Activation.TANH))).isEqualTo("W 3×2, b 1×3, c 1×3");
        assertThat(names(new Antisymmetric(Activation.TANH, 1))).isEqualTo("A 2×2, b 1×2");
        assertThat(names(new Coordinatewise(Activation.TANH))).isEqualTo("alpha 2×3, beta 2×3, v 2×3");
        assertThat(names(new Equivariant(Activation.TANH))).isEqualTo("alpha 1×3, gamma 1×3, beta 1×3, v 1×3");
        assertThat(names(new Bumps())).isEqualTo("C 3×2, lnS 1×1, V 2×3");
    }

    private static String names(ControlFamily family) {
        return family.tables(2, 3).stream()
                .map(table -> table.name() + " " + table.rows() + "×" + table.columns())
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
    }

    @Test
    void aTableRefusesAnotherShapeWhatIsNotFiniteAndWhatMustBeZero() {
        var a = new Antisymmetric(Activation.TANH, 0).tables(2, 1).getFirst();
        var theta = new double[3];
        assertThatThrownBy(() -> a.write(new double[][] {{0, 1}}, theta)).hasMessage("A must be 2 × 2: 1 × 2");
        assertThatThrownBy(() -> a.write(new double[][] {{0, 1}, {-1, 0}}, theta))
                .hasMessage("A must be 0 in row 2, column 1: -1.0");
        assertThatThrownBy(() -> a.write(new double[][] {{0, Double.NaN}, {0, 0}}, theta))
                .hasMessage("A must hold finite numbers: NaN");
        a.write(new double[][] {{0, 4}, {0, 0}}, theta);
        assertThat(theta).containsExactly(4, 0, 0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aLayerIsLimitedToABoundWhereItIsAboveIt(FamilyCase c) {
        var theta = new double[c.parameters() + 4];
        System.arraycopy(c.theta(), 0, theta, 4, c.parameters());
        double strength = c.family().lipschitz(c.dimension(), c.width(), theta, 4);
        assertThat(c.family().limit(c.dimension(), c.width(), 2 * strength + 1, theta, 4))
                .isEqualTo(1);
        double bound = Math.max(
                0.4 * strength, c.family().activation().lipschitz() * c.family().damping());
        double factor = c.family().limit(c.dimension(), c.width(), bound, theta, 4);
        assertThat(factor).as("%s", c).isBetween(0.0, 1.0);
        assertThat(c.family().lipschitz(c.dimension(), c.width(), theta, 4))
                .as("%s", c)
                .isLessThanOrEqualTo(bound * (1 + 1e-12));
    }

    @Test
    void dampingAloneCannotBeLimited() {
        var family = new Antisymmetric(Activation.TANH, 2);
        double[] theta = {3, 1, 1};
        assertThat(family.limit(2, 1, 1, theta, 0)).isZero();
        assertThat(theta).containsExactly(0, 0, 0);
        assertThat(family.lipschitz(2, 1, theta, 0)).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void onMoreCoordinatesTheFieldOfTheOldOnesStaysAndTheNewOnesRest(FamilyCase c) {
        int wider = c.dimension() + 2;
        var room = new Room(new Box(2, 5), c.dimension());
        var carried =
                c.family().redimensioned(c.dimension(), c.width(), c.theta(), wider, room, new SplittableRandom(4));
        boolean rests = !(c.family() instanceof Equivariant)
                && !(c.family() instanceof Antisymmetric
                        && c.family().activation().value(0) != 0);
        assertThat(carried.isPresent()).as("%s", c).isEqualTo(rests);
        if (carried.isEmpty()) {
            return;
        }
        requireOrigins(c, carried.get());
        var x = Cases.cloud(c.dimension(), 30, 5);
        var extended = extended(x, wider);
        var found = new Cloud(wider, 30);
        c.family().field(wider, c.width(), 30).velocity(carried.get().theta(), 0, extended, found);
        requireSame(c, c.velocity(c.theta(), x), found, wider);
        var back = c.family()
                .redimensioned(wider, c.width(), carried.get().theta(), c.dimension(), room, new SplittableRandom(4));
        assertThat(back.orElseThrow().theta()).containsExactly(c.theta(), within(1e-14));
    }

    private static void requireOrigins(FamilyCase c, Carried carried) {
        var old = c.theta();
        for (int i = 0; i < carried.theta().length; i++) {
            int from = carried.origin()[i];
            if (from >= 0) {
                assertThat(carried.theta()[i]).as("%s, θ′[%d]", c, i).isEqualTo(carried.factor()[i] * old[from]);
            }
        }
        assertThat(Arrays.stream(carried.origin())
                        .filter(from -> from >= 0)
                        .distinct()
                        .count())
                .isEqualTo(old.length);
    }

    private static Cloud extended(Cloud x, int dimension) {
        var extended = new Cloud(dimension, x.size());
        for (int i = 0; i < x.dimension(); i++) {
            System.arraycopy(x.row(i), 0, extended.row(i), 0, x.size());
        }
        return extended;
    }

    private static void requireSame(FamilyCase c, Cloud old, Cloud found, int dimension) {
        for (int k = 0; k < old.size(); k++) {
            for (int i = 0; i < dimension; i++) {
                double expected = i < c.dimension() ? old.row(i)[k] : 0;
                assertThat(found.row(i)[k])
                        .as("%s, coordinate %d of state %d", c, i, k)
                        .isCloseTo(expected, within(i < c.dimension() ? 1e-13 * (1 + Math.abs(expected)) : 0));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void onFewerCoordinatesTheFieldIsTheOneSeenWhereTheOthersAreZero(FamilyCase c) {
        int fewer = c.dimension() - (c.family() instanceof Hamiltonian ? 2 : 1);
        if (fewer < 1) {
            return;
        }
        var carried = c.family()
                .redimensioned(
                        c.dimension(), c.width(), c.theta(), fewer, new Room(Box.UNIT, fewer), new SplittableRandom(4));
        var x = Cases.cloud(fewer, 30, 5);
        var found = new Cloud(fewer, 30);
        c.family().field(fewer, c.width(), 30).velocity(carried.orElseThrow().theta(), 0, x, found);
        var old = c.velocity(c.theta(), extended(x, c.dimension()));
        for (int k = 0; k < x.size(); k++) {
            for (int i = 0; i < fewer; i++) {
                assertThat(found.row(i)[k]).as("%s, state %d", c, k).isCloseTo(old.row(i)[k], within(1e-12));
            }
        }
    }
}
