package isotopy.train;

/// Sums of the parts of an objective that come from particles, without their weights. Mutable, for one thread.
final class Tally {
    /// Σ ℓ at the end.
    double loss;
    /// Σ ∫ ℓ dt.
    double tracked;
    /// Σ ∫ |f|² dt.
    double kinetic;
    /// Σ ∫ ‖∇f‖²_F dt.
    double jacobian;

    void clear() {
        loss = 0;
        tracked = 0;
        kinetic = 0;
        jacobian = 0;
    }

    void add(Tally other) {
        loss += other.loss;
        tracked += other.tracked;
        kinetic += other.kinetic;
        jacobian += other.jacobian;
    }

    void scale(double factor) {
        loss *= factor;
        tracked *= factor;
        kinetic *= factor;
        jacobian *= factor;
    }
}
