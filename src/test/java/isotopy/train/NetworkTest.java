package isotopy.train;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.flow.Integrator;
import org.junit.jupiter.api.Test;

class NetworkTest {
    @Test
    void onlyAnotherSchemeOfANetworkThatMayFoldKeepsItsParameters() {
        var free = Network.STANDARD;
        assertThat(free.keepsParameters(free.withIntegrator(Integrator.RK4).withSubsteps(3)))
                .isTrue();
        assertThat(free.keepsParameters(free.withDepth(21))).isFalse();
        assertThat(free.keepsParameters(free.withBijective(true))).isFalse();

        var strict = free.withBijective(true);
        assertThat(strict.keepsParameters(strict)).isTrue();
        assertThat(strict.keepsParameters(strict.withIntegrator(Integrator.RK4)))
                .isFalse();
        assertThat(strict.keepsParameters(strict.withSubsteps(2))).isFalse();
    }
}
