package isotopy.project;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A message of Protocol Buffers as it is found: its fields in their order, whole numbers or bytes. Not the writer's
/// code read backwards: the rules are those of the published encoding.
record Proto(List<Field> fields) {
    /// A field; `bytes` is empty for a whole number.
    record Field(int number, long whole, byte[] bytes) {}

    static Proto of(byte[] message) {
        var in = new ByteArrayInputStream(message);
        var fields = new ArrayList<Field>();
        while (in.available() > 0) {
            long tag = varint(in);
            int number = (int) (tag >>> 3);
            fields.add(
                    switch ((int) (tag & 7)) {
                        case 0 -> new Field(number, varint(in), new byte[0]);
                        case 2 -> new Field(number, 0, bytes(in, (int) varint(in)));
                        default -> throw new IllegalArgumentException("a field of another kind: " + tag);
                    });
        }
        return new Proto(List.copyOf(fields));
    }

    private static long varint(ByteArrayInputStream in) {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int next = in.read();
            value |= (next & 0x7FL) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IllegalArgumentException("a whole number without end");
    }

    private static byte[] bytes(ByteArrayInputStream in, int length) {
        try {
            var bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new IOException("the message ends inside a field");
            }
            return bytes;
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private List<Field> all(int number) {
        return fields.stream().filter(field -> field.number == number).toList();
    }

    List<Proto> messages(int number) {
        return all(number).stream().map(field -> of(field.bytes)).toList();
    }

    Proto message(int number) {
        return messages(number).getFirst();
    }

    List<String> texts(int number) {
        return all(number).stream()
                .map(field -> new String(field.bytes, StandardCharsets.UTF_8))
                .toList();
    }

    String text(int number) {
        return texts(number).getFirst();
    }

    List<Long> wholes(int number) {
        return all(number).stream().map(Field::whole).toList();
    }

    long whole(int number) {
        return wholes(number).getFirst();
    }

    byte[] bytes(int number) {
        return all(number).getFirst().bytes;
    }
}
