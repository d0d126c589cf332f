package isotopy.target;

/// A sum kept as two numbers, `high` + `low`, of some 106 bits together; mutable.
///
/// Source: T. J. Dekker, *A floating-point technique for extending the available precision*, Numer. Math. 18 (1971);
/// D. E. Knuth, *The Art of Computer Programming* 2, 4.2.2.
final class Twofold {
    private double high;
    private double low;

    /// Begins again at 0.
    void clear() {
        high = 0;
        low = 0;
    }

    /// Adds a; what rounding takes from the sum is kept.
    void add(double a) {
        double sum = high + a;
        double part = sum - high;
        low += (high - (sum - part)) + (a - part);
        high = sum;
    }

    /// Adds the product; what rounding takes from it is kept.
    void addProduct(double a, double b) {
        double product = a * b;
        add(product);
        low += Math.fma(a, b, -product);
    }

    /// The sum, rounded once.
    double value() {
        return high + low;
    }
}
