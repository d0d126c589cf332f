package isotopy.view;

import javafx.scene.paint.Color;

/// A coarse cividis scale.
final class Cividis {
    private static final int[] STOPS = {
        0x00224E, 0x123570, 0x3B496C, 0x575D6D, 0x707173, 0x8A8678, 0xA59C74, 0xC3B369, 0xFEE838
    };

    private Cividis() {}

    static Color of(double share) {
        double place = Math.max(0, Math.min(1, share)) * (STOPS.length - 1);
        int k = Math.min(STOPS.length - 2, (int) place);
        return colour(STOPS[k]).interpolate(colour(STOPS[k + 1]), place - k);
    }

    private static Color colour(int rgb) {
        return Color.rgb(rgb >> 16, rgb >> 8 & 255, rgb & 255);
    }
}
