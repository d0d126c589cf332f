package isotopy.flow;

/// Functions made of exponentials and logarithms, in forms that neither cancel nor overflow.
final class Exponentials {
    /// Beyond this x, eˣ is taken in two factors.
    private static final double LARGE = 600;

    private Exponentials() {}

    /// a φ₁(x) with φ₁(x) = (eˣ − 1)/x: the mean over [0, 1] of a e^(xs).
    static double growth(double a, double x) {
        if (a == 0 || x == 0) {
            return a;
        }
        return x < LARGE ? a * (Math.expm1(x) / x) : a * Math.exp(x / 2) * (Math.exp(x / 2) / x);
    }

    /// a φ₁′(x), with φ₁′(x) = (x eˣ − eˣ + 1)/x².
    static double growthRate(double a, double x) {
        if (a == 0) {
            return 0;
        }
        if (Math.abs(x) >= 0.5) {
            return x < LARGE
                    ? a * ((x * Math.exp(x) - Math.expm1(x)) / (x * x))
                    : a * Math.exp(x / 2) * (Math.exp(x / 2) / x) * (1 - 1 / x);
        }
        // Σ xⁿ / (n! (n + 2))
        double sum = 0;
        double term = 1;
        for (int n = 0; n < 16; n++) {
            sum += term / (n + 2);
            term *= x / (n + 1);
        }
        return a * sum;
    }

    /// (eˣ − 1 − x)/x².
    static double secondRemainder(double x) {
        if (Math.abs(x) >= 0.5) {
            return (Math.expm1(x) - x) / (x * x);
        }
        double sum = 0;
        double term = 0.5;
        for (int n = 1; n < 16; n++) {
            sum += term;
            term *= x / (n + 2);
        }
        return sum;
    }

    /// −ln u − (1 − u) for 0 < u ≤ 1.
    static double logExcess(double u) {
        double v = 1 - u;
        if (v > 0.1) {
            return -Math.log(u) - v;
        }
        double sum = 0;
        double power = v;
        for (int n = 2; n < 18; n++) {
            power *= v;
            sum += power / n;
        }
        return sum;
    }

    /// ln(1 + p)/p for p > −1.
    static double logQuotient(double p) {
        return p == 0 ? 1 : Math.log1p(p) / p;
    }

    /// ln(1 + eʸ).
    static double softplus(double y) {
        return Math.max(y, 0) + Math.log1p(Math.exp(-Math.abs(y)));
    }

    /// ln(eᵃ + eᵇ).
    static double logSum(double a, double b) {
        return a > b ? a + Math.log1p(Math.exp(b - a)) : a == b ? a + Math.log(2) : b + Math.log1p(Math.exp(a - b));
    }

    /// ln cosh u.
    static double logCosh(double u) {
        double s = Math.abs(u);
        if (s > 1) {
            return s + Math.log1p(Math.exp(-2 * s)) - Math.log(2);
        }
        double half = Math.sinh(s / 2);
        return Math.log1p(2 * half * half);
    }
}
