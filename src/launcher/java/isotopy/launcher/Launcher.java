package isotopy.launcher;

import java.awt.GraphicsEnvironment;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.swing.JOptionPane;

/**
 * What a double click on the jar starts, on any Java from 8 on. An older Java than the program needs is told so in a
 * window (on the terminal where there is no display). Else the program's libraries are laid beside the user's other
 * caches, once for each version, and the program starts in a Java machine with the flags that it needs.
 */
public final class Launcher {
    private static final int NEEDED = 25;

    private Launcher() {}

    public static void main(String[] args) throws Exception {
        int feature = feature(System.getProperty("java.specification.version", "1.8"));
        if (feature < NEEDED) {
            tell("Isotopy needs Java " + NEEDED + " or newer, but this is Java " + feature + ".\n"
                    + "Install Temurin " + NEEDED + " from https://adoptium.net and open the file again,\n"
                    + "or take Isotopy's installer, which brings its own Java.");
            System.exit(1);
        }
        try {
            System.exit(start(args));
        } catch (IOException e) {
            tell("Isotopy cannot start: " + e + ".\nMake room in the folder for temporary files, or take Isotopy's installer.");
            System.exit(1);
        }
    }

    /** 8 of "1.8", 25 of "25". */
    static int feature(String version) {
        String[] parts = version.split("[^0-9]+");
        return Integer.parseInt(parts[0].equals("1") && parts.length > 1 ? parts[1] : parts[0]);
    }

    private static int start(String[] args) throws IOException, InterruptedException {
        List<String> told = lines("/program.txt");
        String version = told.get(0);
        List<String> names = told.subList(2, told.size());
        Path home = unpack(version, names);
        List<String> command = new ArrayList<String>();
        command.add(Paths.get(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--module-path=" + home.resolve("lib").resolve("fx"));
        command.add("--add-modules=javafx.controls");
        command.addAll(Arrays.asList(told.get(1).split(" ")));
        command.add("-Djava.awt.headless=true");
        command.add("--class-path=" + home.resolve("lib") + File.separator + "*");
        command.add("isotopy.app.Main");
        command.addAll(Arrays.asList(args));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** The folder with the libraries: in the user's caches, or where that cannot be, among the temporary files. */
    private static Path unpack(String version, List<String> names) throws IOException {
        String folder = "program-" + version + "-" + stamp();
        try {
            return unpack(caches().resolve("isotopy"), folder, names);
        } catch (IOException e) {
            final Path parent = Files.createTempDirectory("isotopy");
            Runtime.getRuntime().addShutdownHook(new Thread(new Runnable() {
                @Override
                public void run() {
                    delete(parent.toFile());
                }
            }));
            return unpack(parent, folder, names);
        }
    }

    private static Path unpack(Path parent, String folder, List<String> names) throws IOException {
        Path home = parent.resolve(folder);
        if (Files.isDirectory(home)) {
            return home;
        }
        Files.createDirectories(parent);
        Path beside = Files.createTempDirectory(parent, "unpacking");
        for (String name : names) {
            Path to = beside.resolve(name);
            Files.createDirectories(to.getParent());
            InputStream in = Launcher.class.getResourceAsStream("/" + name);
            if (in == null) {
                throw new IOException("the jar is incomplete: " + name + " is missing; get it anew");
            }
            try {
                Files.copy(in, to);
            } finally {
                in.close();
            }
        }
        try {
            // whole or not at all, also when two start at once
            Files.move(beside, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            return beside;
        } catch (IOException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
        return home;
    }

    private static void delete(File file) {
        File[] inner = file.listFiles();
        if (inner != null) {
            for (File each : inner) {
                delete(each);
            }
        }
        file.delete();
    }

    /** Tells one build from another of the same version. */
    private static String stamp() {
        try {
            File jar = new File(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Long.toString(jar.length(), 36) + Long.toString(jar.lastModified(), 36);
        } catch (Exception e) {
            return "0";
        }
    }

    private static Path caches() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String home = System.getProperty("user.home", ".");
        if (system.startsWith("windows")) {
            String local = System.getenv("LOCALAPPDATA");
            return Paths.get(local == null ? home : local);
        }
        if (system.startsWith("mac")) {
            return Paths.get(home, "Library", "Caches");
        }
        String given = System.getenv("XDG_CACHE_HOME");
        return given == null || given.isEmpty() ? Paths.get(home, ".cache") : Paths.get(given);
    }

    private static List<String> lines(String resource) throws IOException {
        InputStream in = Launcher.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException("the jar is incomplete: " + resource + " is missing; get it anew");
        }
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<String>();
        try {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } finally {
            reader.close();
        }
        return lines;
    }

    private static void tell(String what) {
        System.err.println(what);
        if (!GraphicsEnvironment.isHeadless()) {
            JOptionPane.showMessageDialog(null, what, "Isotopy", JOptionPane.INFORMATION_MESSAGE);
        }
    }
}
