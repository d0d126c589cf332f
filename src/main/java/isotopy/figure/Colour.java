package isotopy.figure;

/// Arithmetic of colours in ARGB, not premultiplied.
public final class Colour {
    private Colour() {}

    /// The same colour with another opacity in 0 … 1.
    public static int faded(int argb, double opacity) {
        int alpha = (int) Math.round((argb >>> 24) * Math.clamp(opacity, 0, 1));
        return alpha << 24 | argb & 0xFFFFFF;
    }

    /// What is seen where `argb` lies over an opaque colour.
    public static int over(int argb, int opaque) {
        double share = (argb >>> 24) / 255.0;
        return mixed(opaque, argb | 0xFF000000, share);
    }

    /// The opaque colour at `share` of the way from one opaque colour to another, channel by channel.
    public static int mixed(int from, int to, double share) {
        int mixed = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = from >>> shift & 0xFF;
            int b = to >>> shift & 0xFF;
            mixed = mixed << 8 | (int) Math.round(a + share * (b - a));
        }
        return mixed;
    }

    /// The relative luminance in 0 … 1.
    ///
    /// Source: WCAG 2.2, *relative luminance*.
    public static double luminance(int argb) {
        return 0.2126 * linear(argb >>> 16 & 0xFF) + 0.7152 * linear(argb >>> 8 & 0xFF) + 0.0722 * linear(argb & 0xFF);
    }

    /// The contrast of two opaque colours, 1 … 21.
    ///
    /// Source: WCAG 2.2, *contrast ratio*.
    public static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    /// The opaque colour of a lightness, chroma and hue that look evenly spaced; a chroma that no screen shows is
    /// lowered.
    ///
    /// Units: lightness 0 … 1, chroma 0 … 0.3, hue in radians. Source: B. Ottosson, *A perceptual color space for image
    /// processing* (2020).
    static int oklch(double lightness, double chroma, double hue) {
        var rgb = new double[3];
        double a = Math.cos(hue);
        double b = Math.sin(hue);
        double shown = chroma;
        oklab(lightness, shown * a, shown * b, rgb);
        if (!displayable(rgb)) {
            double low = 0;
            double high = chroma;
            for (int k = 0; k < 12; k++) {
                shown = (low + high) / 2;
                oklab(lightness, shown * a, shown * b, rgb);
                if (displayable(rgb)) {
                    low = shown;
                } else {
                    high = shown;
                }
            }
            oklab(lightness, low * a, low * b, rgb);
        }
        return 0xFF000000 | channel(rgb[0]) << 16 | channel(rgb[1]) << 8 | channel(rgb[2]);
    }

    /// Overwrites into ← linear red, green, blue.
    private static void oklab(double lightness, double a, double b, double[] into) {
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        into[0] = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s;
        into[1] = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s;
        into[2] = -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s;
    }

    private static double cube(double x) {
        return x * x * x;
    }

    private static boolean displayable(double[] rgb) {
        for (double value : rgb) {
            if (value < -1e-6 || value > 1 + 1e-6) {
                return false;
            }
        }
        return true;
    }

    private static int channel(double linear) {
        double x = Math.clamp(linear, 0, 1);
        double c = x <= 0.0031308 ? 12.92 * x : 1.055 * Math.pow(x, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * c);
    }
}
