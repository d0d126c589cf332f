package isotopy.figure;

/// Cividis: a scale from dark blue over grey to yellow that looks evenly spaced to everybody, colour-blind people
/// included.
///
/// Source: J. R. Nuñez, C. R. Anderton, R. S. Renslow, *Optimizing colormaps with consideration for color vision
/// deficiency to enable accurate interpretation of scientific data*, PLOS ONE 13 (2018).
public final class Scale {
    /// Which part of the scale stays readable on a white wall: its dark three quarters.
    private static final double DARK_PART = 0.75;

    // spotless:off
    private static final int[] CIVIDIS = {
        0xFF00224E, 0xFF00234F, 0xFF002451, 0xFF002553, 0xFF002554, 0xFF002656, 0xFF002758, 0xFF002859,
        0xFF00285B, 0xFF00295D, 0xFF002A5F, 0xFF002A61, 0xFF002B62, 0xFF002C64, 0xFF002C66, 0xFF002D68,
        0xFF002E6A, 0xFF002E6C, 0xFF002F6D, 0xFF00306F, 0xFF003070, 0xFF003170, 0xFF003171, 0xFF013271,
        0xFF053371, 0xFF083370, 0xFF0C3470, 0xFF0F3570, 0xFF123570, 0xFF143670, 0xFF163770, 0xFF18376F,
        0xFF1A386F, 0xFF1C396F, 0xFF1E3A6F, 0xFF203A6F, 0xFF213B6E, 0xFF233C6E, 0xFF243C6E, 0xFF263D6E,
        0xFF273E6E, 0xFF293F6E, 0xFF2A3F6D, 0xFF2B406D, 0xFF2D416D, 0xFF2E416D, 0xFF2F426D, 0xFF31436D,
        0xFF32436D, 0xFF33446D, 0xFF34456C, 0xFF35456C, 0xFF36466C, 0xFF38476C, 0xFF39486C, 0xFF3A486C,
        0xFF3B496C, 0xFF3C4A6C, 0xFF3D4A6C, 0xFF3E4B6C, 0xFF3F4C6C, 0xFF404C6C, 0xFF414D6C, 0xFF424E6C,
        0xFF434E6C, 0xFF444F6C, 0xFF45506C, 0xFF46516C, 0xFF47516C, 0xFF48526C, 0xFF49536C, 0xFF4A536C,
        0xFF4B546C, 0xFF4C556C, 0xFF4D556C, 0xFF4E566C, 0xFF4F576C, 0xFF50576C, 0xFF51586D, 0xFF52596D,
        0xFF535A6D, 0xFF545A6D, 0xFF555B6D, 0xFF555C6D, 0xFF565C6D, 0xFF575D6D, 0xFF585E6D, 0xFF595E6E,
        0xFF5A5F6E, 0xFF5B606E, 0xFF5C616E, 0xFF5D616E, 0xFF5E626E, 0xFF5E636F, 0xFF5F636F, 0xFF60646F,
        0xFF61656F, 0xFF62656F, 0xFF636670, 0xFF646770, 0xFF656870, 0xFF656870, 0xFF666970, 0xFF676A71,
        0xFF686A71, 0xFF696B71, 0xFF6A6C71, 0xFF6B6D72, 0xFF6C6D72, 0xFF6C6E72, 0xFF6D6F72, 0xFF6E6F73,
        0xFF6F7073, 0xFF707173, 0xFF717274, 0xFF727274, 0xFF727374, 0xFF737475, 0xFF747475, 0xFF757575,
        0xFF767676, 0xFF777776, 0xFF777777, 0xFF787877, 0xFF797977, 0xFF7A7A78, 0xFF7B7A78, 0xFF7C7B78,
        0xFF7D7C78, 0xFF7E7C78, 0xFF7E7D78, 0xFF7F7E78, 0xFF807F78, 0xFF817F78, 0xFF828079, 0xFF838179,
        0xFF848279, 0xFF858279, 0xFF868379, 0xFF878478, 0xFF888578, 0xFF898578, 0xFF8A8678, 0xFF8B8778,
        0xFF8C8878, 0xFF8D8878, 0xFF8E8978, 0xFF8F8A78, 0xFF908B78, 0xFF918B78, 0xFF928C78, 0xFF928D78,
        0xFF938E78, 0xFF948E77, 0xFF958F77, 0xFF969077, 0xFF979177, 0xFF989277, 0xFF999277, 0xFF9A9376,
        0xFF9B9476, 0xFF9C9576, 0xFF9D9576, 0xFF9E9676, 0xFF9F9775, 0xFFA09875, 0xFFA19975, 0xFFA29975,
        0xFFA39A74, 0xFFA49B74, 0xFFA59C74, 0xFFA69C74, 0xFFA79D73, 0xFFA89E73, 0xFFA99F73, 0xFFAAA073,
        0xFFABA072, 0xFFACA172, 0xFFADA272, 0xFFAEA371, 0xFFAFA471, 0xFFB0A571, 0xFFB1A570, 0xFFB3A670,
        0xFFB4A76F, 0xFFB5A86F, 0xFFB6A96F, 0xFFB7A96E, 0xFFB8AA6E, 0xFFB9AB6D, 0xFFBAAC6D, 0xFFBBAD6D,
        0xFFBCAE6C, 0xFFBDAE6C, 0xFFBEAF6B, 0xFFBFB06B, 0xFFC0B16A, 0xFFC1B26A, 0xFFC2B369, 0xFFC3B369,
        0xFFC4B468, 0xFFC5B568, 0xFFC6B667, 0xFFC7B767, 0xFFC8B866, 0xFFC9B965, 0xFFCBB965, 0xFFCCBA64,
        0xFFCDBB63, 0xFFCEBC63, 0xFFCFBD62, 0xFFD0BE62, 0xFFD1BF61, 0xFFD2C060, 0xFFD3C05F, 0xFFD4C15F,
        0xFFD5C25E, 0xFFD6C35D, 0xFFD7C45C, 0xFFD9C55C, 0xFFDAC65B, 0xFFDBC75A, 0xFFDCC859, 0xFFDDC858,
        0xFFDEC958, 0xFFDFCA57, 0xFFE0CB56, 0xFFE1CC55, 0xFFE2CD54, 0xFFE4CE53, 0xFFE5CF52, 0xFFE6D051,
        0xFFE7D150, 0xFFE8D24F, 0xFFE9D34E, 0xFFEAD34C, 0xFFEBD44B, 0xFFEDD54A, 0xFFEED649, 0xFFEFD748,
        0xFFF0D846, 0xFFF1D945, 0xFFF2DA44, 0xFFF3DB42, 0xFFF5DC41, 0xFFF6DD3F, 0xFFF7DE3E, 0xFFF8DF3C,
        0xFFF9E03A, 0xFFFBE138, 0xFFFCE236, 0xFFFDE334, 0xFFFEE434, 0xFFFEE535, 0xFFFEE636, 0xFFFEE838,    };
    // spotless:on

