import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Makes what is handed out: the program with its own Java machine (target/dist/Isotopy), the platform's installer, and
/// one jar for those who have Java. Called by `mvn -Pdist package`:
///
///     java Package.java PROJECT VERSION TYPE FLAGS…
///
/// TYPE is `app-image`, `deb`, `msi` or `dmg`; FLAGS are those with which the program runs.
///
/// 1. JavaFX's jars become jmod files, so that their native libraries stand in the runtime and nothing is unpacked into
///    the user's home at the first start.
/// 2. `jpackage` links a runtime of the modules below and wraps the program.
/// 3. The program rehearses its start without a display; what it loaded becomes its ahead-of-time cache. Where that
///    fails the package is made without it and says so.
/// 4. `jpackage` makes the installer of that image; the `.deb` then gets menu entry, type, icons, manual page and command as
///    files of its own, which the package system puts in place and takes away.
public final class Package {
    /// Found by jdeps: java.desktop (Java2D for charts and pictures), java.logging and java.prefs, java.sql (JFreeChart's
    /// dates), jdk.management (memory of a thread). Not found by it: jdk.incubator.vector is loaded late (decision
    /// 0009), jdk.unsupported is JavaFX's, jdk.zipfs opens archives as folders.
    private static final String MODULES = "javafx.controls,java.desktop,java.logging,java.prefs,java.sql,jdk.management,"
            + "jdk.incubator.vector,jdk.unsupported,jdk.zipfs";

    /// Of the codec what the program does not call: filters, devices, scaling, and the command-line programs.
    private static final String CODEC_EXCLUDED =
            "org/bytedeco/ffmpeg/[^/]+/((ffmpeg|ffprobe)(\\.exe)?|.*(avfilter|avdevice|swscale|postproc).*)";

    /// What the native libraries name themselves. jpackage lists what those need in turn as well, which has other names on
    /// the next system; sound is not used.
    private static final String DEPENDS = "libc6, zlib1g, libgtk-3-0 | libgtk-3-0t64, libgl1, libx11-6, libxtst6, libxxf86vm1,"
            + " libpango-1.0-0, libpangoft2-1.0-0, libfontconfig1, libfreetype6";

    private static final String CACHE = "isotopy.aot";
    private static final String ABOUT = "Shows how a deep network computes: by moving space.";
    private static final String OS = system();
    private static final String ARCHITECTURE =
            Map.of("amd64", "x64", "x86_64", "x64", "aarch64", "arm64").getOrDefault(System.getProperty("os.arch"), "x64");

    private final Path project;
    private final Path program;
    private final Path dist;
    private final Path work;
    private final String version;
    private final List<String> flags;

    private Package(Path project, String version, List<String> flags) {
        this.project = project;
        this.version = version;
        this.flags = flags;
        program = project.resolve("target/isotopy");
        dist = project.resolve("target/dist");
        work = project.resolve("target/dist-work");
    }

    public static void main(String[] args) throws Exception {
        var flags = Stream.of(args).skip(3).flatMap(given -> Stream.of(given.trim().split("\\s+"))).toList();
        new Package(Path.of(args[0]), args[1], flags).make(args[2]);
    }

    private void make(String type) throws Exception {
        delete(dist);
        delete(work);
        Files.createDirectories(dist);
        Files.createDirectories(work);
        jar();
        var image = image();
        settleTimes(image);
        rehearse(image);
        if (OS.equals("mac")) {
            declareTypes(image);
            run(Map.of(), work, List.of("codesign", "--force", "--deep", "--sign", "-", image.toString()));
        }
        say("the program with its own Java machine: " + image + ", " + megabytes(size(image)));
        if (!type.equals("app-image")) {
            var installer = installer(type, image);
            say("the installer: " + installer + ", " + megabytes(Files.size(installer)));
        }
        delete(work);
    }

    // ---- the program with its own Java machine

