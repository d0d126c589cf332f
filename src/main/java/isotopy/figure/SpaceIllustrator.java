package isotopy.figure;

import java.util.List;

final class SpaceIllustrator {
    private SpaceIllustrator() {}

    static void draw(Shot shot, List<Mark> into) {}
}
