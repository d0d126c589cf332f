package isotopy.check;

import java.util.function.DoubleSupplier;

/// One claim that can be checked by a number.
///
/// @param group what it is about, in a few words
/// @param what what is measured, in one line
/// @param relation how the number found must stand to the one expected
/// @param tolerance how far it may be off
/// @param measure finds the number; the same on every call
public record Oracle(
        String group, String what, Relation relation, double expected, double tolerance, DoubleSupplier measure) {
    /// How what is found must stand to what is expected.
    public enum Relation {
        EQUAL,
        AT_MOST,
        AT_LEAST
    }

    /// That a number is the expected one, up to the tolerance.
    static Oracle equal(String group, String what, double expected, double tolerance, DoubleSupplier measure) {
        return new Oracle(group, what, Relation.EQUAL, expected, tolerance, measure);
    }

    /// That a difference is zero, up to the tolerance.
    static Oracle zero(String group, String what, double tolerance, DoubleSupplier measure) {
        return equal(group, what, 0, tolerance, measure);
    }

    /// Measures. What the measure throws is a failure with its message as the remark.
    public Finding find() {
        try {
            double found = measure.getAsDouble();
            return new Finding(this, found, holds(found), "");
        } catch (RuntimeException e) {
            return new Finding(this, Double.NaN, false, String.valueOf(e.getMessage()));
        }
    }

    private boolean holds(double found) {
        return switch (relation) {
            case EQUAL -> Math.abs(found - expected) <= tolerance;
            case AT_MOST -> found <= expected + tolerance;
            case AT_LEAST -> found >= expected - tolerance;
        };
    }

    @Override
    public String toString() {
        return group + ", " + what;
    }
}
