package isotopy.export;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/// An animated PNG read the way its specification says it is shown: every frame as straight ARGB of the whole page.
///
/// @param types the types of all chunks in their order
record ApngReading(int width, int height, int plays, List<int[]> frames, List<String> delays, List<String> types) {
    static ApngReading of(Path file) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            if (in.readLong() != 0x89504E470D0A1A0AL) {
                throw new IOException("no PNG file");
            }
            return new Machine().read(in);
        }
    }

    private static final class Machine {
        private final List<int[]> frames = new ArrayList<>();
        private final List<String> delays = new ArrayList<>();
        private final List<String> types = new ArrayList<>();
        private int width;
        private int height;
        private int channels;
        private int plays;
        private int announced;
        private int sequence;
        private int[] canvas = new int[0];
        private ByteBuffer control = ByteBuffer.allocate(0);

        ApngReading read(DataInputStream in) throws IOException {
            while (types.isEmpty() || !types.getLast().equals("IEND")) {
                int length = in.readInt();
                var name = in.readNBytes(4);
                var data = in.readNBytes(length);
                var sum = new CRC32();
                sum.update(name);
                sum.update(data);
                if ((int) sum.getValue() != in.readInt()) {
                    throw new IOException("a check sum is wrong");
                }
                types.add(new String(name, java.nio.charset.StandardCharsets.US_ASCII));
                chunk(types.getLast(), ByteBuffer.wrap(data));
            }
            if (announced != frames.size() || in.read() >= 0) {
                throw new IOException("announced " + announced + " frames, found " + frames.size());
            }
            return new ApngReading(width, height, plays, frames, delays, types);
        }

        private void chunk(String type, ByteBuffer data) throws IOException {
            switch (type) {
                case "IHDR" -> {
                    width = data.getInt();
                    height = data.getInt();
                    channels = data.get(9) == 6 ? 4 : 3;
                    canvas = new int[width * height];
                }
                case "acTL" -> {
                    announced = data.getInt();
                    plays = data.getInt();
                }
                case "fcTL" -> {
                    next(data.getInt());
                    control = data;
                    delays.add(data.getShort(20) + "/" + data.getShort(22));
                    if (data.get(24) != 0 || data.get(25) != 0) {
                        throw new IOException("this reader knows frames that stay and replace");
                    }
                }
                case "IDAT" -> frame(data);
                case "fdAT" -> {
                    next(data.getInt());
                    frame(data);
                }
                default -> {}
            }
        }

        private void next(int number) throws IOException {
            if (number != sequence++) {
                throw new IOException("numbers out of their order: " + number);
            }
        }

        private void frame(ByteBuffer data) throws IOException {
            int w = control.getInt(4);
            int h = control.getInt(8);
            int left = control.getInt(12);
            int top = control.getInt(16);
            var rows =
                    new InflaterInputStream(new ByteArrayInputStream(data.array(), data.position(), data.remaining()));
            var above = new byte[w * channels];
            for (int y = 0; y < h; y++) {
                int filter = rows.read();
                var row = rows.readNBytes(w * channels);
                unfilter(filter, row, above);
                for (int x = 0; x < w; x++) {
                    int at = x * channels;
                    int alpha = channels == 4 ? row[at + 3] & 0xFF : 0xFF;
                    canvas[(top + y) * width + left + x] =
                            alpha << 24 | (row[at] & 0xFF) << 16 | (row[at + 1] & 0xFF) << 8 | row[at + 2] & 0xFF;
                }
                above = row;
            }
            if (rows.read() >= 0) {
                throw new IOException("too many bytes in a frame");
            }
            frames.add(canvas.clone());
        }

        private void unfilter(int filter, byte[] row, byte[] above) {
            for (int k = 0; k < row.length; k++) {
                int a = k >= channels ? row[k - channels] & 0xFF : 0;
                int b = above[k] & 0xFF;
                int c = k >= channels ? above[k - channels] & 0xFF : 0;
                int p = a + b - c;
                int nearest = Math.abs(p - a) <= Math.abs(p - b) && Math.abs(p - a) <= Math.abs(p - c)
                        ? a
                        : Math.abs(p - b) <= Math.abs(p - c) ? b : c;
                row[k] += (byte) new int[] {0, a, b, (a + b) / 2, nearest}[filter];
            }
        }
    }
}
