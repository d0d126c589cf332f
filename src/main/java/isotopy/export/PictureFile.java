package isotopy.export;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Reads pictures: PNG and JPEG, as pixels. Nothing is decoded before the size that the file claims was found bearable.
public final class PictureFile {
    /// No picture has more pixels.
    public static final long MOST_PIXELS = 64_000_000;

    /// No picture's file is longer, in bytes.
    private static final long LONGEST = 1L << 28;

    /// A picture is read at no more than this many pixels a side; a larger one is thinned out.
    private static final int LONGEST_SIDE = 2048;

    private PictureFile() {}

    /// The picture in a file.
    ///
    /// Throws: `IOException` whose message is a sentence for the user.
    public static Bitmap read(Path file) throws IOException {
        byte[] bytes;
        try {
            if (Files.isDirectory(file)) {
                throw new IOException("this is a folder; name a file in it");
            }
            if (Files.size(file) > LONGEST) {
                throw new IOException("the file is longer than 256 MB; save the picture smaller");
            }
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": there is no such file; check its name and folder", e);
        } catch (AccessDeniedException e) {
            throw new IOException(file + ": there is no permission to read the file; ask its owner for it", e);
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        return read(bytes, file.toString());
    }

    /// The picture in these bytes; `name` is what sentences call it.
    ///
    /// Throws: `IOException` whose message is a sentence for the user.
    public static Bitmap read(byte[] bytes, String name) throws IOException {
        var reader = reader(bytes, name);
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(stream, true, true);
            requireBearable(reader.getWidth(0), reader.getHeight(0), name);
            var parameters = reader.getDefaultReadParam();
            int step = Math.ceilDiv(Math.max(reader.getWidth(0), reader.getHeight(0)), LONGEST_SIDE);
            parameters.setSourceSubsampling(step, step, 0, 0);
            return pixels(reader.read(0, parameters));
        } catch (Refused e) {
            throw e;
        } catch (IOException | RuntimeException e) { // decoders throw many kinds of exceptions at broken bytes
            throw new IOException(name + ": the picture is damaged; save it anew as PNG or JPEG", e);
        } finally {
            reader.dispose();
        }
    }

    /// A picture that is whole, and yet not for us.
    private static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(String sentence) {
            super(sentence);
        }
    }

    private static ImageReader reader(byte[] bytes, String name) throws IOException {
        boolean png = begins(bytes, 0x89, 'P', 'N', 'G');
        if (!png && !begins(bytes, 0xFF, 0xD8, 0xFF)) {
            throw new IOException(name + ": this is neither PNG nor JPEG; save the picture as one of these");
        }
        var readers = ImageIO.getImageReadersByFormatName(png ? "png" : "jpeg");
        if (!readers.hasNext()) {
            throw new IOException(name + ": this Java cannot read " + (png ? "PNG" : "JPEG") + "; use another one");
        }
        return readers.next();
    }

    private static boolean begins(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int k = 0; k < with.length; k++) {
            if ((bytes[k] & 0xFF) != with[k]) {
                return false;
            }
        }
        return true;
    }

    private static void requireBearable(int columns, int rows, String name) throws Refused {
        if ((long) columns * rows > MOST_PIXELS) {
            throw new Refused(name + ": the picture has " + columns + " × " + rows
                    + " pixels, more than 64 million; save it smaller");
        }
    }

    private static Bitmap pixels(BufferedImage image) {
        int columns = image.getWidth();
        int rows = image.getHeight();
        return new Bitmap(columns, rows, image.getRGB(0, 0, columns, rows, null, 0, columns));
    }
}