    private Path image() throws Exception {
        var input = Files.createDirectories(work.resolve("input"));
        for (var jar : jars(program.resolve("lib"))) {
            store(jar, input.resolve(jar.getFileName()));
        }
        for (var text : List.of("LICENSE", "NOTICE", "CITATION.cff")) {
            Files.copy(program.resolve(text), input.resolve(text));
        }
        var command = new ArrayList<>(List.of(
                tool("jpackage"), "--type", "app-image", "--name", "Isotopy", "--app-version", number(),
                "--vendor", "The Isotopy developers", "--description", ABOUT,
                "--copyright", "2026 The Isotopy developers, Apache-2.0",
                "--icon", icon("isotopy").toString(),
                "--input", input.toString(), "--main-jar", "isotopy-" + version + ".jar",
                "--main-class", "isotopy.app.Main",
                "--module-path", modules().toString(), "--add-modules", MODULES,
                // no compression: the installers compress better what is not compressed twice
                "--jlink-options", "--strip-java-debug-attributes --no-header-files --no-man-pages",
                "--dest", dist.toString()));
        for (var flag : flags) {
            command.addAll(List.of("--java-options", flag));
        }
        command.addAll(List.of("--java-options", "-Djava.awt.headless=true"));
        // compiles a little later: a start runs most of its methods a few times, and has better use for the cores
        command.addAll(List.of("--java-options", "-XX:CompileThresholdScaling=3"));
        if (OS.equals("mac")) {
            command.addAll(List.of("--mac-package-identifier", "isotopy"));
        }
        if (OS.equals("windows")) {
            // a window's program has no terminal on Windows: the command is a second launcher
            var console = work.resolve("console.properties");
            Files.writeString(console, "win-console=true\nwin-menu=false\nwin-shortcut=false\n");
            command.addAll(List.of("--add-launcher", "isotopy-command=" + console));
        }
        run(Map.of(), project, command);
        return dist.resolve(OS.equals("mac") ? "Isotopy.app" : "Isotopy");
    }

    /// A jar with the same entries, not compressed: it loads faster, and the installer compresses it better.
    private static void store(Path from, Path to) throws IOException {
        try (var jar = new JarFile(from.toFile()); var out = new ZipOutputStream(Files.newOutputStream(to))) {
            out.setMethod(ZipOutputStream.STORED);
            for (var entry : Collections.list(jar.entries())) {
                if (entry.getName().matches(CODEC_EXCLUDED)) {
                    continue;
                }
                var bytes = jar.getInputStream(entry).readAllBytes();
                var crc = new CRC32();
                crc.update(bytes);
                var stored = new ZipEntry(entry.getName());
                stored.setTime(entry.getTime());
                stored.setSize(bytes.length);
                stored.setCrc(crc.getValue());
                out.putNextEntry(stored);
                out.write(bytes);
                out.closeEntry();
            }
        }
    }