    private Scale() {}

    /// The opaque colour of a share in 0 … 1 (cut to it; NaN counts as 0).
    public static int cividis(double share) {
        double place = (CIVIDIS.length - 1) * (share > 0 ? Math.min(1, share) : 0);
        int below = Math.min(CIVIDIS.length - 2, (int) place);
        return Colour.mixed(CIVIDIS[below], CIVIDIS[below + 1], place - below);
    }

    /// The opaque colour of a deviation in −1 … 1 (cut to it; NaN counts as 0): blue below, orange above, and in
    /// the middle a grey near the page's, as far from both to every eye.
    public static int diverging(double deviation, Theme theme) {
        int middle = switch (theme) {
            case LIGHT -> 0xFFF1F2F4;
            case DARK -> 0xFF262C36;
            case PROJECTOR, PRINT -> 0xFFFFFFFF;
        };
        int below = theme == Theme.DARK ? OkabeIto.SKY_BLUE.argb() : OkabeIto.BLUE.argb();
        int above = theme == Theme.DARK ? OkabeIto.ORANGE.argb() : OkabeIto.VERMILLION.argb();
        double share = Math.min(1, Math.abs(deviation));
        return Colour.mixed(middle, deviation < 0 ? below : above, share > 0 ? share : 0);
    }

    /// The colour of a share in a theme: the whole scale, but its dark three quarters for a projector.
    public static int cividis(double share, Theme theme) {
        return switch (theme) {
            case LIGHT, DARK -> cividis(share);
            case PROJECTOR, PRINT -> cividis(share > 0 ? DARK_PART * Math.min(1, share) : 0);
        };
    }
}
