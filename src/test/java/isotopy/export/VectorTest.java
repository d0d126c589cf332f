package isotopy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isotopy.figure.Figure;
import isotopy.figure.Illustrator;
import isotopy.figure.Look;
import isotopy.figure.Mark;
import isotopy.figure.Overlay;
import isotopy.figure.Projection;
import isotopy.figure.Scene;
import isotopy.figure.Scenes;
import isotopy.figure.Texture;
import isotopy.flow.Folds;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.FunctionPreset;
import isotopy.target.LabelPreset;
import isotopy.target.LinePreset;
import isotopy.target.Preset;
import isotopy.target.ShapePair;
import isotopy.target.TargetMap;
import isotopy.train.Experiment;
import isotopy.train.Network;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/// SVG, PDF and TikZ files: as text, and read back with readers of others.
class VectorTest {
    private static final int INK = 0xFF102030;

    /// Compared are pictures of so many pixels a logical pixel: Java moves thin lines to whole pixels.
    private static final int SHARP = 3;

    @TempDir
    Path folder;

    /// A line that is cut, a hole, a faded one, a dashed one, and one of everything else.
    static final Figure SMALL = new Figure(
            200,
            100,
            0xFFFFFFFF,
            List.of(
                    new Mark.Region(new float[] {10, 60, 60, 10}, new float[] {10, 10, 50, 50}, 0x80FF8000),
                    new Mark.Curves(
                            List.of(
                                    new Mark.Curve(new float[] {-100, 100, 190}, new float[] {20, 20, 80.126f}, INK),
                                    new Mark.Curve(
                                            new float[] {20, 40, Float.NaN, 60, 80},
                                            new float[] {90, 90, 90, 90, 90},
                                            0x40102030)),
                            1.5f,
                            false,
                            0),
                    new Mark.Curves(
                            List.of(new Mark.Curve(new float[] {10, 22}, new float[] {70, 70}, INK)), 1, true, 0),
                    new Mark.Paths(
                            new float[] {100, 90, 180, 90}, new int[] {0, 2}, new int[] {0xFF0B63D8}, 1, false, 4),
                    new Mark.Dots(new float[] {30, 900}, new float[] {30, 30}, new int[] {0xFFD55E00, INK}, 2),
                    new Mark.Rings(new float[] {90}, new float[] {50}, new int[] {INK}, 6, 1),
                    new Mark.Arrows(
                            new float[] {120}, new float[] {60}, new float[] {30}, new float[] {0}, 1, 0xFF009E73),
                    new Mark.Signs(
                            new float[] {150},
                            new float[] {30},
                            new int[] {INK},
                            new Mark.Sign[] {Mark.Sign.SQUARE},
                            4,
                            0),
                    new Mark.Label("φ(x₁) < 5 & \"é\"", 100, 15, 12, true, Mark.Anchor.MIDDLE, INK)));

    private static Picture picture(Figure figure) {
        return Picture.scaled(figure, 1);
    }

    private Path written(Picture picture, Format format, String name) throws IOException {
        var file = folder.resolve(name + "." + format.id());
        assertThat(Exporter.of(picture, format, Optional.empty()).export(file, Progress.NONE))
                .isTrue();
        return file;
    }