    /// JavaFX as jmod files, their native libraries beside their classes.
    private Path modules() throws Exception {
        var folder = Files.createDirectories(work.resolve("modules"));
        for (var jar : jars(program.resolve("lib/fx"))) {
            var name = jar.getFileName().toString().replaceAll("^(javafx)-([a-z]+)-.*", "$1.$2");
            var classes = work.resolve("parts").resolve(name).resolve("classes");
            var libraries = work.resolve("parts").resolve(name).resolve("libraries");
            Files.createDirectories(classes);
            Files.createDirectories(libraries);
            try (var zip = new JarFile(jar.toFile())) {
                for (var entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
                    if (entry.getName().startsWith("META-INF/")) {
                        continue;
                    }
                    boolean library = entry.getName().matches(".*\\.(so|dll|dylib)");
                    var to = (library ? libraries : classes).resolve(entry.getName());
                    Files.createDirectories(to.getParent());
                    try (var in = zip.getInputStream(entry)) {
                        Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
            call("jmod", "create", "--class-path", classes.toString(), "--libs", libraries.toString(),
                    folder.resolve(name + ".jmod").toString());
        }
        return folder;
    }

    // ---- the ahead-of-time cache

    private void rehearse(Path image) throws Exception {
        var app = image.resolve(Map.of("mac", "Contents/app", "windows", "app").getOrDefault(OS, "lib/app"));
        var launcher = image.resolve(
                Map.of("mac", "Contents/MacOS/Isotopy", "windows", "Isotopy.exe").getOrDefault(OS, "bin/Isotopy"));
        var home = Files.createDirectories(work.resolve("home"));
        var options = String.join(" ",
                "-XX:AOTCacheOutput='" + app.resolve(CACHE) + "'",
                "-Disotopy.rehearsal='" + home + "'",
                "-Duser.home='" + home + "'",
                "-Djava.util.prefs.userRoot='" + home + "'",
                "-Disotopy.vectors=off -Dglass.platform=Headless -Dprism.order=sw -Xlog:aot=error");
        int status;
        try {
            status = start(
                    Map.of("JAVA_TOOL_OPTIONS", options, "XDG_CONFIG_HOME", home.toString()), work,
                    List.of(launcher.toString()), work.resolve("rehearsal.txt"));
        } catch (IOException e) {
            status = -1;
        }
        if (status != 0 || !Files.exists(app.resolve(CACHE))) {
            Files.deleteIfExists(app.resolve(CACHE));
            say("WARNING: the rehearsal of the start failed with status " + status
                    + "; the package is made without an ahead-of-time cache and will start more slowly. It said:");
            System.out.println(Files.exists(work.resolve("rehearsal.txt"))
                    ? Files.readString(work.resolve("rehearsal.txt")) : "nothing");
            return;
        }
        try (var files = Files.list(app)) {
            for (var launch : files.filter(file -> file.toString().endsWith(".cfg")).toList()) {
                var text = Files.readString(launch);
                // said nothing about, should the cache not fit some machine: the program then starts without it
                Files.writeString(launch, text.replaceFirst("\\[JavaOptions\\]\\R", "[JavaOptions]\n"
                        + "java-options=-XX:AOTCache=\\$APPDIR/" + CACHE + "\njava-options=-Xlog:aot*=off,cds*=off\n"));
            }
        }
        say("the ahead-of-time cache: " + megabytes(Files.size(app.resolve(CACHE))));
    }

    // ---- installers

    private Path installer(String type, Path image) throws Exception {
        var command = new ArrayList<>(List.of(
                tool("jpackage"), "--type", type, "--app-image", image.toString(), "--name", "Isotopy",
                "--app-version", number(), "--vendor", "The Isotopy developers", "--description", ABOUT,
                "--license-file", project.resolve("LICENSE").toString(),
                "--dest", dist.toString()));
        var fast = Map.<String, String>of();
        switch (type) {
            case "deb" -> {
                command.addAll(List.of("--linux-package-name", "isotopy", "--linux-app-category", "science",
                        "--linux-deb-maintainer", "isotopy@localhost"));
                // it is opened once more below
                fast = Map.of("DPKG_DEB_COMPRESSOR_TYPE", "none");
            }
            case "msi" -> command.addAll(List.of("--icon", icon("isotopy").toString(), "--win-menu",
                    "--win-menu-group", "Isotopy", "--win-shortcut-prompt", "--win-dir-chooser", "--win-per-user-install",
                    "--win-upgrade-uuid", "8c3a1f7e-52d0-4b6e-9d0e-3b1f64a7c9d5",
                    "--file-associations", association().toString()));
            default -> {}
        }
        if (!type.equals("deb")) {
            command.remove("--license-file");
            command.remove(project.resolve("LICENSE").toString());
        }
        run(fast, project, command);
        Path made;
        try (var files = Files.list(dist)) {
            made = files.filter(file -> file.toString().endsWith("." + type)).findFirst().orElseThrow();
        }
        if (type.equals("deb")) {
            settle(made);
        }
        var named = dist.resolve("isotopy-" + version + "-" + OS + "-" + ARCHITECTURE + "." + type);
        return Files.move(made, named);
    }

    /// Adds the desktop's files to the package, so that the package system knows each of them.
    private void settle(Path deb) throws Exception {
        var root = work.resolve("deb");
        run(Map.of(), work, List.of("dpkg-deb", "-R", deb.toString(), root.toString()));
        Files.delete(deb);
        var control = root.resolve("DEBIAN");
        for (var script : List.of("preinst", "postinst", "prerm", "postrm")) {
            Files.deleteIfExists(control.resolve(script));
        }
        var from = project.resolve("src/dist");
        copy(from.resolve("linux/isotopy.desktop"), root.resolve("usr/share/applications/isotopy.desktop"));
        copy(from.resolve("linux/isotopy.xml"), root.resolve("usr/share/mime/packages/isotopy.xml"));
        copy(from.resolve("linux/isotopy.metainfo.xml"), root.resolve("usr/share/metainfo/isotopy.metainfo.xml"));
        for (int size : new int[] {16, 22, 24, 32, 48, 64, 128, 256, 512}) {
            var theme = root.resolve("usr/share/icons/hicolor/" + size + "x" + size);
            copy(from.resolve("icons/isotopy-" + size + ".png"), theme.resolve("apps/isotopy.png"));
            copy(from.resolve("icons/document-" + size + ".png"), theme.resolve("mimetypes/application-x-isotopy.png"));
        }
        var theme = root.resolve("usr/share/icons/hicolor/scalable");
        copy(project.resolve("resources/icons/isotopy.svg"), theme.resolve("apps/isotopy.svg"));
        copy(project.resolve("resources/icons/document.svg"), theme.resolve("mimetypes/application-x-isotopy.svg"));
        copy(from.resolve("linux/isotopy.1"), root.resolve("usr/share/man/man1/isotopy.1"));
        run(Map.of(), work, List.of("gzip", "-9n", root.resolve("usr/share/man/man1/isotopy.1").toString()));
        copy(project.resolve("NOTICE"), root.resolve("usr/share/doc/isotopy/NOTICE"));
        settleTimes(root.resolve("opt"));
        Files.createDirectories(root.resolve("usr/bin"));
        Files.createSymbolicLink(root.resolve("usr/bin/isotopy"), Path.of("/opt/isotopy/bin/Isotopy"));
        var about = Files.readAllLines(control.resolve("control")).stream()
                .filter(line -> !line.isBlank())
                .map(line -> line.startsWith("Depends:") ? "Depends: " + DEPENDS : line)
                .map(line -> line.startsWith("Section:") ? "Section: science" : line)
                .map(line -> line.startsWith("Description:") ? "Description: shows how a deep network computes\n "
                        + "Draw a map of the plane, choose what one layer may do, and watch a\n "
                        + "residual network become it: by moving space." : line)
                .filter(line -> !line.startsWith("Installed-Size:") && !line.startsWith(" Isotopy") && !line.equals(" " + ABOUT))
                .collect(Collectors.joining("\n"));
        Files.writeString(control.resolve("control"),
                about + "\nInstalled-Size: " + size(root) / 1024 + "\n");
        run(Map.of(), work, List.of("chmod", "-R", "u=rwX,go=rX", root.toString()));
        run(Map.of(), work, List.of("dpkg-deb", "-Zxz", "-z9", "--root-owner-group", "-b", root.toString(), deb.toString()));
    }

    /// Gives every file the same time: the Java machine takes its cache only for jars with the times they had when it was
    /// made, and jpackage does not keep them. Even, for disks that count in two seconds.
    private static void settleTimes(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
            }
        }
    }

    private Path association() throws IOException {
        var file = work.resolve("association.properties");
        return Files.writeString(file, "extension=isotopy\nmime-type=application/x-isotopy\n"
                + "description=Isotopy project\nicon=" + icon("document").toString().replace("\\", "/") + "\n");
    }

    /// The Mac reads from the image itself which files are the program's.
    private void declareTypes(Path image) throws IOException {
        Files.copy(icon("document"), image.resolve("Contents/Resources/document.icns"));
        var list = image.resolve("Contents/Info.plist");
        var text = Files.readString(list);
        int end = text.lastIndexOf("</dict>");
        var types = """
                <key>CFBundleDocumentTypes</key><array><dict>
                  <key>CFBundleTypeName</key><string>Isotopy project</string>
                  <key>CFBundleTypeRole</key><string>Editor</string>
                  <key>LSHandlerRank</key><string>Owner</string>
                  <key>CFBundleTypeIconFile</key><string>document.icns</string>
                  <key>LSItemContentTypes</key><array><string>isotopy.project</string></array>
                </dict></array>
                <key>UTExportedTypeDeclarations</key><array><dict>
                  <key>UTTypeIdentifier</key><string>isotopy.project</string>
                  <key>UTTypeDescription</key><string>Isotopy project</string>
                  <key>UTTypeIconFile</key><string>document.icns</string>
                  <key>UTTypeConformsTo</key><array><string>public.data</string></array>
                  <key>UTTypeTagSpecification</key><dict>
                    <key>public.filename-extension</key><array><string>isotopy</string></array>
                  </dict>
                </dict></array>
                """;
        Files.writeString(list, text.substring(0, end) + types + text.substring(end));
    }

    // ---- the jar for those who have Java

    private void jar() throws Exception {
        var classes = Files.createDirectories(work.resolve("launcher"));
        call("javac", "--release", "8", "-Xlint:-options", "-d", classes.toString(),
                project.resolve("src/launcher/java/isotopy/launcher/Launcher.java").toString());
        var manifest = new Manifest();
        var main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, "isotopy.launcher.Launcher");
        main.put(Attributes.Name.IMPLEMENTATION_TITLE, "Isotopy");
        main.put(Attributes.Name.IMPLEMENTATION_VERSION, version);
        var file = dist.resolve("isotopy-" + version + "-" + OS + "-" + ARCHITECTURE + ".jar");
        var names = new ArrayList<String>();
        try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
            store(jar, JarFile.MANIFEST_NAME, out -> manifest.write(out));
            var launcher = classes.resolve("isotopy/launcher");
            for (var inner : sorted(launcher)) {
                store(jar, "isotopy/launcher/" + inner.getFileName(), out -> Files.copy(inner, out));
            }
            for (var folder : List.of("lib", "lib/fx")) {
                for (var inner : jars(program.resolve(folder))) {
                    names.add(folder + "/" + inner.getFileName());
                    store(jar, names.getLast(), out -> Files.copy(inner, out));
                }
            }
            for (var text : List.of("LICENSE", "NOTICE")) {
                store(jar, "META-INF/" + text, out -> Files.copy(project.resolve(text), out));
            }
            var told = version + "\n" + String.join(" ", flags) + "\n" + String.join("\n", names) + "\n";
            store(jar, "program.txt", out -> out.write(told.getBytes(StandardCharsets.UTF_8)));
        }
        say("the jar for Java 25: " + file + ", " + megabytes(Files.size(file)));
    }

    private interface Content {
        void to(JarOutputStream out) throws IOException;
    }

    private static void store(JarOutputStream jar, String name, Content content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(2026, 1, 1, 0, 0));
        jar.putNextEntry(entry);
        content.to(jar);
        jar.closeEntry();
    }

    // ---- tools

    private Path icon(String name) {
        var ending = Map.of("mac", ".icns", "windows", ".ico").getOrDefault(OS, "-512.png");
        return project.resolve("src/dist/icons").resolve(name + ending);
    }

    /// The installers take numbers only, and the Mac none that begins with 0.
    private String number() {
        var numbers = version.replaceAll("[^0-9.].*", "");
        return OS.equals("mac") && numbers.startsWith("0.") ? "1" + numbers.substring(1) : numbers;
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "mac" : "linux";
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static void call(String tool, String... arguments) throws IOException {
        int status = ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments);
        if (status != 0) {
            throw new IOException(tool + " failed with status " + status);
        }
    }

    private static void run(Map<String, String> environment, Path folder, List<String> command) throws Exception {
        int status = start(environment, folder, command, null);
        if (status != 0) {
            throw new IOException(command.getFirst() + " failed with status " + status);
        }
    }

    private static int start(Map<String, String> environment, Path folder, List<String> command, Path output)
            throws Exception {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        if (output == null) {
            builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
        } else {
            builder.redirectOutput(output.toFile());
        }
        builder.environment().putAll(environment);
        var process = builder.start();
        if (!process.waitFor(15, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }

    private static List<Path> jars(Path folder) throws IOException {
        return sorted(folder).stream().filter(file -> file.toString().endsWith(".jar")).toList();
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)).mapToLong(file -> {
                try {
                    return Files.size(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }).sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    file.toFile().setWritable(true);
                    Files.delete(file);
                }
            }
        }
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private static void say(String what) {
        System.out.println("dist: " + what);
    }
}
