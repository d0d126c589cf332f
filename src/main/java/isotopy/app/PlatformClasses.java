package isotopy.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// JavaFX's classes for real windows: a rehearsal without a display never meets them, a start does. They are loaded and
/// not begun, so no display is touched.
final class PlatformClasses {
    private static final String MODULE = "javafx.graphics";
    private static final List<String> PACKAGES = List.of(
            "com/sun/glass/ui/gtk",
            "com/sun/glass/ui/win",
            "com/sun/glass/ui/mac",
            "com/sun/prism/es2",
            "com/sun/prism/d3d",
            "com/sun/prism/mtl",
            "com/sun/prism/sw",
            "com/sun/scenario/effect/impl/prism",
            "com/sun/javafx/font/freetype",
            "com/sun/javafx/font/directwrite",
            "com/sun/javafx/font/coretext");

    private PlatformClasses() {}

    /// Loads those of this platform; returns how many. None where JavaFX is not part of the Java machine.
    static int load() throws IOException {
        var module = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", MODULE);
        int loaded = 0;
        for (var name : PACKAGES) {
            var folder = module.resolve(name);
            if (Files.isDirectory(folder)) {
                try (var files = Files.list(folder)) {
                    for (var file : files.filter(file -> file.toString().endsWith(".class"))
                            .toList()) {
                        loaded += load(module.relativize(file)) ? 1 : 0;
                    }
                }
            }
        }
        return loaded;
    }

    private static boolean load(Path file) {
        var name = file.toString();
        try {
            Class.forName(
                    name.substring(0, name.length() - ".class".length()).replace('/', '.'),
                    false,
                    ClassLoader.getSystemClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
