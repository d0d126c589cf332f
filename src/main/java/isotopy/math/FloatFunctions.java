package isotopy.math;

/// The functions of single-precision kernels, each in a few operations on lanes, with stated errors.
///
/// They are defined by these operations: whoever carries them out, a vector unit or plain Java, gets the same bits. The
/// coefficients are our own: the quotient P/Q or polynomial of the given degrees whose largest error (relative, but for
/// cos) over the reduced interval is least, found by linear programming over 1200 Chebyshev points with the reweighting
/// of the differential correction algorithm, then rounded to float. The stated bounds hold with all roundings; a test
/// looks at millions of arguments.
///
/// NaN comes out as NaN where no other word is said.
///
/// Source: Cheney, Loeb, *Two new algorithms for rational approximation*, Numer. Math. 3 (1961), for the fit.
final class FloatFunctions {
    private static final float ROUNDS = 0x1.8p23f; // adding it rounds to a whole number, which stands in the low bits
    private static final float LOG2E = (float) (1 / Math.log(2));
    private static final float LN2_HIGH = 0x1.62e4p-1f;
    private static final float LN2_LOW = (float) (Math.log(2) - LN2_HIGH);
    private static final float PI_2_HIGH = (float) (Math.PI / 2);
    private static final float PI_2_LOW = (float) (Math.PI / 2 - PI_2_HIGH);
    private static final float TINY = -87;
    private static final float HUGE = 88.3f;
    private static final int EXPONENT = 23;

    private FloatFunctions() {}

    /// tanh x = x P₃(x²)/Q₄(x²), x cut at ±7.8: within 4.5e−7 relative, |tanh| < 1; NaN becomes ±tanh 7.8.
    static Lane tanh(Lanes on, Lane x) {
        var c = on.clamp(x, -7.8f, 7.8f);
        var y = on.multiply(c, c);
        var p = on.polynomial(y, 3958458.2f, 512347.88f, 11756.183f, 46.059505f);
        var q = on.polynomial(y, 3958458.8f, 1831830.2f, 94577.06f, 955.39215f, 1);
        return on.divide(on.multiply(c, p), q);
    }

    /// 1/(1 + e⁻ˣ) = ½ + ½ tanh(x/2): within 2.5e−7.
    static Lane sigmoid(Lanes on, Lane x) {
        return on.fma(on.constant(0.5f), tanh(on, on.multiply(on.constant(0.5f), x)), 0.5f);
    }

    /// eˣ = 2ⁿ P₅(x − n ln 2), n = x/ln 2 rounded: within 2.5e−7 relative for −87 ≤ x ≤ 88.3, where x is cut; NaN
    /// becomes one of these ends.
    static Lane exp(Lanes on, Lane x) {
        var c = on.clamp(x, TINY, HUGE);
        var shifted = on.fma(c, on.constant(LOG2E), ROUNDS);
        var n = on.subtract(shifted, on.constant(ROUNDS));
        var r = on.fma(n, on.constant(-LN2_HIGH), c);
        r = on.fma(n, on.constant(-LN2_LOW), r);
        var p = on.polynomial(r, 1.00000012f, 0.999999659f, 0.499988959f, 0.166675753f, 0.0419153884f, 0.0082976481f);
        return on.floatOf(on.intAdd(on.bitsOf(p), on.shiftLeft(on.bitsOf(shifted), EXPONENT)));
    }

    /// e^(−x²): within 2e−7.
    static Lane gauss(Lanes on, Lane x) {
        return exp(on, on.multiply(on.subtract(on.constant(0), x), x));
    }

    /// x where x > 0, else eˣ − 1: within 2e−7.
    static Lane elu(Lanes on, Lane x) {
        return on.ifGreater(x, on.constant(0), x, on.subtract(exp(on, x), on.constant(1)));
    }

    /// max(x, 0); a NaN with a sign becomes 0.
    static Lane relu(Lanes on, Lane x) {
        return on.floatOf(on.intMax(on.bitsOf(x), on.integer(0)));
    }

    /// 2 artanh s = 2s (1 + s² P₃(s²)) for |s| ≤ 1/3: within 1.5e−7 relative.
    private static Lane twiceArtanh(Lanes on, Lane s) {
        var y = on.multiply(s, s);
        var tail = on.multiply(y, on.polynomial(y, 0.33333212f, 0.20010532f, 0.14003995f, 0.13993078f));
        var twice = on.add(s, s);
        return on.fma(twice, tail, twice);
    }

    /// ln(1 + eˣ) = max(x, 0) + 2 artanh(t/(2 + t)), t = e^(−|x|): within 2.5e−7 relative to 1 + |x|.
    static Lane softplus(Lanes on, Lane x) {
        var t = exp(on, on.subtract(on.constant(0), on.absolute(x)));
        var tail = twiceArtanh(on, on.divide(t, on.add(on.constant(2), t)));
        return on.add(relu(on, x), tail);
    }

    /// softplus′ = 1/(1 + e⁻ˣ), from the same t as [#softplus]: within 2.5e−7.
    static Lane softplusSlope(Lanes on, Lane x) {
        var t = exp(on, on.subtract(on.constant(0), on.absolute(x)));
        var one = on.constant(1);
        return on.divide(on.ifGreater(x, on.constant(0), one, t), on.add(one, t));
    }

