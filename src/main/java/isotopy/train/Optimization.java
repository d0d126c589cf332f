package isotopy.train;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// By which method θ is improved; the machine that does it is an [Optimizer].
public enum Optimization {
    /// Adam.
    ADAM("adam", "Adam"),
    /// Adam with decoupled weight decay.
    ADAMW("adamw", "AdamW, decay apart from the gradient"),
    /// Gradient descent with momentum 0.9.
    SGD("sgd", "gradient descent with momentum 0.9"),
    /// The quasi-Newton method L-BFGS with a line search.
    LBFGS("lbfgs", "L-BFGS with a line search");

    private final String id;
    private final String title;

    Optimization(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /// The name on the command line and in files.
    public String id() {
        return id;
    }

    /// The name and what it is, for people.
    public String title() {
        return title;
    }

    /// The method of that name.
    ///
    /// Throws: `IllegalArgumentException` that lists the names, when there is none.
    public static Optimization named(String id) {
        for (var method : values()) {
            if (method.id.equals(id.toLowerCase(Locale.ROOT))) {
                return method;
            }
        }
        throw new IllegalArgumentException("there is no optimizer '" + id + "'; choose one of "
                + Arrays.stream(values()).map(Optimization::id).collect(Collectors.joining(", ")));
    }
}
