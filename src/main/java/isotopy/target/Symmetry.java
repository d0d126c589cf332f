package isotopy.target;

/// A symmetry of the square about its middle, by which a drawn map can be made symmetric.
///
/// The symmetries of the square form a group of eight: element k + 4m is R^k M^m with the quarter turn R
/// (against the clock) and the mirror M: x₁ → −x₁. Each constant here generates a cyclic part of it.
public enum Symmetry {
    /// Left and right exchanged.
    LEFT_RIGHT("Left and right", 4, 2),
    /// Up and down exchanged.
    UP_DOWN("Up and down", 6, 2),
    /// Half a turn about the middle.
    HALF_TURN("Half turn", 2, 2),
    /// A quarter turn about the middle.
    QUARTER_TURN("Quarter turn", 1, 4);

    /// The number of symmetries of the square.
    static final int ALL = 8;

    private final String title;
    private final int element;
    private final int order;

    Symmetry(String title, int element, int order) {
        this.title = title;
        this.element = element;
        this.order = order;
    }

    /// The name that people read.
    public String title() {
        return title;
    }

    /// How often it must be repeated to give the identity.
    int order() {
        return order;
    }

    /// Its `times`-th power as an element of the group.
    int power(int times) {
        int power = 0;
        for (int k = 0; k < times; k++) {
            power = product(element, power);
        }
        return power;
    }

    /// The element "first q, then p".
    static int product(int p, int q) {
        int turns = p < 4 ? p + q % 4 : p - 4 - q % 4 + 4; // M R = R⁻¹ M
        return turns % 4 + ((p ^ q) & 4);
    }

    /// The element that undoes p.
    static int inverse(int p) {
        return p < 4 ? (4 - p) % 4 : p; // a mirror undoes itself
    }

    /// The matrix of p, row by row: entries 0 and ±1.
    static int[] matrix(int p) {
        int mirrored = p < 4 ? 1 : -1;
        return switch (p % 4) {
            case 0 -> new int[] {mirrored, 0, 0, 1};
            case 1 -> new int[] {0, -1, mirrored, 0};
            case 2 -> new int[] {-mirrored, 0, 0, -1};
            default -> new int[] {0, 1, -mirrored, 0};
        };
    }
}
