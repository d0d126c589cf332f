package isotopy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFileTest {
    @TempDir
    Path folder;

    private static BufferedImage image(int columns, int rows, int type) {
        var image = new BufferedImage(columns, rows, type);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                image.setRGB(x, y, 0xFF000000 | 255 * x / columns << 16 | 255 * y / rows << 8 | 0x40);
            }
        }
        return image;
    }

    private static byte[] bytes(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    @Test
    void aPngIsReadPixelByPixel() throws Exception {
        var image = image(7, 3, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(2, 1, 0x80FF0000);
        var file = Files.write(folder.resolve("a.png"), bytes(image, "png"));
        var read = PictureFile.read(file);
        assertThat(read.columns()).isEqualTo(7);
        assertThat(read.rows()).isEqualTo(3);
        assertThat(read.argb()).containsExactly(image.getRGB(0, 0, 7, 3, null, 0, 7));
        assertThat(read.argb()[7 + 2]).isEqualTo(0x80FF0000);
    }

    @Test
    void aJpegIsReadNearly() throws Exception {
        var image = image(40, 30, BufferedImage.TYPE_INT_RGB);
        var read = PictureFile.read(bytes(image, "jpg"), "a.jpg");
        assertThat(read.columns()).isEqualTo(40);
        for (int shift = 0; shift < 24; shift += 8) {
            double found = read.argb()[15 * 40 + 20] >> shift & 0xFF;
            assertThat(found).isCloseTo(image.getRGB(20, 15) >> shift & 0xFF, within(12.0));
        }
    }

    @Test
    void brightnessIsThatOfTheEyeBeforeWhite() {
        var bitmap = new Bitmap(5, 1, new int[] {0xFF000000, 0xFFFFFFFF, 0xFF00FF00, 0x00000000, 0xFF808080});
        assertThat(bitmap.brightness()).containsExactly(0f, 1f, 0.7152f, 1f, 128 / 255f);
    }

    @Test
    void aLargePictureIsThinnedAndAveraged() throws Exception {
        var read = PictureFile.read(bytes(image(5000, 3, BufferedImage.TYPE_INT_RGB), "png"), "wide.png");
        assertThat(read.columns()).isBetween(1500, 2048);
        var small = new Bitmap(4, 2, new int[] {0, 0x10, 0x20, 0x30, 0, 0x10, 0x20, 0x30}).within(2);
        assertThat(small.columns()).isEqualTo(2);
        assertThat(small.rows()).isEqualTo(1);
        assertThat(small.argb()).containsExactly(0x08, 0x28);
    }

    @Test
    void aPictureThatClaimsToBeHugeIsRefusedBeforeItIsDecoded() throws Exception {
        var bytes = bytes(image(3, 3, BufferedImage.TYPE_INT_RGB), "png");
        ByteBuffer.wrap(bytes).putInt(16, 100_000).putInt(20, 100_000);
        var crc = new CRC32();
        crc.update(bytes, 12, 17);
        ByteBuffer.wrap(bytes).putInt(29, (int) crc.getValue());
        assertThatThrownBy(() -> PictureFile.read(bytes, "huge.png"))
                .isInstanceOf(IOException.class)
                .hasMessage("huge.png: the picture has 100000 × 100000 pixels, more than 64 million; save it smaller");
    }

    @Test
    void whatIsNoPictureIsNamed() throws Exception {
        assertThatThrownBy(() -> PictureFile.read(folder.resolve("no.png")))
                .hasMessage(folder.resolve("no.png") + ": there is no such file; check its name and folder");
        assertThatThrownBy(() -> PictureFile.read(folder)).hasMessage(folder + ": this is a folder; name a file in it");
        assertThatThrownBy(() -> PictureFile.read("GIF89a".getBytes(StandardCharsets.US_ASCII), "a.gif"))
                .hasMessage("a.gif: this is neither PNG nor JPEG; save the picture as one of these");
        assertThatThrownBy(() -> PictureFile.read(new byte[0], "a")).hasMessageContaining("neither PNG nor JPEG");
    }

    /// Broken pictures end in a picture or a sentence. A limit of time is set around all of them only.
    @Timeout(120)
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void brokenPicturesEndInPixelsOrASentence(long seed) throws Exception {
        byte[][] whole = {
            bytes(image(9, 7, BufferedImage.TYPE_INT_ARGB), "png"),
            bytes(image(9, 7, BufferedImage.TYPE_BYTE_INDEXED), "png"),
            bytes(image(9, 7, BufferedImage.TYPE_USHORT_GRAY), "png"),
            bytes(image(17, 9, BufferedImage.TYPE_INT_RGB), "jpg"),
            bytes(image(17, 9, BufferedImage.TYPE_BYTE_GRAY), "jpg")
        };
        var random = new SplittableRandom(seed);
        int read = 0;
        for (int i = 0; i < 10_000; i++) {
            var broken = broken(whole[random.nextInt(whole.length)], random);
            try {
                var bitmap = PictureFile.read(broken, "broken");
                assertThat(bitmap.argb()).hasSize(bitmap.columns() * bitmap.rows());
                read++;
            } catch (IOException answer) {
                assertThat(answer.getMessage()).as("seed %s, case %s", seed, i).matches("broken: [^\\n\\r]{20,200}");
            } catch (RuntimeException | Error other) {
                throw new AssertionError("seed " + seed + ", case " + i, other);
            }
        }
        assertThat(read).as("some are still pictures").isBetween(500, 9_500);
    }

    /// A few bytes changed, cut out or doubled; half of the time the checks of a PNG are set right again, so that
    /// what is broken gets further.
    private static byte[] broken(byte[] whole, SplittableRandom random) {
        var bytes = whole.clone();
        for (int k = random.nextInt(4); k >= 0; k--) {
            int at = random.nextInt(bytes.length);
            bytes[at] = (byte) (random.nextInt(3) == 0 ? 255 : random.nextInt(256));
        }
        int length = bytes.length;
        if (random.nextInt(5) == 0) {
            length = random.nextInt(bytes.length);
        }
        var cut = Arrays.copyOf(bytes, length);
        if (random.nextBoolean() && cut.length > 8 && cut[1] == 'P') {
            mend(cut);
        }
        return cut;
    }

    private static void mend(byte[] png) {
        var buffer = ByteBuffer.wrap(png);
        for (int at = 8; at + 12 <= png.length; ) {
            int length = buffer.getInt(at);
            if (length < 0 || length > png.length - at - 12) {
                return;
            }
            var crc = new CRC32();
            crc.update(png, at + 4, length + 4);
            buffer.putInt(at + 8 + length, (int) crc.getValue());
            at += 12 + length;
        }
    }
}
