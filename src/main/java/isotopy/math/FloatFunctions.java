package isotopy.math;

/// The functions of single-precision kernels, each in a few operations on lanes.
final class FloatFunctions {
    private FloatFunctions() {}

    /// tanh x.
    static Lane tanh(Lanes on, Lane x) {
        var c = on.clamp(x, 7.8f);
        var y = on.multiply(c, c);
        var p = on.polynomial(y, 3.9584582e+06f, 512347.88f, 11756.183f, 46.059505f);
        var q = on.polynomial(y, 3.9584588e+06f, 1.8318302e+06f, 94577.06f, 955.39215f, 1);
        return on.divide(on.multiply(c, p), q);
    }
}
