package isotopy.export;

import isotopy.figure.Figure;
import isotopy.figure.Illustrator;
import isotopy.figure.Look;
import isotopy.figure.Manner;
import isotopy.figure.Reel;
import isotopy.figure.Scene;
import isotopy.figure.Storyboard;
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
    }

    /// One of the files that an order becomes, with so many frames.
    record Piece(Path file, int frames, Exporter exporter) {}

    /// The files to write, one after the other; `target` names the only one, or the first part of every name.
    ///
    /// Throws: `IllegalArgumentException` with a sentence, when the format cannot hold it, or there is no such
    /// film.
    default List<Piece> pieces(Path target) {
        return switch (this) {
            case Still still ->
                List.of(new Piece(
                        target,
                        1,
                        Exporter.of(
                                new Picture(still.figure(), still.finish().size()),
                                still.finish().format(),
                                still.finish().provenance())));
            case Moving moving -> {
                var film = moving.film();
                var chapters = moving.reel().board().chapters();
                if (chapters.isEmpty()) {
                    yield List.of(
                            new Piece(target, film.frames(), moving.finish().exporter(film)));
                }
                var pieces = new ArrayList<Piece>();
                for (int k = 0; k < chapters.size(); k++) {
                    var chapter = chapters.get(k);
                    var part = film.part(chapter.first(film.frames()), chapter.count(film.frames()));
                    pieces.add(new Piece(
                            named(target, k + 1, chapter),
                            part.frames(),
                            moving.finish().exporter(part)));
                }
                yield pieces;
            }
        };
    }

    /// The name of the file of a chapter: "film-1-start.mp4" of "film.mp4".
    private static Path named(Path target, int number, Storyboard.Chapter chapter) {
        var name = String.valueOf(target.getFileName());
        int dot = name.lastIndexOf('.');
        var stem = dot > 0 ? name.substring(0, dot) : name;
        var ending = dot > 0 ? name.substring(dot) : "";
        return target.resolveSibling(stem + "-" + number + "-" + chapter.name().replace(' ', '-') + ending);
    }
}