    @Test
    void anSvgIsThisText() throws Exception {
        var file = written(picture(SMALL), Format.SVG, "a");
        assertThat(Files.readString(file)).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" width="200" height="100" viewBox="0 0 200 100" font-family="Inter, 'DejaVu Sans', Helvetica, Arial, sans-serif" stroke-linecap="round" stroke-linejoin="round">
                <path fill="#ffffff" d="M0 0l200 0 0 100-200 0z"/>
                <path fill="#ff8000" fill-opacity=".502" d="M10 10l50 0 0 40-50 0z"/>
                <g fill="none" stroke-width="1.5">
                <path stroke="#102030" d="M-1.5 20l101.5 0 90 60.13"/>
                <path stroke="#102030" stroke-opacity=".251" d="M20 90l20 0M60 90l20 0"/>
                </g>
                <g fill="none" stroke-width="1" stroke-linecap="butt">
                <path stroke="#102030" stroke-opacity=".169" d="M10 70l4 0"/>
                <path stroke="#102030" stroke-opacity=".502" d="M14 70l4 0"/>
                <path stroke="#102030" stroke-opacity=".835" d="M18 70l4 0"/>
                </g>
                <g fill="none" stroke-width="1" stroke-dasharray="3 5">
                <path stroke="#0b63d8" d="M100 90l80 0"/>
                </g>
                <circle cx="30" cy="30" r="2" fill="#d55e00"/>
                <g fill="none" stroke-width="1">
                <circle cx="90" cy="50" r="6" stroke="#102030"/>
                <path stroke="#009e73" d="M120 60l30 0M150 60l-4.5 2.79M150 60l-4.5-2.79"/>
                </g>
                <path fill="#102030" d="M146.44 26.44l7.12 0 0 7.12-7.12 0z"/>
                <text x="100" y="15" font-size="12" font-weight="bold" text-anchor="middle" fill="#102030">φ(x₁) &lt; 5 &amp; "é"</text>
                </svg>
                """);
        xml(file);
    }

    @Test
    void aTikzPictureIsThisText() throws Exception {
        var file = written(picture(SMALL), Format.TIKZ, "a b");
        assertThat(Files.readString(file)).isEqualTo("""
                % A picture by Isotopy. In the preamble: \\usepackage{tikz}. Where it belongs: \\input{a b.tikz}
                \\begin{tikzpicture}
                \\def\\pM#1 #2;{\\pgfpathmoveto{\\pgfqpoint{#1bp}{#2bp}}}%
                \\def\\pL#1 #2;{\\pgfpathlineto{\\pgfqpoint{#1bp}{#2bp}}}%
                \\def\\pS{\\pgfusepath{stroke}}%
                \\def\\pF{\\pgfpathclose\\pgfusepath{fill}}%
                \\def\\pD#1 #2 #3;{\\pgfpathcircle{\\pgfqpoint{#1bp}{#2bp}}{#3bp}\\pgfusepath{fill}}%
                \\def\\pO#1 #2 #3;{\\pgfpathcircle{\\pgfqpoint{#1bp}{#2bp}}{#3bp}\\pgfusepath{stroke}}%
                \\def\\pA#1{\\pgfsetfillopacity{#1}\\pgfsetstrokeopacity{#1}}%
                \\definecolor{p0}{RGB}{255,255,255}%
                \\definecolor{p1}{RGB}{255,128,0}%
                \\definecolor{p2}{RGB}{16,32,48}%
                \\definecolor{p3}{RGB}{11,99,216}%
                \\definecolor{p4}{RGB}{213,94,0}%
                \\definecolor{p5}{RGB}{0,158,115}%
                \\clip (0bp,0bp) rectangle (150bp,75bp);%
                \\pgfsetroundcap\\pgfsetroundjoin%
                \\pgfsetcolor{p0}%
                \\pM0 75;\\pL150 75;\\pL150 0;\\pL0 0;\\pF%
                \\pA{.502}%
                \\pgfsetcolor{p1}%
                \\pM7.5 67.5;\\pL45 67.5;\\pL45 37.5;\\pL7.5 37.5;\\pF%
                \\pA{1}%
                \\pgfsetcolor{p2}%
                \\pgfsetlinewidth{1.13bp}%
                \\pM-1.12 60;\\pL75 60;\\pL142.5 14.91;\\pS%
                \\pA{.251}%
                \\pM15 7.5;\\pL30 7.5;\\pM45 7.5;\\pL60 7.5;\\pS%
                \\pA{.169}%
                \\pgfsetlinewidth{.75bp}%
                \\pgfsetbuttcap%
                \\pM7.5 22.5;\\pL10.5 22.5;\\pS%
                \\pA{.502}%
                \\pM10.5 22.5;\\pL13.5 22.5;\\pS%
                \\pA{.835}%
                \\pM13.5 22.5;\\pL16.5 22.5;\\pS%
                \\pA{1}%
                \\pgfsetcolor{p3}%
                \\pgfsetroundcap%
                \\pgfsetdash{{2.25bp}{3.75bp}}{0bp}%
                \\pM75 7.5;\\pL135 7.5;\\pS%
                \\pgfsetcolor{p4}%
                \\pD22.5 52.5 1.5;%
                \\pgfsetcolor{p2}%
                \\pgfsetdash{}{0bp}%
                \\pO67.5 37.5 4.5;%
                \\pgfsetcolor{p5}%
                \\pM90 30;\\pL112.5 30;\\pM112.5 30;\\pL109.13 27.91;\\pM112.5 30;\\pL109.13 32.09;\\pS%
                \\pgfsetcolor{p2}%
                \\pM109.83 55.17;\\pL115.17 55.17;\\pL115.17 49.83;\\pL109.83 49.83;\\pF%
                \\pgftext[base,x=75bp,y=63.75bp]{\\color{p2}\\fontsize{9}{0}\\selectfont\\bfseries \\ensuremath{\\varphi}(x\\ensuremath{_1}) \\ensuremath{<} 5 \\& ''\\'{e}''}%
                \\end{tikzpicture}%
                """);
    }

    @Test
    void thePixelsOfATikzPictureStandBesideIt() throws Exception {
        var heat = new Mark.Heat(10, 10, 50, 30, 2, 1, new int[] {0xFFFF0000, 0x800000FF});
        var file = written(picture(new Figure(100, 80, 0, List.of(heat))), Format.TIKZ, "a_b");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a_b.tikz", "a-b-1.png");
        assertThat(Files.readString(file))
                .contains("It needs, in the same folder: a-b-1.png")
                .contains("bp]{\\includegraphics[width=37.5bp,height=22.5bp]{a-b-1.png}}");
        var image = javax.imageio.ImageIO.read(folder.resolve("a-b-1.png").toFile());
        assertThat(image.getWidth()).isEqualTo(100);
        assertThat(image.getRGB(99, 59)).isEqualTo(0x800000FF);
    }

    @Test
    void aTikzPictureThatTexCouldNotHoldIsRefusedAndLeavesNothing() {
        int n = TikzExporter.MOST_POINTS;
        var dots = new Mark.Dots(new float[n / 10 + 1], new float[n / 10 + 1], new int[n / 10 + 1], 1);
        java.util.Arrays.fill(dots.argb(), INK);
        var exporter = new TikzExporter(picture(new Figure(100, 80, 0, List.of(dots))), Optional.empty());
        assertThatThrownBy(() -> exporter.export(folder.resolve("a.tikz"), Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("% of the particles, or write a .pdf");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theTextOfAPdfIsFoundAndItsFontsAreInside() throws Exception {
        var file = written(picture(SMALL), Format.PDF, "a");
        try (var document = Loader.loadPDF(file.toFile())) {
            assertThat(document.getVersion()).isEqualTo(1.5f);
            assertThat(new PDFTextStripper().getText(document)).contains("φ(x₁) < 5 & \"é\"");
            var page = document.getPage(0);
            assertThat(page.getMediaBox().getWidth()).isEqualTo(150);
            assertThat(page.getMediaBox().getHeight()).isEqualTo(75);
            var names = new HashSet<String>();
            for (var name : page.getResources().getFontNames()) {
                var font = page.getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                names.add(font.getName().replaceFirst("^[A-Z]{6}\\+", ""));
            }
            assertThat(names).contains("Inter-Bold");
        }
    }

    @Test
    void aSignThatNoFontHasIsABoxAndControlSignsAreGone() throws Exception {
        var label = new Mark.Label("a\u0007字\uD83D\uDE00b", 10, 20, 12, false, Mark.Anchor.START, INK);
        var picture = picture(new Figure(100, 40, -1, List.of(label)));
        try (var document = Loader.loadPDF(written(picture, Format.PDF, "a").toFile())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("a")
                    .contains("□")
                    .contains("b");
        }
        xml(written(picture, Format.SVG, "a"));
        assertThat(Files.readString(written(picture, Format.TIKZ, "a")))
                .contains("\\ifdefined\\Umathchar 字\\else ?\\fi{}");
    }

    static Stream<TargetMap> targets() {
        return Stream.of(
                Preset.SWIRL,
                LinePreset.WAVE,
                LabelPreset.MOONS.draw(80, 3),
                FunctionPreset.PRODUCT,
                ShapePair.DISC_TO_HEART.map());
    }

    private static FlowSnapshot snapshot(TargetMap target) {
        var standard = Experiment.standard(target);
        var experiment = standard.withSampling(standard.sampling().withSamples(60))
                .withNetwork(Network.STANDARD.withDepth(4).withWidth(5).withAugment(1));
        return Scenes.snapshot(experiment, Scenes.shaken(experiment.start(), 5), 0, Folds.NONE);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void everyKindGoesIntoEveryFormatFromEveryViewAndTwiceTheSame(TargetMap target) throws Exception {
        var snapshot = snapshot(target);
        for (var projection : Projection.values()) {
            var look = Look.standard(snapshot.experiment().sampling().domain())
                    .withOverlays(EnumSet.allOf(Overlay.class))
                    .withParticles(60)
                    .withPins(List.of(new Look.Pin(0.3, 0.2)))
                    .withProjection(projection);
            var scene = Scene.of(snapshot, look);
            var figure = Illustrator.captioned(Illustrator.at(scene, 0.6, look, 240, 180), scene, 0.6, look);
            for (var format : EnumSet.of(Format.PNG, Format.SVG, Format.PDF, Format.TIKZ)) {
                var file = written(picture(figure), format, "a");
                assertThat(written(picture(figure), format, "b").toFile().length())
                        .isEqualTo(Files.size(file));
                if (format == Format.TIKZ) {
                    assertThat(Files.readString(file).replace("a-", "b-").replace("{a.tikz}", "{b.tikz}"))
                            .isEqualTo(Files.readString(folder.resolve("b.tikz")));
                } else {
                    assertThat(folder.resolve("b." + format.id())).hasSameBinaryContentAs(file);
                }
            }
            var document = xml(folder.resolve("a.svg"));
            var words = document.getDocumentElement().getTextContent();
            figure.marks().stream()
                    .filter(Mark.Label.class::isInstance)
                    .forEach(mark -> assertThat(words).contains(((Mark.Label) mark).text()));
            assertThat(mean(pdf(folder.resolve("a.pdf")), sharp(figure)))
                    .as("%s from %s", target.title(), projection)
                    .isLessThan(4);
        }
    }

    /// Marks of one kind, large and in strong colours, so that one that is missing or elsewhere is far off.
    static Stream<Mark> marks() {
        float[] x = {30, 90, 150};
        float[] y = {40, 70, 30};
        int[] argb = {0xFFD55E00, 0x900072B2, INK};
        float[] meshX = {20, 100, 180, 20, 110, 170};
        float[] meshY = {20, 15, 30, 80, 85, 70};
        int[] six = {INK, 0xFFD55E00, INK, 0x80102030, INK, INK};
        return Stream.of(
                new Mark.Dots(x, y, argb, 14),
                new Mark.Rings(x, y, argb, 14, 6),
                new Mark.Curves(List.of(new Mark.Curve(x, y, INK)), 9, false, 0),
                new Mark.Curves(List.of(new Mark.Curve(x, y, INK)), 9, true, 0),
                new Mark.Paths(
                        new float[] {10, 50, 190, 50, -500, 90, 700, 70},
                        new int[] {0, 2, 4},
                        new int[] {INK, argb[0]},
                        6,
                        false,
                        17),
                new Mark.Arrows(x, y, new float[] {30, -30, 10}, new float[] {10, -30, 50}, 5, INK),
                new Mark.Region(new float[] {-900, 150, 1e6f}, new float[] {50, -40, 70}, 0xC0D55E00),
                new Mark.Heat(20, 10, 150, 70, 3, 2, six),
                new Mark.Mesh(meshX, meshY, 3, 2, six),
                new Mark.Picture(
                        meshX,
                        meshY,
                        new float[] {0, 0.5f, 1, 0, 0.5f, 1},
                        new float[] {0, 0, 0, 1, 1, 1},
                        3,
                        2,
                        new Texture(2, 2, new int[] {INK, argb[0], argb[1], INK})),
                new Mark.Label("Wörter φ₁", 100, 60, 30, true, Mark.Anchor.MIDDLE, INK));
    }

    @ParameterizedTest
    @MethodSource("marks")
    void everyMarkOfAPdfLooksAsOnTheScreen(Mark mark) throws Exception {
        requireAlike(new Figure(200, 100, 0xFFFFFFFF, List.of(mark)));
    }

    @ParameterizedTest
    @EnumSource(Mark.Sign.class)
    void everySignOfAPdfLooksAsOnTheScreen(Mark.Sign sign) throws Exception {
        for (float outline : new float[] {0, 6}) {
            requireAlike(new Figure(
                    100,
                    100,
                    0xFFFFFFFF,
                    List.of(new Mark.Signs(
                            new float[] {50},
                            new float[] {50},
                            new int[] {INK},
                            new Mark.Sign[] {sign},
                            28,
                            outline))));
        }
    }

    private void requireAlike(Figure figure) throws IOException {
        var found = pdf(written(picture(figure), Format.PDF, "a"));
        var wanted = sharp(figure);
        var blank = sharp(new Figure(figure.width(), figure.height(), figure.background(), List.of()));
        double ink = mean(blank, wanted);
        assertThat(ink).isGreaterThan(3);
        assertThat(mean(found, wanted)).isLessThan(0.13 * ink);
    }

    @Test
    void aTransparentPageStaysTransparentAndAStoppedExportLeavesNothing() throws Exception {
        var dot = new Mark.Dots(new float[] {10}, new float[] {10}, new int[] {INK}, 3);
        var clear = picture(new Figure(20, 20, 0, List.of(dot)));
        assertThat(Files.readString(written(clear, Format.SVG, "a"))).doesNotContain("M0 0");
        Files.delete(folder.resolve("a.svg"));
        for (var format : List.of(Format.PNG, Format.SVG, Format.PDF, Format.TIKZ, Format.GIF)) {
            assertThat(Exporter.of(clear, format, Optional.empty()).export(folder.resolve("a"), (done, of) -> false))
                    .isFalse();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileWithVeryManyDotsHoldsThemAsPixels() throws Exception {
        int n = VectorPainter.MOST_DOTS + 1;
        var dots = new Mark.Dots(new float[n], new float[n], new int[n], 2);
        java.util.Arrays.fill(dots.argb(), INK);
        var file = written(picture(new Figure(60, 40, -1, List.of(dots))), Format.SVG, "a");
        assertThat(xml(file).getElementsByTagName("image").getLength()).isEqualTo(1);
        assertThat(Files.size(file)).isLessThan(5000);
    }

    @Test
    void sizesThatAFormatCannotHoldAreSaid() {
        var wide = new Picture(new Figure(19_500, 20, -1, List.of()), new Size(19_500, 20, 1));
        assertThatThrownBy(() -> new PdfExporter(wide, Optional.empty()))
                .hasMessage("A side of a PDF has at most 19200 pixels: 19500");
        var wider = new Picture(new Figure(20_500, 20, -1, List.of()), new Size(20_500, 20, 1));
        assertThatThrownBy(() -> new TikzExporter(wider, Optional.empty()))
                .hasMessage("A side of a picture for TeX has at most 20000 pixels: 20500");
    }

    private static BufferedImage sharp(Figure figure) {
        return Picture.scaled(figure, SHARP).raster().image();
    }

    private static Document xml(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static BufferedImage pdf(Path file) throws IOException {
        try (var document = Loader.loadPDF(file.toFile())) {
            return new PDFRenderer(document).renderImageWithDPI(0, SHARP * 96, ImageType.RGB);
        }
    }

    /// The mean difference of two pictures, channel by channel.
    private static double mean(BufferedImage found, BufferedImage wanted) {
        assertThat(found.getWidth()).isEqualTo(wanted.getWidth());
        assertThat(found.getHeight()).isEqualTo(wanted.getHeight());
        double sum = 0;
        for (int k = 0; k < wanted.getWidth() * wanted.getHeight(); k++) {
            int a = found.getRGB(k % wanted.getWidth(), k / wanted.getWidth());
            int b = wanted.getRGB(k % wanted.getWidth(), k / wanted.getWidth());
            for (int shift = 0; shift <= 16; shift += 8) {
                sum += Math.abs((a >>> shift & 0xFF) - (b >>> shift & 0xFF));
            }
        }
        return sum / (3.0 * wanted.getWidth() * wanted.getHeight());
    }
}
