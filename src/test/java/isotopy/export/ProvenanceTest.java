package isotopy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isotopy.figure.Illustrator;
import isotopy.figure.Look;
import isotopy.figure.Scene;
import isotopy.figure.Scenes;
import isotopy.math.Box;
import isotopy.project.Project;
import isotopy.project.ProjectException;
import isotopy.project.ProjectFile;
import isotopy.project.Provenance;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.metadata.IIOMetadataNode;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every file says what made it, and the experiment comes back from it.
class ProvenanceTest {
    private static final String COMMAND = "isotopy render \"Würfel & <x>.isotopy\" --out a.png --at 50%";
    private static final Look LOOK = Look.standard(Box.UNIT).withParticles(40);
    private static final Project PROJECT = Project.of(Scenes.swirl(5), LOOK);
    private static final Provenance MADE = Provenance.of(PROJECT, COMMAND);

    @TempDir
    Path folder;

    private Path written(Format format, Optional<Provenance> made) throws Exception {
        var size = new Size(120, 90, 1);
        var scene = Scene.of(PROJECT.snapshot(), LOOK);
        var figure = Illustrator.at(scene, 0.5, LOOK, 120, 90);
        var file = folder.resolve("a." + format.id());
        assertThat(Exporter.of(new Picture(figure, size), format, made).export(file, Progress.NONE))
                .isTrue();
        return file;
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG", "SVG", "PDF", "TIKZ", "GIF"})
    void theProjectComesBackFromEveryFormat(Format format) throws Exception {
        var file = written(format, Optional.of(MADE));
        assertThat(Provenance.of(file)).hasValue(MADE);
        assertThat(ProjectFile.write(ProjectFile.read(file))).isEqualTo(ProjectFile.write(PROJECT));
        var first = Files.readAllBytes(file);
        assertThat(written(format, Optional.of(MADE))).hasBinaryContent(first);
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG", "SVG", "PDF", "TIKZ", "GIF"})
    void aFileWithoutItSaysSoInASentence(Format format) throws Exception {
        var file = written(format, Optional.empty());
        assertThat(Provenance.of(file)).isEmpty();
        assertThatThrownBy(() -> ProjectFile.read(file))
                .isInstanceOf(ProjectException.class)
                .hasMessage(file + ": this file does not say which experiment made it; open a project (.isotopy), or a"
                        + " file that was exported with its experiment");
    }

    @Test
    void otherReadersFindItWhereTheFormatHasAPlaceForIt() throws Exception {
        var reader = ImageIO.getImageReadersByFormatName("png").next();
        try (var stream = ImageIO.createImageInputStream(
                written(Format.PNG, Optional.of(MADE)).toFile())) {
            reader.setInput(stream);
            var root = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
            var entry = (IIOMetadataNode) root.getElementsByTagName("iTXtEntry").item(0);
            assertThat(entry.getAttribute("keyword")).isEqualTo("isotopy");
            assertThat(entry.getAttribute("text")).isEqualTo(MADE.text());
        }
        try (var document =
                Loader.loadPDF(written(Format.PDF, Optional.of(MADE)).toFile())) {
            var files =
                    document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            var content = files.get("isotopy-provenance.json").getEmbeddedFile().toByteArray();
            assertThat(new String(content, StandardCharsets.US_ASCII)).isEqualTo(MADE.text());
        }
        var svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(written(Format.SVG, Optional.of(MADE)).toFile());
        assertThat(svg.getElementsByTagName("metadata").item(0).getTextContent())
                .isEqualTo(MADE.text());
    }

    @Test
    void theTextIsReadableAndStandsInAnyFile() {
        assertThat(MADE.text())
                .startsWith(Provenance.MARK)
                .contains("\"version\":\"" + MADE.version() + "\"", "10.4171/JEMS/1221", "--at 50%")
                .matches("[ -~]+")
                .doesNotContain("<", ">", "&");
        assertThat(MADE.comment().lines()).allMatch(line -> line.startsWith("% isotopy: ") && line.length() <= 111);
    }

    @Test
    void aFolderIsLookedIntoAndADamagedTextIsTold() throws Exception {
        var inside = Files.createDirectory(folder.resolve("film"));
        Files.writeString(inside.resolve("a.txt"), "{\"isotopy-provenance\":1, cut off");
        assertThat(Provenance.of(inside)).isEmpty();
        Files.writeString(inside.resolve("b.tex"), "\\begin{figure}\n" + MADE.comment() + "\\end{figure}\n");
        assertThat(Provenance.of(inside)).hasValue(MADE);
        assertThat(ProjectFile.write(ProjectFile.read(inside))).isEqualTo(ProjectFile.write(PROJECT));

        var broken = folder.resolve("broken.png");
        Files.writeString(broken, "PNG " + MADE.text().replaceFirst("\"project\":\"....", "\"project\":\"AAAA"));
        assertThatThrownBy(() -> ProjectFile.read(broken))
                .hasMessage(broken + ": the project in this file is damaged; open another copy");
    }

    @Test
    void theMarkIsFoundBehindItsOwnBeginningAndAcrossAnyNumberOfBytes() throws Exception {
        var text = new ArrayList<String>();
        for (int k = 0; k < 3000; k++) {
            text.add("{\"isotopy-prov{");
        }
        var file = folder.resolve("a.bin");
        Files.writeString(file, String.join("", text) + MADE.text() + "}}");
        assertThat(Provenance.of(file)).hasValue(MADE);
    }
}
