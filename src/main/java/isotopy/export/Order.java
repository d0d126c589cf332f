package isotopy.export;

import isotopy.figure.Chart;
import isotopy.figure.Figure;
import isotopy.figure.Illustrator;
import isotopy.figure.Look;
import isotopy.figure.Manner;
import isotopy.figure.Panels;
import isotopy.figure.PaperCaption;
import isotopy.figure.Reel;
import isotopy.figure.Scene;
import isotopy.figure.Storyboard;
import isotopy.figure.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What is to be written: immutable, so that nothing that happens in the window changes it on its way. The window and
/// the command line say the same thing with it.
public sealed interface Order {
    /// How it is written.
    Finish finish();

    /// One moment of a scene.
    ///
    /// Units: `t` in [0, T].
    record Still(Scene scene, Look look, double t, Manner manner, Finish finish) implements Order {
        /// The page that is painted.
        public Figure figure() {
            var size = finish.size();
            return finish.ground().under(Illustrator.at(scene, t, look, manner, size.pageWidth(), size.pageHeight()));
        }
    }

    /// Several moments side by side, as wide as the size says and as high as they need.
    record Strip(Panels panels, Look look, boolean axisNames, Finish finish) implements Order {
        /// The page that is painted.
        public Figure figure() {
            return finish.ground()
                    .under(panels.figure(look, axisNames, finish.size().pageWidth()));
        }
    }

    /// A chart; for TeX it is written with its data.
    record Plot(Chart chart, Theme theme, Finish finish) implements Order {
        /// The page that is painted.
        public Figure figure() {
            var size = finish.size();
            return finish.ground().under(chart.figure(theme, size.pageWidth(), size.pageHeight()));
        }
    }

    /// A page in which a reader moves t.
    record Page(Scene scene, Look look, Finish finish) implements Order {}

    /// A film, of one file or of one for each chapter.
    ///
    /// Units: `rate` in frames a second.
    record Moving(Reel reel, int rate, double seconds, Finish finish) implements Order {
        /// The whole film.
        ///
        /// Throws: `IllegalArgumentException` with a sentence, when there is no such film.
        public Film film() {
            return Film.of(reel, finish.size(), rate, seconds);
        }

        private List<Piece> parts(Path target) {
            var film = film();
            var caption = PaperCaption.of(reel.snapshot());
            var chapters = reel.board().chapters();
            if (chapters.isEmpty()) {
                return List.of(new Piece(target, film.frames(), finish.framed(), finish.exporter(film, caption)));
            }
            var pieces = new ArrayList<Piece>();
            for (int k = 0; k < chapters.size(); k++) {
                var chapter = chapters.get(k);
                var part = film.part(chapter.first(film.frames()), chapter.count(film.frames()));
                pieces.add(new Piece(
                        named(target, k + 1, chapter), part.frames(), finish.framed(), finish.exporter(part, caption)));
            }
            return pieces;
        }

        /// The name of the file of a chapter: "film-1-start.mp4" of "film.mp4".
        private static Path named(Path target, int number, Storyboard.Chapter chapter) {
            var name = String.valueOf(target.getFileName());
            int dot = name.lastIndexOf('.');
            var stem = dot > 0 ? name.substring(0, dot) : name;
            var ending = dot > 0 ? name.substring(dot) : "";
            return target.resolveSibling(
                    stem + "-" + number + "-" + chapter.name().replace(' ', '-') + ending);
        }
    }

    /// What is seen of it: a film and a page at a share of their way, the others as they are.
    ///
    /// Throws: `IllegalArgumentException` with a sentence, when there is no such film.
    default Figure figure(double share) {
        return switch (this) {
            case Still still -> still.figure();
            case Strip strip -> strip.figure();
            case Plot plot -> plot.figure();
            case Page page -> {
                var size = page.finish().size();
                double t = share * page.scene().particles().horizon();
                yield Illustrator.at(
                        page.scene(), t, page.look(), Manner.STANDARD, size.pageWidth(), size.pageHeight());
            }
            case Moving moving -> {
                var film = moving.film();
                int frame = Math.min(film.frames() - 1, (int) (share * film.frames()));
                yield film.on(moving.finish().ground()).source().frame(frame);
            }
        };
    }

    /// One of the files that an order becomes, with so many frames of that size.
    record Piece(Path file, int frames, Size size, Exporter exporter) {}

    /// The files to write, one after the other; `target` names the only one, or the first part of every name.
    ///
    /// Throws: `IllegalArgumentException` with a sentence, when the format cannot hold it, or there is no such
    /// film.
    default List<Piece> pieces(Path target) {
        return switch (this) {
            case Still still -> picture(target, still.figure());
            case Strip strip -> picture(target, strip.figure());
            case Plot plot
            when plot.finish().format() == Format.TIKZ ->
                List.of(new Piece(
                        target,
                        1,
                        plot.finish().size(),
                        new PgfPlotsExporter(
                                plot.chart(),
                                plot.theme(),
                                plot.finish().size().width(),
                                plot.finish().size().height(),
                                plot.finish().provenance())));
            case Plot plot -> picture(target, plot.figure());
            case Page page ->
                List.of(new Piece(
                        target,
                        1,
                        page.finish().size(),
                        new HtmlExporter(
                                page.scene(),
                                page.look(),
                                page.finish().size(),
                                page.finish().provenance())));
            case Moving moving -> moving.parts(target);
        };
    }

    private List<Piece> picture(Path target, Figure figure) {
        return List.of(new Piece(target, 1, finish().fitted(figure), finish().exporter(figure)));
    }
}
