package isotopy.figure;

import isotopy.target.Labels;

/// The colour of each class: those of Okabe and Ito, which colour-blind people can tell apart.
final class ClassColours {
    private static final OkabeIto[] ORDER = {
        OkabeIto.SKY_BLUE,
        OkabeIto.ORANGE,
        OkabeIto.BLUISH_GREEN,
        OkabeIto.VERMILLION,
        OkabeIto.REDDISH_PURPLE,
        OkabeIto.BLUE,
        OkabeIto.YELLOW
    };

    private ClassColours() {}

    /// The colours of the first `count` points. After seven classes they repeat, fainter.
    static int[] of(Labels labels, int count) {
        var argb = new int[count];
        for (int k = 0; k < count; k++) {
            int found = labels.classes().get(k);
            argb[k] = Colour.faded(ORDER[found % ORDER.length].argb(), 1.0 / (1 + found / ORDER.length));
        }
        return argb;
    }
}
