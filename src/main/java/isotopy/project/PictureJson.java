package isotopy.project;

import isotopy.target.PictureFunction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Writes and reads the brightness of a picture: 32-bit floats, the lowest byte first, compressed by gzip and spelt in
/// base64, row by row from above.
final class PictureJson {
    private PictureJson() {}

    static void write(PictureFunction picture, JsonPen pen) {
        pen.text("kind", "picture")
                .text("title", picture.title())
                .whole("columns", picture.columns())
                .whole("rows", picture.rows())
                .text("brightness", packed(picture.brightness()));
    }

    static PictureFunction read(Fields fields) throws ProjectException {
        var title = fields.text("title");
        int columns = (int) fields.whole("columns", 1, PictureFunction.MOST_SIDE);
        int rows = (int) fields.whole("rows", 1, PictureFunction.MOST_SIDE);
        var brightness = unpacked(fields, columns * rows);
        return fields.made(() -> new PictureFunction(title, columns, rows, brightness));
    }

    private static String packed(List<Float> values) {
        var buffer = ByteBuffer.allocate(values.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        values.forEach(buffer::putFloat);
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(buffer.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail so
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static List<Float> unpacked(Fields fields, int count) throws ProjectException {
        byte[] bytes;
        try (var gzip =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(fields.text("brightness"))))) {
            bytes = gzip.readNBytes(count * Float.BYTES + 1);
        } catch (IOException | IllegalArgumentException e) {
            throw fields.refused("brightness", "must be numbers compressed by gzip and spelt in base64");
        }
        if (bytes.length != count * Float.BYTES) {
            throw fields.refused("brightness", "must hold columns × rows = " + count + " numbers of four bytes");
        }
        var floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        var values = new ArrayList<Float>(count);
        while (floats.hasRemaining()) {
            values.add(floats.get());
        }
        return values;
    }
}
