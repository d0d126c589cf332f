package isotopy.target;

import isotopy.math.Points;

/// The gallery of shapes that are carried onto shapes.
public enum ShapePair {
    /// A round shape gets a notch and a tip.
    DISC_TO_HEART("disc-to-heart", "Disc to heart", "Carries a disc onto a heart.", Shapes.disc(0.6), Shapes.heart()),
    /// Five arms grow.
    DISC_TO_STAR("disc-to-star", "Disc to star", "Carries a disc onto a star.", Shapes.disc(0.6), Shapes.star()),
    /// A bay is pressed in.
    DISC_TO_MOON(
            "disc-to-moon", "Disc to moon", "Carries a disc onto a crescent moon.", Shapes.disc(0.6), Shapes.moon()),
    /// Corners are smoothed away.
    SQUARE_TO_DISC(
            "square-to-disc",
            "Square to disc",
            "Carries a square onto a disc.",
            Shapes.polygon(-0.6, -0.6, 0.6, -0.6, 0.6, 0.6, -0.6, 0.6),
            Shapes.disc(0.65)),
    /// Letter onto letter.
    L_TO_T("l-to-t", "L to T", "Carries the letter L onto the letter T.", Shapes.letterL(), Shapes.letterT()),
    /// Letter onto letter.
    C_TO_S("c-to-s", "C to S", "Carries the letter C onto the letter S.", Shapes.letterC(), Shapes.letterS()),
    /// A straight band is rolled up.
    BAR_TO_SPIRAL(
            "bar-to-spiral", "Bar to spiral", "Rolls a straight band up to a spiral.", Shapes.bar(), Shapes.spiral());

    private final String id;
    private final String title;
    private final String sentence;
    private final ShapeMap map;

    ShapePair(String id, String title, String sentence, Points from, Points to) {
        this.id = id;
        this.title = title;
        this.sentence = sentence;
        map = new ShapeMap(title, from, to);
    }

    /// The name used on the command line and in files.
    public String id() {
        return id;
    }

    /// The name that people read.
    public String title() {
        return title;
    }

    /// What the map does, in one plain sentence.
    public String sentence() {
        return sentence;
    }

    /// The map that carries the first shape onto the second.
    public ShapeMap map() {
        return map;
    }

    /// Whether a flow can equal the map on the square [−1, 1]².
    public boolean withinReach() {
        return true;
    }

    /// The pair of that name, in small or capital letters.
    ///
    /// Throws: `IllegalArgumentException` that lists the names, when there is none.
    public static ShapePair named(String id) {
        return Names.find(values(), ShapePair::id, id, "there is no pair of shapes");
    }
}
