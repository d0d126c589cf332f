package isotopy.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YuvTest {

    /// The colours of a BT.709 test picture in eight bits, as ITU-R BT.1729 and every test generator have them.
    @ParameterizedTest
    @CsvSource({
        "0xFFFFFFFF, 235, 128, 128",
        "0xFF000000, 16, 128, 128",
        "0xFFFF0000, 63, 102, 240",
        "0xFF00FF00, 173, 42, 26",
        "0xFF0000FF, 32, 240, 118",
        "0xFFFFFF00, 219, 16, 138",
        "0xFF00FFFF, 188, 154, 16",
        "0xFFFF00FF, 78, 214, 230"
    })
    void coloursAreThoseOfBt709(String colour, int y, int cb, int cr) {
        var frame = new Yuv(4, 2, false);
        var pixels = new int[8];
        Arrays.fill(pixels, Long.decode(colour).intValue());
        frame.take(pixels);
        assertThat(frame.y).containsOnly(y);
        assertThat(frame.cb).containsOnly(cb);
        assertThat(frame.cr).containsOnly(cr);
    }

    @Test
    void everyColourIsWithinOneOfTheFormula() {
        var random = new SplittableRandom(5);
        var frame = new Yuv(2, 2, false);
        for (int k = 0; k < 10_000; k++) {
            int colour = random.nextInt() | 0xFF000000;
            var pixels = new int[] {colour, colour, colour, colour};
            frame.take(pixels);
            double r = (colour >> 16 & 0xFF) / 255.0;
            double g = (colour >> 8 & 0xFF) / 255.0;
            double b = (colour & 0xFF) / 255.0;
            double y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
            assertThat(16 + 219 * y - (frame.y[0] & 0xFF)).isBetween(-0.51, 0.51);
            assertThat(128 + 224 * (b - y) / 1.8556 - (frame.cb[0] & 0xFF)).isBetween(-0.51, 0.51);
            assertThat(128 + 224 * (r - y) / 1.5748 - (frame.cr[0] & 0xFF)).isBetween(-0.51, 0.51);
        }
    }

    @Test
    void anOddSideGetsItsLastRowAndColumnOnceMore() {
        var frame = new Yuv(3, 3, false);
        frame.take(new int[] {
            0xFF000000, 0xFF000000, 0xFF000000, 0xFF000000, 0xFF000000, 0xFF000000, 0xFF000000, 0xFF000000, 0xFFFFFFFF
        });
        assertThat(frame.width).isEqualTo(4);
        assertThat(frame.height).isEqualTo(4);
        assertThat(frame.y).containsExactly(16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 235, 235, 16, 16, 235, 235);
    }

    @Test
    void whiteStandsBehindWhatIsTransparentInAnOpaqueFrame() {
        var frame = new Yuv(2, 2, false);
        frame.take(new int[] {0, 0, 0x80000000, 0xFF000000});
        assertThat(frame.y).containsExactly(235, 235, 16 + 219 * 127 / 255, 16);
    }

    @Test
    void aTransparentFrameKeepsColoursBesideTheirAlpha() {
        var frame = new Yuv(2, 2, true);
        frame.take(new int[] {0xFFFF0000, 0x80800000, 0, 0x40400000});
        assertThat(frame.alpha).containsExactly(0xFF, 0x80, 0, 0x40);
        assertThat(frame.y).as("red, also where it cannot be seen").containsOnly(63);
        assertThat(frame.cr).containsOnly(240);
    }

    @Test
    void aTransparentFrameOfAnOddSideIsWhole() {
        var frame = new Yuv(1, 1, true);
        frame.take(new int[] {0x80800000});
        assertThat(frame.alpha).containsOnly(0x80);
        assertThat(frame.y).containsOnly(63);
        assertThat(frame.cr).containsOnly(240);
    }
}
