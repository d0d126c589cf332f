package isotopy.export;

import java.util.Arrays;

/// The smallest rectangle that holds all pixels in which two pictures differ.
record Changed(int left, int top, int width, int height) {
    /// What changed from one picture to the next, both in rows of `width`; one pixel where nothing did, since no
    /// format has an empty frame.
    static Changed between(int[] before, int[] after, int width, int height) {
        int first = Arrays.mismatch(before, after);
        if (first < 0) {
            return new Changed(0, 0, 1, 1);
        }
        int top = first / width;
        int left = width;
        int right = 0;
        int bottom = top;
        for (int y = top; y < height; y++) {
            int from = y * width;
            int changed = Arrays.mismatch(before, from, from + width, after, from, from + width);
            if (changed >= 0) {
                bottom = y;
                left = Math.min(left, changed);
                int last = width - 1;
                while (last > right && before[from + last] == after[from + last]) {
                    last--;
                }
                right = Math.max(right, last);
            }
        }
        return new Changed(left, top, Math.max(1, right - left + 1), bottom - top + 1);
    }
}
