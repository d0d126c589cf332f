package isotopy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TableauTest {
    @ParameterizedTest
    @EnumSource(Tableau.class)
    void aTableauFulfilsItsOrderConditions(Tableau tableau) {
        double b = 0;
        double bc = 0;
        double bc2 = 0;
        double bc3 = 0;
        double bac = 0;
        for (int i = 0; i < tableau.stages(); i++) {
            double c = 0;
            double ac = 0;
            for (int j = 0; j < i; j++) {
                c += tableau.a(i, j);
                double cj = 0;
                for (int k = 0; k < j; k++) {
                    cj += tableau.a(j, k);
                }
                ac += tableau.a(i, j) * cj;
            }
            b += tableau.b(i);
            bc += tableau.b(i) * c;
            bc2 += tableau.b(i) * c * c;
            bc3 += tableau.b(i) * c * c * c;
            bac += tableau.b(i) * ac;
        }
        assertThat(b).isCloseTo(1, within(1e-15));
        assertThat(Math.abs(bc - 1 / 2.0) < 1e-15).isEqualTo(tableau.order() >= 2);
        assertThat(Math.abs(bc2 - 1 / 3.0) < 1e-15 && Math.abs(bac - 1 / 6.0) < 1e-15)
                .isEqualTo(tableau.order() >= 3);
        assertThat(Math.abs(bc3 - 1 / 4.0) < 1e-15).isEqualTo(tableau.order() >= 4);
    }

    @ParameterizedTest
    @EnumSource(Tableau.class)
    void belowItsBoundAStepMinusTheIdentityContracts(Tableau tableau) {
        // the constant of step(z) − z is at most Σ |bᵢ| Kᵢ, where Kᵢ bounds that of h f(zᵢ)
        double l = tableau.bijectiveBelow();
        double grown = 0;
        var bounds = new double[tableau.stages()];
        for (int i = 0; i < tableau.stages(); i++) {
            double stage = 1;
            for (int j = 0; j < i; j++) {
                stage += Math.abs(tableau.a(i, j)) * bounds[j];
            }
            bounds[i] = l * stage;
            grown += Math.abs(tableau.b(i)) * bounds[i];
        }
        assertThat(grown).isLessThanOrEqualTo(1);
        assertThat(grown).as("the bound is no stricter than it must be").isGreaterThan(0.99);
    }
}
