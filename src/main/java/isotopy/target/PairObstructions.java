package isotopy.target;

import java.util.Optional;

/// Finds in finitely many pairs what no flow does.
final class PairObstructions {
    private PairObstructions() {}

    static Optional<Obstruction> of(Correspondence pairs) {
        return Optional.empty();
    }
}
