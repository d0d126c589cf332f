package isotopy.figure;

import java.util.List;

final class HeightIllustrator {
    private HeightIllustrator() {}

    static void draw(Shot shot, List<Mark> into) {}
}
