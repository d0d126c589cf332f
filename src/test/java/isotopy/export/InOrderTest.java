package isotopy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InOrderTest {
    private final AtomicInteger open = new AtomicInteger();

    /// Squares numbers, the even ones late.
    private final class Squares implements InOrder.Worker<Integer> {
        private final int failing;

        Squares(int failing) {
            this.failing = failing;
            open.incrementAndGet();
        }

        @Override
        public Integer work(int k, BooleanSupplier wanted) throws IOException {
            if (k == failing) {
                throw new IOException("piece " + k + " failed");
            }
            for (int turn = 0; k % 2 == 0 && turn < 100; turn++) {
                Thread.onSpinWait();
                Thread.yield();
            }
            return k * k;
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void piecesComeInTheirOrderOnAnyNumberOfThreads(int threads) throws IOException {
        var got = new ArrayList<Integer>();
        assertThat(InOrder.run(50, threads, () -> new Squares(-1), got::add, () -> true))
                .isTrue();
        assertThat(got).isEqualTo(IntStream.range(0, 50).map(k -> k * k).boxed().toList());
        assertThat(open).as("workers that were not closed").hasValue(0);
    }

    @Test
    void noPieceIsBegunFarAheadOfTheOneThatIsTaken() throws IOException {
        var taken = new AtomicInteger();
        var farthest = new AtomicInteger();
        InOrder.Worker<Integer> worker = new InOrder.Worker<>() {
            @Override
            public Integer work(int k, BooleanSupplier wanted) {
                farthest.accumulateAndGet(k - taken.get(), Math::max);
                return k;
            }

            @Override
            public void close() {}
        };
        InOrder.run(
                200,
                2,
                () -> worker,
                piece -> {
                    Thread.yield();
                    taken.incrementAndGet();
                },
                () -> true);
        assertThat(farthest.get()).isBetween(1, 5);
    }

    @Test
    void whatAWorkerThrewIsThrownWhenAllHaveEnded() {
        assertThatThrownBy(() -> InOrder.run(50, 3, () -> new Squares(20), piece -> {}, () -> true))
                .isInstanceOf(IOException.class)
                .hasMessage("piece 20 failed");
        assertThat(open).hasValue(0);
    }

    @Test
    void whatTheTakerThrewIsThrownWhenAllHaveEnded() {
        InOrder.Taker<Integer> full = piece -> {
            throw new IOException("full");
        };
        assertThatThrownBy(() -> InOrder.run(50, 3, () -> new Squares(-1), full, () -> true))
                .hasMessage("full");
        assertThat(open).hasValue(0);
    }

    @Test
    void itStopsWhenNobodyWantsMore() throws IOException {
        var got = new ArrayList<Integer>();
        assertThat(InOrder.run(50, 2, () -> new Squares(-1), got::add, () -> got.size() < 7))
                .isFalse();
        assertThat(got).hasSize(7);
        assertThat(open).hasValue(0);
    }
}
