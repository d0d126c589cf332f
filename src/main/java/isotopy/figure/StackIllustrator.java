package isotopy.figure;

import java.util.List;

final class StackIllustrator {
    private StackIllustrator() {}

    static void draw(Shot shot, List<Mark> into) {}
}
