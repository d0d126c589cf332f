package isotopy.figure;

/// The colours and sizes of one theme. Colours are opaque ARGB.
///
/// **Contrast with the background.** `ink` and `quiet` are for text: at least 4.5:1, in the projector theme 7:1. In the
/// projector theme the `ghost`, particles and the heads of trails have at least 3:1.
///
/// Units: `text` (the smallest size of a label), `line` (width of thin lines) and `dot` (least radius of a particle) in
/// logical pixels; `trail` is the opacity of a trail at its particle.
public record Palette(
        int background,
        int ink,
        int quiet,
        int accent,
        int grid,
        int ghost,
        int axis,
        int field,
        int alarm,
        float text,
        float line,
        float dot,
        double trail) {
    private static final Palette LIGHT = new Palette(
            0xFFFDFDFE,
            0xFF1F2733,
            0xFF667080,
            0xFF0B63D8,
            0xFFB3BAC9,
            0xFFA2ABBB,
            0xFFDDE1E8,
            0xFF97A1B1,
            OkabeIto.VERMILLION.argb(),
            12,
            1,
            1.1f,
            0.62);

    private static final Palette DARK = new Palette(
            0xFF12161D,
            0xFFE8ECF2,
            0xFF99A4B5,
            0xFF5CA4FF,
            0xFF3D4757,
            0xFF6A7688,
            0xFF252D38,
            0xFF6B7789,
            OkabeIto.ORANGE.argb(),
            12,
            1,
            1.1f,
            0.6);

    private static final Palette PROJECTOR = new Palette(
            0xFFFFFFFF,
            0xFF10151C,
            0xFF474F5B,
            0xFF0A4FB0,
            0xFF9EA6B3,
            0xFF78828F,
            0xFFC9CFD8,
            0xFF5C6673,
            OkabeIto.VERMILLION.argb(),
            18,
            1.5f,
            2.5f,
            0.95);

    private static final Palette PRINT = new Palette(
            0xFFFFFFFF,
            0xFF000000,
            0xFF303030,
            0xFF003F87,
            0xFF8C8C8C,
            0xFF5E5E5E,
            0xFFB8B8B8,
            0xFF5A5A5A,
            OkabeIto.VERMILLION.argb(),
            12,
            1.1f,
            1.3f,
            0.8);

    /// The palette of a theme.
    public static Palette of(Theme theme) {
        return switch (theme) {
            case LIGHT -> LIGHT;
            case DARK -> DARK;
            case PROJECTOR -> PROJECTOR;
            case PRINT -> PRINT;
        };
    }
}
