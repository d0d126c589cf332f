package isotopy.view;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// How a slider's place, a share in 0 … 1, becomes a value: each equal stretch multiplies it by the same factor, or,
/// where values begin at 0, adds the same to it. Values are rounded to what one can mean with a slider: whole numbers,
/// or two digits.
record Scale(double low, double high, boolean whole) {
    /// The value at a place.
    double at(double share) {
        double place = Math.clamp(share, 0.0, 1.0);
        double value = low == 0 ? high * place : low * Math.pow(high / low, place);
        return whole
                ? Math.rint(value)
                : BigDecimal.valueOf(value)
                        .round(new MathContext(2, RoundingMode.HALF_UP))
                        .doubleValue();
    }

    /// The place of a value; values beyond the ends stand at the ends.
    double share(double value) {
        double place = low == 0 ? value / high : Math.log(value / low) / Math.log(high / low);
        return Math.clamp(place, 0.0, 1.0);
    }
}
