package isotopy.control;

import isotopy.math.Cloud;
import java.util.Arrays;

/// Evaluates a family with a structure of its own through its effective form: expands θ, works with the hidden units,
/// and contracts gradients. Expanding is nothing beside a tile of particles.
final class EffectiveField implements VectorField {
    private final ControlFamily family;
    private final int dimension;
    private final int width;
    private final VectorField field;
    private final double[] effective;
    private final double[] gradient;

    private EffectiveField(ControlFamily family, int dimension, int width, VectorField field) {
        this.family = family;
        this.dimension = dimension;
        this.width = width;
        this.field = field;
        effective = new double[field.parameters()];
        gradient = new double[field.parameters()];
    }

    /// A workspace for clouds of up to `capacity` particles.
    ///
    /// Throws: `IllegalArgumentException` when the family cannot act on that many coordinates.
    static VectorField of(ControlFamily family, int dimension, int width, int capacity) {
        family.unfit(dimension).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        int units = family.units(dimension, width);
        var field = switch (family.form()) {
            case RIDGE -> new PerceptronField(family.activation(), dimension, units, capacity);
            case RADIAL -> new RadialField(dimension, units, capacity);
        };
        return new EffectiveField(family, dimension, width, field);
    }

    private void expand(double[] theta, int at) {
        family.expand(dimension, width, theta, at, effective, 0);
    }

    private void contract(double[] theta, int at, double[] dTheta) {
        family.contract(dimension, width, theta, at, gradient, 0, dTheta);
    }

    @Override
    public int parameters() {
        return family.parameters(dimension, width);
    }

    @Override
    public int notes() {
        return field.notes();
    }

    @Override
    public void velocity(double[] theta, int at, Cloud x, Cloud into) {
        expand(theta, at);
        field.velocity(effective, 0, x, into);
    }

    @Override
    public void velocity(double[] theta, int at, Cloud x, Cloud into, double[][] notes) {
        expand(theta, at);
        field.velocity(effective, 0, x, into, notes);
    }

    @Override
    public void differential(double[] theta, int at, Cloud x, Cloud dx, Cloud into) {
        expand(theta, at);
        field.differential(effective, 0, x, dx, into);
    }

    @Override
    public void pullback(double[] theta, int at, Cloud x, Cloud costate, Cloud dx, double[] dTheta) {
        expand(theta, at);
        Arrays.fill(gradient, 0);
        field.pullback(effective, 0, x, costate, dx, gradient);
        contract(theta, at, dTheta);
    }

    @Override
    public void pullback(double[] theta, int at, Cloud x, Cloud costate, Cloud dx, double[] dTheta, double[][] notes) {
        expand(theta, at);
        Arrays.fill(gradient, 0);
        field.pullback(effective, 0, x, costate, dx, gradient, notes);
        contract(theta, at, dTheta);
    }

    @Override
    public double jacobian(double[] theta, int at, Cloud x, double weight, Cloud dx, double[] dTheta) {
        expand(theta, at);
        Arrays.fill(gradient, 0);
        double squares = field.jacobian(effective, 0, x, weight, dx, gradient);
        contract(theta, at, dTheta);
        return squares;
    }
}
