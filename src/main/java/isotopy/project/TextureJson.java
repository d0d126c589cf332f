package isotopy.project;

import isotopy.figure.Texture;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Writes and reads the picture that is carried along: `columns`, `rows`, and `pixels`, which are four planes (alpha,
/// red, green, blue) of one byte a pixel, row by row from the top, each but the first of its row less its neighbour to
/// the left, in the zlib format (RFC 1950), as base64.
final class TextureJson {
    private TextureJson() {}

    static void write(Texture texture, JsonPen pen) {
        var saved = texture.reduced();
        pen.whole("columns", saved.columns())
                .whole("rows", saved.rows())
                .text("pixels", Base64.getEncoder().encodeToString(deflated(planes(saved))));
    }

    static Texture read(Fields fields) throws ProjectException {
        int columns = (int) fields.whole("columns", 1, Texture.LARGEST);
        int rows = (int) fields.whole("rows", 1, Texture.LARGEST);
        var bytes = new byte[4 * columns * rows];
        var inflater = new Inflater();
        try {
            inflater.setInput(Base64.getDecoder().decode(fields.text("pixels")));
            int filled = 0;
            while (filled < bytes.length) {
                int more = inflater.inflate(bytes, filled, bytes.length - filled);
                if (more == 0) {
                    throw fields.refused("pixels", "has fewer pixels than " + columns + " × " + rows);
                }
                filled += more;
            }
        } catch (IllegalArgumentException | DataFormatException e) {
            throw fields.refused("pixels", "is no picture: " + e.getMessage());
        } finally {
            inflater.end();
        }
        return new Texture(columns, rows, argb(bytes, columns, rows));
    }

    private static byte[] planes(Texture texture) {
        int n = texture.argb().length;
        var bytes = new byte[4 * n];
        for (int plane = 0; plane < 4; plane++) {
            int shift = 24 - 8 * plane;
            for (int k = 0; k < n; k++) {
                int left = k % texture.columns() == 0 ? 0 : texture.argb()[k - 1] >>> shift;
                bytes[plane * n + k] = (byte) ((texture.argb()[k] >>> shift) - left);
            }
        }
        return bytes;
    }

    private static int[] argb(byte[] bytes, int columns, int rows) {
        int n = columns * rows;
        var argb = new int[n];
        for (int plane = 0; plane < 4; plane++) {
            int left = 0;
            for (int k = 0; k < n; k++) {
                left = (k % columns == 0 ? 0 : left) + bytes[plane * n + k] & 0xFF;
                argb[k] |= left << 24 - 8 * plane;
            }
        }
        return argb;
    }

    private static byte[] deflated(byte[] bytes) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(bytes);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }
}
