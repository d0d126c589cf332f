package isotopy.math;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a kernel computes for one hidden unit and one particle, as a graph of lanes.
///
/// Ridge: u = w·z + b, s = σ(u), f += v s; back g = v·κ, h = g σ′(u), μ += w h, and the gradients h z, h, s κ.
/// Radial: δ = z − c, u = β |δ|²; back h as before, t = 2 β h δ, μ += t, and the gradients −t, h |δ|², s κ.
final class KernelGraph {
    private static final int Z = 0;
    private static final int COSTATE = 16;
    private static final int PARAMETER = 32;
    private static final int KEPT = 64;
    private static final int SUM = 80;
    private static final int GRADIENT = 96;

    private final Lanes on = new Lanes();
    private final KernelShape shape;
    private final int d;

    KernelGraph(KernelShape shape) {
        this.shape = shape;
        d = shape.dimension();
    }

    Lane z(int i) {
        return on.input(Z + i);
    }

    Lane costate(int i) {
        return on.input(COSTATE + i);
    }

    /// Parameter c of the unit, in the order of memory.
    Lane parameter(int c) {
        return on.input(PARAMETER + c);
    }

    /// What was left behind.
    Lane kept(int i) {
        return on.input(KEPT + i);
    }

    /// The sum over the units so far, in coordinate i.
    Lane sum(int i) {
        return on.input(SUM + i);
    }

    /// The sum over the particles so far, for parameter c.
    Lane gradient(int c) {
        return on.input(GRADIENT + c);
    }

    private Lane v(int i) {
        return parameter(d + 1 + i);
    }

    private Lane difference(int i) {
        return on.subtract(z(i), parameter(i));
    }

    private Lane squares() {
        var sum = on.multiply(difference(0), difference(0));
        for (int i = 1; i < d; i++) {
            sum = on.fma(difference(i), difference(i), sum);
        }
        return sum;
    }

    private Lane u() {
        return switch (shape.form()) {
            case RIDGE -> {
                var sum = parameter(d);
                for (int i = 0; i < d; i++) {
                    sum = on.fma(parameter(i), z(i), sum);
                }
                yield sum;
            }
            case RADIAL -> on.multiply(parameter(d), squares());
        };
    }

    /// What the way forward leaves behind.
    List<Lane> keeps() {
        var s = shape.program().value(on, u());
        return switch (shape.kept()) {
            case 0 -> List.of();
            case 1 -> List.of(s);
            default -> List.of(s, shape.program().slope(on, u(), s));
        };
    }

    /// The sums over the units after this one.
    List<Lane> velocity() {
        var s = shape.program().value(on, u());
        var sums = new ArrayList<Lane>();
        for (int i = 0; i < d; i++) {
            sums.add(on.fma(v(i), s, sum(i)));
        }
        return sums;
    }

    private Lane s() {
        return shape.kept() > 0 ? kept(0) : shape.program().value(on, u());
    }

    private Lane h() {
        var g = on.multiply(v(0), costate(0));
        for (int i = 1; i < d; i++) {
            g = on.fma(v(i), costate(i), g);
        }
        return shape.kept() > 1 ? on.multiply(kept(1), g) : shape.program().pull(on, u(), s(), g);
    }

    private Lane t(int i) {
        var beta = parameter(d);
        return on.multiply(on.multiply(h(), on.add(beta, beta)), difference(i));
    }

    /// The pullback's sums over the units after this one.
    List<Lane> pullback() {
        var sums = new ArrayList<Lane>();
        for (int i = 0; i < d; i++) {
            sums.add(
                    switch (shape.form()) {
                        case RIDGE -> on.fma(parameter(i), h(), sum(i));
                        case RADIAL -> on.add(sum(i), t(i));
                    });
        }
        return sums;
    }

    /// The sums over the particles after this one, in the order of the parameters.
    List<Lane> gradients() {
        var sums = new ArrayList<Lane>();
        for (int i = 0; i < d; i++) {
            sums.add(
                    switch (shape.form()) {
                        case RIDGE -> on.fma(h(), z(i), gradient(i));
                        case RADIAL -> on.subtract(gradient(i), t(i));
                    });
        }
        sums.add(
                switch (shape.form()) {
                    case RIDGE -> on.add(gradient(d), h());
                    case RADIAL -> on.fma(h(), squares(), gradient(d));
                });
        for (int i = 0; i < d; i++) {
            sums.add(on.fma(s(), costate(i), gradient(d + 1 + i)));
        }
        return sums;
    }

    /// The number of operations of the longer one of the two ways.
    int operations() {
        var forth = new HashSet<Lane>();
        velocity().forEach(lane -> collect(lane, forth));
        keeps().forEach(lane -> collect(lane, forth));
        var back = new HashSet<Lane>();
        pullback().forEach(lane -> collect(lane, back));
        gradients().forEach(lane -> collect(lane, back));
        return Math.max(forth.size(), back.size());
    }

    private static void collect(Lane lane, Set<Lane> into) {
        if (!lane.arguments().isEmpty() && into.add(lane)) {
            lane.arguments().forEach(argument -> collect(argument, into));
        }
    }
}
