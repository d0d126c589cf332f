package isotopy.project;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes one message of Protocol Buffers: fields one after the other, each after its number and the kind of its
/// content. Mutable; the same calls give the same bytes.
///
/// Source: *Protocol Buffers: Encoding*, https://protobuf.dev/programming-guides/encoding
final class ProtoPen {
    private static final int WHOLE = 0;
    private static final int BYTES = 2;

    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    ProtoPen whole(int field, long value) {
        varint((long) field << 3 | WHOLE);
        varint(value);
        return this;
    }

    ProtoPen text(int field, String text) {
        return bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    ProtoPen message(int field, ProtoPen part) {
        return bytes(field, part.finished());
    }

    ProtoPen bytes(int field, byte[] content) {
        varint((long) field << 3 | BYTES);
        varint(content.length);
        message.writeBytes(content);
        return this;
    }

    /// Adds all fields of another message.
    ProtoPen all(ProtoPen other) {
        message.writeBytes(other.finished());
        return this;
    }

    byte[] finished() {
        return message.toByteArray();
    }

    /// Seven bits a byte, the lowest ones first; the top bit says that more follow.
    private void varint(long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            message.write((int) (left & 0x7F | 0x80));
            left >>>= 7;
        }
        message.write((int) left);
    }
}
