package isotopy.project;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes single arrays in NumPy's format NPY 1.0, little-endian, the last axis running fastest.
///
/// Source: *NEP 1, a simple file format for NumPy arrays*.
final class Npy {
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /// Where the numbers begin is a multiple of this, so that a program may map them into memory.
    private static final int ALIGNMENT = 64;

    private Npy() {}

    static byte[] doubles(Tensor tensor) {
        var bytes = headed("<f8", tensor.shape(), 8L * tensor.values().length);
        for (double value : tensor.values()) {
            bytes.putDouble(value);
        }
        return bytes.array();
    }

    static byte[] whole(long value) {
        return headed("<i8", new int[0], 8).putLong(value).array();
    }

    static byte[] flag(boolean value) {
        return headed("|b1", new int[0], 1).put((byte) (value ? 1 : 0)).array();
    }

    static byte[] text(String value) {
        return texts(new int[0], List.of(value));
    }

    static byte[] texts(List<String> values) {
        return texts(new int[] {values.size()}, values);
    }

    /// Texts of one length, in code points, padded by zeros.
    private static byte[] texts(int[] shape, List<String> values) {
        int longest = values.stream()
                .mapToInt(text -> text.codePointCount(0, text.length()))
                .max()
                .orElse(1);
        var bytes = headed("<U" + longest, shape, 4L * longest * values.size());
        int start = bytes.position();
        for (int k = 0; k < values.size(); k++) {
            bytes.position(start + 4 * longest * k);
            values.get(k).codePoints().forEach(bytes::putInt);
        }
        return bytes.array();
    }

    /// The header, and room for so many bytes after it.
    private static ByteBuffer headed(String type, int[] shape, long size) {
        var dictionary = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + Tensor.text(shape) + ", }";
        int before = MAGIC.length + 4;
        int blanks = Math.floorMod(-(before + dictionary.length() + 1), ALIGNMENT);
        var header = (dictionary + " ".repeat(blanks) + "\n").getBytes(StandardCharsets.US_ASCII);
        var bytes = ByteBuffer.allocate(Math.toIntExact(before + header.length + size))
                .order(ByteOrder.LITTLE_ENDIAN);
        return bytes.put(MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) header.length)
                .put(header);
    }
}
