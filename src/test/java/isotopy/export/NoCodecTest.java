package isotopy.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program where the codec library is missing: its classes, or only their native half.
class NoCodecTest {
    @TempDir
    Path folder;

    @Test
    void withoutTheLibraryAFilmEndsInASentence() throws Exception {
        endsInASentence(name -> name.startsWith("ffmpeg-") || name.startsWith("javacpp-"));
    }

    @Test
    void withoutItsNativeHalfAFilmEndsInASentence() throws Exception {
        endsInASentence(name -> name.matches("(ffmpeg|javacpp)-.*-(linux|windows|macosx)-.*\\.jar"));
    }

    /// Runs [OneFrame] in a class loader of its own, on this class path without those jars.
    private void endsInASentence(Predicate<String> without) throws Exception {
        var urls = new ArrayList<URL>();
        int left = 0;
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (without.test(String.valueOf(Path.of(entry).getFileName()))) {
                left++;
            } else {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        assertThat(left).as("jars that were left out").isPositive();
        try (var loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            var main = loader.loadClass(OneFrame.class.getName()).getMethod("write", Path.class);
            assertThat(main.getDeclaringClass().getClassLoader()).isSameAs(loader);
            try {
                main.invoke(null, folder.resolve("a.mp4"));
                throw new AssertionError("a film was written");
            } catch (InvocationTargetException e) {
                assertThat(e.getCause())
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("the codec library is not here")
                        .hasMessageContaining("GIF, animated PNG and PNG sequences need none");
            }
        }
        assertThat(folder).isEmptyDirectory();
    }
}
