package isotopy.export;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.Readers;
import isotopy.figure.Figure;
import isotopy.figure.Projection;
import isotopy.target.FunctionPreset;
import isotopy.target.LabelPreset;
import isotopy.target.LinePreset;
import isotopy.target.Preset;
import isotopy.target.TargetMap;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Pictures of every kind of problem from every view, read by the programs that other people use for these formats.
class VectorReadersTest {
    /// Readers paint so many pixels a logical pixel.
    private static final int SHARP = 2;

    /// A channel that is further off than this is another thing, not another way to smooth an edge.
    private static final int FAR = 96;

    private static final String FONTS = """
            <?xml version="1.0"?>
            <!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
            <fontconfig><dir>%s</dir><dir>/usr/share/fonts</dir></fontconfig>
            """;

    @TempDir
    Path folder;

    /// A figure under the name that failures tell.
    record Named(String name, Figure figure) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Named> figures() {
        var figures = new ArrayList<>(List.of(new Named("marks", Sample.marks()), new Named("scene", Sample.scene())));
        for (TargetMap target :
                List.of(Preset.SWIRL, LinePreset.WAVE, LabelPreset.MOONS.draw(80, 3), FunctionPreset.PRODUCT)) {
            for (var projection : Projection.values()) {
                if (projection.suits(target.kind(), 3)) {
                    figures.add(new Named(target.title() + " " + projection, Sample.all(target, projection)));
                }
            }
        }
        return figures.stream();
    }

    private Path written(Named each, Format format) throws IOException {
        var file = folder.resolve("a." + format.ending().orElseThrow());
        Exporter.of(Picture.scaled(each.figure(), 1), format, Optional.empty()).export(file, Progress.NONE);
        return file;
    }

    /// What a program of somebody else prints; its failure is the test's.
    private String run(Path program, Object... arguments) throws Exception {
        var words = new ArrayList<>(List.of(program.toString()));
        Arrays.stream(arguments).map(Object::toString).forEach(words::add);
        var out = folder.resolve("out.txt");
        var builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        if (Files.exists(folder.resolve("fonts.conf"))) {
            builder.environment()
                    .put("FONTCONFIG_FILE", folder.resolve("fonts.conf").toString());
        }
        var process = builder.start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("%s ends", words).isTrue();
        var text = Files.readString(out);
        assertThat(process.exitValue()).as("%s: %s", words, text).isZero();
        return text;
    }

    @ParameterizedTest
    @MethodSource("figures")
    void xmllintFindsNothingWrongWithAnSvg(Named each) throws Exception {
        var xmllint = Readers.program("xmllint");
        assertThat(run(xmllint, "--noout", "--nonet", written(each, Format.SVG)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void rsvgPaintsAnSvgAsWeDo(Named each) throws Exception {
        var rsvg = Readers.program("rsvg-convert");
        var png = folder.resolve("found.png");
        // an SVG names its font: the reader is lent the program's own, whose shapes would else be those of another
        Files.writeString(
                folder.resolve("fonts.conf"),
                FONTS.formatted(Path.of("resources", "isotopy", "fonts").toAbsolutePath()));
        run(rsvg, "--zoom", SHARP, "--output", png, written(each, Format.SVG));
        requireAlike(each, ImageIO.read(png.toFile()));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void popplerPaintsAPdfAsWeDoAndFindsEveryFontInside(Named each) throws Exception {
        var pdftoppm = Readers.program("pdftoppm");
        var pdffonts = Readers.program("pdffonts");
        var file = written(each, Format.PDF);
        var png = folder.resolve("found");
        assertThat(run(pdftoppm, "-png", "-singlefile", "-r", SHARP * 96, file, png))
                .isEmpty();
        requireAlike(each, ImageIO.read(folder.resolve("found.png").toFile()));
        var fonts = run(pdffonts, file).lines().skip(2).toList();
        assertThat(fonts).isNotEmpty().allSatisfy(font -> {
            // the columns from behind: object and number, then whether it is Unicode, a subset, embedded
            var words = font.trim().split("\\s+");
            assertThat(words[0]).matches("[A-Z]{6}\\+.+");
            assertThat(Arrays.copyOfRange(words, words.length - 5, words.length - 2))
                    .as(font)
                    .containsExactly("yes", "yes", "yes");
        });
    }

    @Test
    void pdflatexSetsEveryTikzPictureWithoutAnError() throws Exception {
        var pdflatex = Readers.program("pdflatex");
        var pdftoppm = Readers.program("pdftoppm");
        var figures = figures().toList();
        var text = new StringBuilder(
                "\\documentclass{article}\n\\usepackage{tikz}\n"
                        + "\\usepackage[paperwidth=240bp,paperheight=180bp,margin=0bp,noheadfoot]{geometry}\n\\pagestyle{empty}\n\\begin{document}\n\\noindent");
        for (int k = 0; k < figures.size(); k++) {
            var file = folder.resolve("figure" + k + ".tikz");
            Exporter.of(Picture.scaled(figures.get(k).figure(), 1), Format.TIKZ, Optional.empty())
                    .export(file, Progress.NONE);
            text.append("\\input{").append(file.getFileName()).append("}\\newpage\\noindent\n");
        }
        Files.writeString(folder.resolve("all.tex"), text.append("\\end{document}\n"));
        run(pdflatex, "-interaction=nonstopmode", "-halt-on-error", "all.tex");
        assertThat(Files.readString(folder.resolve("all.log"))).doesNotContain("Missing character", "Overfull");
        // the first page has the marks in its corner; the fonts are the document's, so that only the rest is alike
        run(pdftoppm, "-png", "-singlefile", "-r", SHARP * 96, "-f", 1, "-l", 1, "all.pdf", "page");
        var page = ImageIO.read(folder.resolve("page.png").toFile());
        var wanted = Picture.scaled(figures.getFirst().figure(), SHARP).raster().image();
        int height = SHARP * 150; // above the labels
        var found = page.getSubimage(0, 0, wanted.getWidth(), height);
        requireAlike("marks by TeX", found, wanted.getSubimage(0, 0, wanted.getWidth(), height));
    }

    private void requireAlike(Named each, BufferedImage found) {
        requireAlike(
                each.name(),
                found,
                Picture.scaled(each.figure(), SHARP).raster().image());
    }

    /// The mean difference of the channels, and the share of pixels that are far off in one of them.
    private static void requireAlike(String name, BufferedImage found, BufferedImage wanted) {
        assertThat(found.getWidth()).isEqualTo(wanted.getWidth());
        assertThat(found.getHeight()).isEqualTo(wanted.getHeight());
        double sum = 0;
        int far = 0;
        int pixels = wanted.getWidth() * wanted.getHeight();
        for (int k = 0; k < pixels; k++) {
            var a = new Color(found.getRGB(k % wanted.getWidth(), k / wanted.getWidth()));
            var b = new Color(wanted.getRGB(k % wanted.getWidth(), k / wanted.getWidth()));
            int red = Math.abs(a.getRed() - b.getRed());
            int green = Math.abs(a.getGreen() - b.getGreen());
            int blue = Math.abs(a.getBlue() - b.getBlue());
            sum += red + green + blue;
            far += Math.max(red, Math.max(green, blue)) > FAR ? 1 : 0;
        }
        assertThat(sum / (3.0 * pixels)).as("mean error of %s", name).isLessThan(2.5);
        assertThat(far / (double) pixels)
                .as("share of pixels far off in %s", name)
                .isLessThan(0.01);
    }
}
