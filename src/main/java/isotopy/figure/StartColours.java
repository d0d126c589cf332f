package isotopy.figure;

import java.util.EnumMap;
import java.util.Map;

/// The colour that a particle keeps from its starting point: the hue tells the direction from the middle of the square,
/// the chroma the distance. Smooth over the square, grey in the middle; equally light all around, so that no side of
/// the square stands out.
///
/// Immutable; one table for each theme.
public final class StartColours {
    /// Entries a side: neighbours differ by about one step of a channel.
    private static final int TABLE = 256;

    /// The hues at the ends of the line, in radians.
    private static final double LEFTMOST = 4.75;

    private static final double RIGHTMOST = -0.05;

    private static final Map<Theme, StartColours> TABLES = new EnumMap<>(Theme.class);

    private final int[] table = new int[TABLE * TABLE];
    private final int[] line = new int[TABLE];

    /// Lightness in the middle and how much is lost at the middle of an edge, the chroma far out, and how much
    /// lighter the upper edge is than the middle, so that a grey print still tells up from down.
    private StartColours(double lightness, double loss, double chroma, double tilt) {
        for (int j = 0; j < TABLE; j++) {
            for (int i = 0; i < TABLE; i++) {
                double u = 2 * i / (TABLE - 1.0) - 1;
                double v = 2 * j / (TABLE - 1.0) - 1;
                double radius = Math.hypot(u, v);
                double strength = chroma * radius / Math.sqrt(0.3 + radius * radius);
                double hue = Math.atan2(v, u) + 0.1;
                table[j * TABLE + i] = Colour.oklch(lightness - loss * Math.min(1, radius) + tilt * v, strength, hue);
            }
            line[j] = Colour.oklch(
                    lightness - loss + tilt * (2 * j / (TABLE - 1.0) - 1),
                    0.92 * chroma,
                    LEFTMOST + j * (RIGHTMOST - LEFTMOST) / (TABLE - 1));
        }
    }

    /// The colours of a theme.
    public static StartColours of(Theme theme) {
        synchronized (TABLES) {
            return TABLES.computeIfAbsent(theme, wanted -> switch (wanted) {
                case LIGHT -> new StartColours(0.66, 0.05, 0.145, 0);
                case DARK -> new StartColours(0.78, 0.05, 0.135, 0);
                case PROJECTOR -> new StartColours(0.55, 0.05, 0.16, 0);
                case PRINT -> new StartColours(0.55, 0.04, 0.15, 0.09);
            });
        }
    }

    /// The opaque colour of a start given by its shares of the square's sides; a start outside has that of the
    /// nearest edge point.
    public int at(double share1, double share2) {
        return table[index(share2) * TABLE + index(share1)];
    }

    /// The opaque colour of a start on the line by its share of the interval: the hue alone tells it, from blue on
    /// the left over green and yellow to red on the right.
    public int along(double share) {
        return line[index(share)];
    }

    private static int index(double share) {
        return share > 0 ? Math.min(TABLE - 1, (int) (share * (TABLE - 1) + 0.5)) : 0;
    }
}
