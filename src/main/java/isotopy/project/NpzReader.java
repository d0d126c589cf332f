package isotopy.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Reads what `numpy.savez` and `numpy.savez_compressed` write.
final class NpzReader {
    /// More bytes than any network that can be shown.
    private static final long LARGEST = 1L << 29;

    private static final String ENDING = ".npy";
    private static final String DAMAGED = "the archive is damaged; open another copy, or save it again by numpy.savez";

    private final Map<String, List<String>> texts = new LinkedHashMap<>();
    private final Map<String, Tensor> arrays = new LinkedHashMap<>();
    private long left = LARGEST;

    private NpzReader() {}

    /// Throws: `ProjectException` without the file's name, one sentence for whatever is wrong.
    static Parts read(Path file) throws ProjectException {
        var reader = new NpzReader();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                reader.add(zip, entries.nextElement());
            }
        } catch (IOException | IllegalArgumentException e) {
            throw ProjectException.whole(DAMAGED);
        }
        return Parts.of(reader.texts, reader.arrays);
    }

    private void add(ZipFile zip, ZipEntry entry) throws IOException, ProjectException {
        if (!entry.getName().endsWith(ENDING)) {
            return;
        }
        var name = entry.getName().substring(0, entry.getName().length() - ENDING.length());
        byte[] bytes;
        try (var in = zip.getInputStream(entry)) {
            bytes = in.readNBytes((int) left + 1);
        }
        left -= bytes.length;
        if (left < 0) {
            throw ProjectException.whole("the arrays are larger than those of any network that can be shown");
        }
        switch (NpyReader.read(name, bytes)) {
            case NpyReader.Numbers(var tensor) -> arrays.put(name, tensor);
            case NpyReader.Texts(var values) -> texts.put(name, values);
        }
    }
}
