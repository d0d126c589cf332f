package isotopy.figure;

/// Eight colours that colour-blind people can tell apart.
///
/// Source: M. Okabe, K. Ito, *Color universal design* (2008).
public enum OkabeIto {
    BLACK(0xFF000000),
    ORANGE(0xFFE69F00),
    SKY_BLUE(0xFF56B4E9),
    BLUISH_GREEN(0xFF009E73),
    YELLOW(0xFFF0E442),
    BLUE(0xFF0072B2),
    VERMILLION(0xFFD55E00),
    REDDISH_PURPLE(0xFFCC79A7);

    private final int argb;

    OkabeIto(int argb) {
        this.argb = argb;
    }

    /// The opaque colour in ARGB.
    public int argb() {
        return argb;
    }
}
