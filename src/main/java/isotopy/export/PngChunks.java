package isotopy.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// Writes the pieces that PNG files and animated ones are made of.
///
/// Source: W3C, *Portable Network Graphics (PNG) Specification*, third edition, 5.3, 11.2 and 11.3.6.
final class PngChunks {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte TRUE_COLOUR = 2;
    private static final byte TRUE_COLOUR_WITH_ALPHA = 6;

    private final OutputStream into;
    private int sequence;

    PngChunks(OutputStream into) {
        this.into = into;
    }

    /// A whole chunk: length, type, data, check sum.
    static byte[] chunk(String type, byte[] data) {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) sum.getValue())
                .array();
    }

    /// The beginning of a file of eight bits a channel.
    void header(int width, int height, boolean alpha) throws IOException {
        into.write(SIGNATURE);
        var data = ByteBuffer.allocate(13).putInt(width).putInt(height);
        write("IHDR", data.put((byte) 8).put(alpha ? TRUE_COLOUR_WITH_ALPHA : TRUE_COLOUR));
    }

    /// That it moves. `plays` 0 is for ever.
    void animation(int frames, int plays) throws IOException {
        write("acTL", ByteBuffer.allocate(8).putInt(frames).putInt(plays));
    }

    /// A chunk that was made elsewhere.
    void whole(byte[] chunk) throws IOException {
        into.write(chunk);
    }

    /// A frame: where it lies, that it is shown for 1/rate seconds, and that its pixels, see-through ones too,
    /// take the place of those before.
    void frame(PngRows.Encoded frame, int rate) throws IOException {
        var control = ByteBuffer.allocate(26).putInt(sequence);
        control.putInt(frame.width())
                .putInt(frame.height())
                .putInt(frame.left())
                .putInt(frame.top());
        control.putShort((short) 1).putShort((short) rate);
        write("fcTL", control);
        sequence++;
        if (sequence == 1) {
            image(frame);
            return;
        }
        var data = ByteBuffer.allocate(4 + frame.deflated().length).putInt(sequence);
        write("fdAT", data.put(frame.deflated()));
        sequence++;
    }

    /// The picture of a file that does not move, or the first frame of one that does.
    void image(PngRows.Encoded picture) throws IOException {
        into.write(chunk("IDAT", picture.deflated()));
    }

    void end() throws IOException {
        into.write(chunk("IEND", new byte[0]));
    }

    private void write(String type, ByteBuffer data) throws IOException {
        into.write(chunk(type, data.array()));
    }
}
