package isotopy.train;

import java.util.List;
import java.util.Locale;

/// What one output costs, given what it should be; a run's loss is the mean over its examples.
public sealed interface Loss {
    /// Every loss a user can choose.
    static List<Loss> all() {
        return List.of(new Squared(), new Huber(), new CrossEntropy());
    }

    /// The loss of that name.
    ///
    /// Throws: `IllegalArgumentException` that lists the names, when there is none.
    static Loss named(String id) {
        for (var loss : all()) {
            if (loss.id().equals(id.toLowerCase(Locale.ROOT))) {
                return loss;
            }
        }
        throw new IllegalArgumentException("there is no loss '" + id + "'; choose one of mse, huber, cross-entropy");
    }

    /// The name on the command line and in files.
    String id();

    /// The name and what it is, for people.
    String title();

    /// |y − ŷ|², the squared Euclidean distance.
    record Squared() implements Loss {
        @Override
        public String id() {
            return "mse";
        }

        @Override
        public String title() {
            return "squared distance";
        }
    }

    /// 2 Σᵢ H(yᵢ − ŷᵢ) with H(r) = r²/2 for |r| ≤ 1 and |r| − ½ beyond: squared for small misses, and not ruled by
    /// a few large ones.
    ///
    /// Source: Huber, *Robust estimation of a location parameter*, Ann. Math. Statist. 35 (1964).
    record Huber() implements Loss {
        @Override
        public String id() {
            return "huber";
        }

        @Override
        public String title() {
            return "Huber, squared up to 1 and linear beyond";
        }
    }

    /// −ln softmax(ŷ)_c for an example of class c, with one score ŷ for each class.
    record CrossEntropy() implements Loss {
        @Override
        public String id() {
            return "cross-entropy";
        }

        @Override
        public String title() {
            return "cross-entropy of the classes";
        }
    }
}
