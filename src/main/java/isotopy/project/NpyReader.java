package isotopy.project;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/// Reads one array in NumPy's format NPY 1.0, 2.0 or 3.0: real numbers of any type, flags and texts, in either order of
/// bytes and of axes. Numbers become doubles, which hold every float exactly.
final class NpyReader {
    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([<>|=])([a-zA-Z])(\\d{1,9})'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9L, ]*)\\)");
    private static final int MOST_AXES = 8;
    private static final int MOST_TEXTS = 1000;

    private final String name;
    private final ByteBuffer bytes;

    /// What an array holds.
    sealed interface Content {}

    record Numbers(Tensor tensor) implements Content {}

    record Texts(List<String> values) implements Content {}

    private NpyReader(String name, ByteBuffer bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /// Throws: `ProjectException` that names the array.
    static Content read(String name, byte[] file) throws ProjectException {
        return new NpyReader(name, ByteBuffer.wrap(file)).content();
    }

    private ProjectException wrong(String what) {
        return ProjectException.whole("the array " + name.replaceAll("\\p{Cntrl}", " ") + " " + what);
    }

    private ProjectException cutOff() {
        return wrong("is cut off or damaged; open another copy, or save it again by numpy.savez");
    }

    private Content content() throws ProjectException {
        var header = header();
        var type = TYPE.matcher(header);
        var order = ORDER.matcher(header);
        var axes = SHAPE.matcher(header);
        if (!order.find() || !axes.find()) {
            throw cutOff();
        }
        if (!type.find() || type.group(2).equals("O")) {
            throw wrong("holds objects of Python; save it as numbers, such as W.astype(float)");
        }
        bytes.order(type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        var shape = shape(axes.group(1));
        int size = Integer.parseInt(type.group(3));
        char kind = type.group(2).charAt(0);
        int count = count(shape, kind == 'U' ? 4L * size : size);
        if (kind == 'U' || kind == 'S') {
            return texts(kind, size, count);
        }
        var read = element(kind, size);
        var values = new double[count];
        Arrays.setAll(values, _ -> read.applyAsDouble(bytes));
        return new Numbers(
                new Tensor(name, shape, order.group(1).equals("True") ? lastAxisFastest(values, shape) : values));
    }

    private String header() throws ProjectException {
        var magic = new byte[Npy.MAGIC.length];
        if (bytes.remaining() < magic.length + 6) {
            throw cutOff();
        }
        bytes.get(magic);
        int version = bytes.get();
        bytes.get();
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        int length = version == 1 ? Short.toUnsignedInt(bytes.getShort()) : bytes.getInt();
        if (!Arrays.equals(magic, Npy.MAGIC) || version < 1 || version > 3 || length < 0) {
            throw cutOff();
        }
        if (length > bytes.remaining()) {
            throw cutOff();
        }
        var header = new byte[length];
        bytes.get(header);
        return new String(header, StandardCharsets.UTF_8);
    }

    private int[] shape(String text) throws ProjectException {
        var axes = Arrays.stream(text.replace("L", "").split(","))
                .map(String::strip)
                .filter(axis -> !axis.isEmpty())
                .toList();
        if (axes.size() > MOST_AXES) {
            throw wrong("has " + axes.size() + " axes, more than any array of weights");
        }
        try {
            return axes.stream().mapToInt(Integer::parseInt).toArray();
        } catch (NumberFormatException e) {
            throw cutOff();
        }
    }

    /// The number of entries, for which there must be enough bytes.
    private int count(int[] shape, long size) throws ProjectException {
        long count = 1;
        for (int axis : shape) {
            count *= axis; // neither factor is above 2³¹
            if (count > Integer.MAX_VALUE) {
                throw cutOff();
            }
        }
        if (count == 0) {
            throw wrong("is empty: its shape is " + Tensor.text(shape));
        }
        if (count * size > bytes.remaining()) {
            throw cutOff();
        }
        return (int) count;
    }

    private ToDoubleFunction<ByteBuffer> element(char kind, int size) throws ProjectException {
        return switch (kind + "" + size) {
            case "f8" -> ByteBuffer::getDouble;
            case "f4" -> ByteBuffer::getFloat;
            case "f2" -> buffer -> Float.float16ToFloat(buffer.getShort());
            case "i8" -> ByteBuffer::getLong;
            case "i4" -> ByteBuffer::getInt;
            case "i2" -> ByteBuffer::getShort;
            case "i1" -> ByteBuffer::get;
            case "u4" -> buffer -> Integer.toUnsignedLong(buffer.getInt());
            case "u2" -> buffer -> Short.toUnsignedInt(buffer.getShort());
            case "u1", "b1" -> buffer -> Byte.toUnsignedInt(buffer.get());
            default ->
                throw wrong(
                        "has the type " + kind + size + "; save it as 64-bit numbers, such as " + "W.astype(float)");
        };
    }

    /// The same entries, where the file's first axis runs fastest.
    private static double[] lastAxisFastest(double[] values, int[] shape) {
        var turned = new double[values.length];
        var index = new int[shape.length];
        for (double value : values) {
            int place = 0;
            for (int axis = 0; axis < shape.length; axis++) {
                place = place * shape[axis] + index[axis];
            }
            turned[place] = value;
            for (int axis = 0; axis < shape.length && ++index[axis] == shape[axis]; axis++) {
                index[axis] = 0;
            }
        }
        return turned;
    }

    private Content texts(char kind, int size, int count) throws ProjectException {
        if (count > MOST_TEXTS) {
            throw wrong("holds " + count + " texts, and at most " + MOST_TEXTS + " are of use");
        }
        var values = new ArrayList<String>();
        for (int k = 0; k < count; k++) {
            var text = new StringBuilder();
            for (int i = 0; i < size; i++) {
                int point = kind == 'U' ? bytes.getInt() : Byte.toUnsignedInt(bytes.get());
                if (point != 0) {
                    text.appendCodePoint(Character.isValidCodePoint(point) ? point : '?');
                }
            }
            values.add(text.toString());
        }
        return new Texts(values);
    }
}
