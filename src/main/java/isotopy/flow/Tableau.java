package isotopy.flow;

/// An explicit Runge–Kutta scheme: stages zᵢ = x + h Σ_{j<i} aᵢⱼ f(zⱼ), step x + h Σᵢ bᵢ f(zᵢ).
///
/// Source: Hairer, Nørsett, Wanner, *Solving Ordinary Differential Equations I* (1993), §II.1; Dormand, Prince, *A
/// family of embedded Runge–Kutta formulae*, J. Comput. Appl. Math. 6 (1980).
public enum Tableau {
    /// The residual network itself, z ← z + h f(z).
    EULER(1, 1, new double[][] {{}}, new double[] {1}),
    /// The midpoint rule.
    MIDPOINT(2, 0.73, new double[][] {{}, {0.5}}, new double[] {0, 1}),
    /// Heun's rule, the explicit trapezoidal one.
    HEUN(2, 0.73, new double[][] {{}, {1}}, new double[] {0.5, 0.5}),
    /// The classical scheme of Kutta.
    RK4(4, 0.69, new double[][] {{}, {0.5}, {0, 0.5}, {0, 0, 1}}, new double[] {1 / 6.0, 1 / 3.0, 1 / 3.0, 1 / 6.0}),
    /// The scheme of order 5 of Dormand and Prince. Its seventh stage, the first of the next step, only serves the
    /// estimate of the error: a step of given length does without it.
    DOPRI5(
            5,
            0.196,
            // spotless:off
            new double[][] {
                {},
                {1 / 5.0},
                {3 / 40.0, 9 / 40.0},
                {44 / 45.0, -56 / 15.0, 32 / 9.0},
                {19372 / 6561.0, -25360 / 2187.0, 64448 / 6561.0, -212 / 729.0},
                {9017 / 3168.0, -355 / 33.0, 46732 / 5247.0, 49 / 176.0, -5103 / 18656.0}
            },
            // spotless:on
            new double[] {35 / 384.0, 0, 500 / 1113.0, 125 / 192.0, -2187 / 6784.0, 11 / 84.0});

    private final int order;
    private final double bijectiveBelow;
    private final double[][] a;
    private final double[] b;

    Tableau(int order, double bijectiveBelow, double[][] a, double[] b) {
        this.order = order;
        this.bijectiveBelow = bijectiveBelow;
        this.a = a;
        this.b = b;
    }

    /// The order of convergence as h → 0 for smooth f.
    public int order() {
        return order;
    }

    /// The number of stages.
    public int stages() {
        return b.length;
    }

    /// The weight aᵢⱼ, j < i, counted from 0.
    public double a(int i, int j) {
        return a[i][j];
    }

    /// The weight bᵢ, counted from 0.
    public double b(int i) {
        return b[i];
    }

    /// Below this value of h·Lip(f) the step map is a bijection.
    ///
    /// With ℓ = h·Lip(f), x ↦ step(x) − x has a Lipschitz constant below 1: it is at most Σᵢ |bᵢ| Kᵢ with Kᵢ = ℓ
    /// (1 + Σⱼ |aᵢⱼ| Kⱼ), the constants of h f(zᵢ). That is ℓ for Euler, ℓ + ℓ²/2 for midpoint and Heun (ℓ <
    /// 0.73), ℓ + ℓ²/2 + ℓ³/6 + ℓ⁴/24 = e^ℓ cut off for RK4 (ℓ < 0.69), and more for Dormand and Prince, whose
    /// weights have both signs (ℓ < 0.196).
    public double bijectiveBelow() {
        return bijectiveBelow;
    }
}