    /// ln x = e ln 2 + 2 artanh((m − 1)/(m + 1)), x = 2ᵉ m, √½ ≤ m < √2: within 2.5e−7 relative to 1 + |ln x|, for
    /// normal floats. ln 0 = −∞.
    static Lane ln(Lanes on, Lane x) {
        var bits = on.bitsOf(x);
        var e = on.shiftRight(on.intSubtract(bits, on.integer(0x3f3504f3)), EXPONENT);
        var m = on.floatOf(on.intSubtract(bits, on.shiftLeft(e, EXPONENT)));
        var one = on.constant(1);
        var tail = twiceArtanh(on, on.divide(on.subtract(m, one), on.add(m, one)));
        var n = wholeToFloat(on, e);
        var ln = on.fma(n, on.constant(LN2_HIGH), on.fma(n, on.constant(LN2_LOW), tail));
        var finite = on.ifGreater(x, on.constant(Float.MAX_VALUE), x, ln);
        return on.ifGreater(x, on.constant(0), finite, on.divide(on.constant(-1), on.squareRoot(x)));
    }

    /// The float of a small int: 1.5·2²³ + n has n in its low bits.
    private static Lane wholeToFloat(Lanes on, Lane n) {
        return on.subtract(on.floatOf(on.intAdd(n, on.integer(Float.floatToRawIntBits(ROUNDS)))), on.constant(ROUNDS));
    }

    /// sin x and cos x by r = x − n π/2: within 3e−7 for |x| ≤ 1000; they lose a digit for each power of ten
    /// beyond.
    static Lane sin(Lanes on, Lane x) {
        return circle(on, x, 0);
    }

    /// See [#sin].
    static Lane cos(Lanes on, Lane x) {
        return circle(on, x, 1);
    }

    /// sin(x + quarters π/2): of n + quarters the lowest bit chooses between sin r and cos r, the next one the
    /// sign.
    private static Lane circle(Lanes on, Lane x, int quarters) {
        var shifted = on.fma(x, on.constant((float) (2 / Math.PI)), ROUNDS);
        var n = on.subtract(shifted, on.constant(ROUNDS));
        var r = on.fma(n, on.constant(-PI_2_LOW), on.fma(n, on.constant(-PI_2_HIGH), x));
        var y = on.multiply(r, r);
        var sin = on.fma(on.multiply(r, y), on.polynomial(y, -0.16666651f, 0.008332017f, -0.00019501905f), r);
        var cos = on.polynomial(y, 1, -0.5f, 0.04166662f, -0.0013886642f, 2.4379657e-5f);
        var quadrant = on.intAdd(on.bitsOf(shifted), on.integer(quarters));
        var odd = on.intSubtract(on.integer(0), on.intAnd(quadrant, on.integer(1))); // all ones, or none
        var sinBits = on.bitsOf(sin);
        var chosen = on.intXor(sinBits, on.intAnd(odd, on.intXor(sinBits, on.bitsOf(cos))));
        var sign = on.shiftLeft(on.intAnd(quadrant, on.integer(2)), 30);
        return on.floatOf(on.intXor(chosen, sign));
    }

    /// erf x = x P₄(x²)/Q₅(x²), x cut at ±3.8: within 5e−7; NaN becomes ±erf 3.8.
    static Lane erf(Lanes on, Lane x) {
        var c = on.clamp(x, -3.8f, 3.8f);
        var y = on.multiply(c, c);
        var p = on.polynomial(y, 69556.88f, 17837.324f, 3933.001f, 460.1243f, 16.735106f);
        var q = on.polynomial(y, 61643.19f, 36355.27f, 9441.5625f, 1383.3268f, 115.935158f, 1);
        return on.divide(on.multiply(c, p), q);
    }

    /// Φ(x) = ½ (1 + erf(x/√2)), the normal distribution: within 3e−7.
    static Lane normal(Lanes on, Lane x) {
        return on.fma(on.constant(0.5f), erf(on, on.multiply(x, on.constant((float) Math.sqrt(0.5)))), 0.5f);
    }

    /// atan x = z P₂(z²)/Q₃(z²) with z = x or, beyond 1, π/2 minus that of 1/x: within 3e−7.
    static Lane atan(Lanes on, Lane x) {
        var size = on.absolute(x);
        var one = on.constant(1);
        var z = on.ifGreater(size, one, on.divide(one, size), size);
        var y = on.multiply(z, z);
        var p = on.polynomial(y, 80.7899f, 72.58138f, 11.117738f);
        var q = on.polynomial(y, 80.78991f, 99.511185f, 28.132845f, 1);
        var small = on.divide(on.multiply(z, p), q);
        var angle = on.ifGreater(size, one, on.subtract(on.constant(PI_2_HIGH), small), small);
        return withSignOf(on, angle, x);
    }

    /// A value ≥ 0 with the sign of x.
    static Lane withSignOf(Lanes on, Lane value, Lane x) {
        return on.floatOf(on.intOr(on.bitsOf(value), on.intAnd(on.bitsOf(x), on.integer(Integer.MIN_VALUE))));
    }

    /// The largest whole number not above x, exactly: from 2²³ on floats are whole numbers.
    static Lane floor(Lanes on, Lane x) {
        var whole = on.constant(0x1p23f);
        var size = on.absolute(x);
        var rounded = withSignOf(on, on.subtract(on.add(size, whole), whole), x);
        var floor = on.ifGreater(rounded, x, on.subtract(rounded, on.constant(1)), rounded);
        return on.ifGreater(whole, size, floor, x);
    }
}
