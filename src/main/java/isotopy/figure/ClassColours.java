package isotopy.figure;

import java.util.List;

/// The colour of each class: those of Okabe and Ito, which colour-blind people can tell apart; first those that stand
/// out most from the theme's page.
public final class ClassColours {
    private static final List<OkabeIto> ON_LIGHT = List.of(
            OkabeIto.BLUE,
            OkabeIto.VERMILLION,
            OkabeIto.BLUISH_GREEN,
            OkabeIto.REDDISH_PURPLE,
            OkabeIto.BLACK,
            OkabeIto.ORANGE,
            OkabeIto.SKY_BLUE);
    private static final List<OkabeIto> ON_DARK = List.of(
            OkabeIto.SKY_BLUE,
            OkabeIto.ORANGE,
            OkabeIto.BLUISH_GREEN,
            OkabeIto.YELLOW,
            OkabeIto.REDDISH_PURPLE,
            OkabeIto.VERMILLION,
            OkabeIto.BLUE);

    private ClassColours() {}

    /// The colour of a class, counted from 0. After seven classes they repeat, fainter.
    public static int of(int index, Theme theme) {
        var order = switch (theme) {
            case LIGHT, PROJECTOR, PRINT -> ON_LIGHT;
            case DARK -> ON_DARK;
        };
        return Colour.faded(order.get(index % order.size()).argb(), 1.0 / (1 + index / order.size()));
    }
}
