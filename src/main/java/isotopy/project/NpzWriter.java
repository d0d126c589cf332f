package isotopy.project;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes arrays into a file that `numpy.load` reads: a zip archive that stores each array under its name. The same
/// arrays give the same bytes, as nothing is compressed and every date is that of the first day a zip archive knows.
///
/// [#finish()] ends the archive; the stream below stays open.
final class NpzWriter {
    private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    NpzWriter(OutputStream into) {
        zip = new ZipOutputStream(into);
    }

    void add(Tensor tensor) throws IOException {
        add(tensor.name(), Npy.doubles(tensor));
    }

    void add(String name, long value) throws IOException {
        add(name, Npy.whole(value));
    }

    void add(String name, boolean value) throws IOException {
        add(name, Npy.flag(value));
    }

    void add(String name, String value) throws IOException {
        add(name, Npy.text(value));
    }

    void add(String name, List<String> values) throws IOException {
        add(name, Npy.texts(values));
    }

    private void add(String name, byte[] bytes) throws IOException {
        var entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(DATE);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        var sum = new CRC32();
        sum.update(bytes);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /// Ends the archive.
    void finish() throws IOException {
        zip.finish();
        zip.flush();
    }
}
