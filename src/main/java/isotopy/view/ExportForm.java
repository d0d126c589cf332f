package isotopy.view;

import isotopy.export.Codec;
import isotopy.export.Finish;
import isotopy.export.Format;
import isotopy.export.Ground;
import isotopy.figure.Look;
import isotopy.figure.Storyboard;
import isotopy.figure.Strip;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is asked before an export: what, as which kind of file, and how. It keeps its answers while the program runs;
/// what a film shows belongs to the document.
final class ExportForm extends VBox {
    private final WorkbenchModel model;
    private final ExportPills<ExportKind> kinds = new ExportPills<>("export-kind", this::choose);
    private final ExportPills<ExportWay> ways = new ExportPills<>("export-pill", this::choose);
    private final Label sentence = new Label();
    private final Label refusal = new Label();
    private final ExportMoments moments = new ExportMoments();
    private final ExportFilm film;
    private final ExportCamera camera;
    private final ExportChapters chapters = new ExportChapters();
    private final ExportSizes sizes = new ExportSizes();
    private final ExportDress dress = new ExportDress();
    private final Map<ExportKind, ExportWay> chosen = new EnumMap<>(ExportKind.class);
    private ExportKind kind = ExportKind.PICTURE;
    private boolean encoded = true;
    private Optional<String> noCodec = Optional.empty();
    private Optional<String> noModule = Optional.empty();
    private Storyboard known = Storyboard.STANDARD;

    ExportForm(WorkbenchModel model) {
        this.model = model;
        film = new ExportFilm(() -> model.experimentProperty().get());
        camera = new ExportCamera(() -> model.lookProperty().get());
        getStyleClass().add("export-form");
        for (var each : ExportKind.values()) {
            chosen.put(each, each.ways().getFirst());
            kinds.add(each, each.id(), each.title(), each.sentence(), Optional.of(new FontIcon(each.icon())));
        }
        kinds.join();
        for (var way : ExportWay.values()) {
            ways.add(way, way.id(), way.title(), way.sentence(), Optional.empty());
        }
        sentence.setId("export-sentence");
        sentence.getStyleClass().add("panel-bounds");
        refusal.setId("export-refusal");
        refusal.getStyleClass().add("panel-problem");
        for (var label : List.of(sentence, refusal)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        var content = new VBox(ways, sentence, refusal, moments, film, camera, chapters, sizes, dress);
        content.getStyleClass().add("export-content");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("export-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(kinds, scroll);
        choose(kind);
    }

    /// Asks for that.
    void choose(ExportKind what) {
        kind = what;
        kinds.select(kind);
        choose(chosen.getOrDefault(kind, kind.ways().getFirst()));
    }

    private void choose(ExportWay way) {
        chosen.put(kind, way);
        ways.select(way);
        sizes.follow(kind);
        follow();
    }

    /// Shows and hides what the answers make possible.
    private void follow() {
        var way = way();
        ways.offer(kind.ways(), this::unfit);
        StageTheme.show(ways, kind.ways().size() > 1);
        sentence.setText(way.sentence());
        var refused = kind.ways().stream()
                .map(this::unfit)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        refusal.setText(String.join(" ", refused));
        StageTheme.show(refusal, !refused.isEmpty());
        boolean films = kind == ExportKind.FILM;
        moments.follow(kind);
        dress.follow(kind, way);
        StageTheme.show(film, films);
        StageTheme.show(camera, films);
        StageTheme.show(chapters, films);
        StageTheme.show(sizes, kind != ExportKind.DATA);
        film.follow(format());
    }

    /// Why a kind of file cannot be made here, in one sentence.
    private Optional<String> unfit(ExportWay way) {
        return switch (way) {
            case MP4 -> encoded ? Optional.empty() : noCodec;
            case WEBM -> noCodec;
            case WEIGHTS_PYTORCH -> noModule;
            default -> Optional.empty();
        };
    }

    /// Knows now what encodes films on this computer.
    void knows(Map<Codec, Optional<String>> absences) {
        var there = Stream.of(Codec.values())
                .filter(each -> absences.getOrDefault(each, Optional.of("")).isEmpty())
                .toList();
        film.offer(there);
        encoded = !there.isEmpty();
        var missing = encoded ? "No WebM: " : "No MP4 and no WebM: ";
        noCodec = absences.getOrDefault(Codec.BUILT_IN, Optional.empty())
                .map(reason -> missing + reason + ". GIF and APNG need no codec.");
        if (chosen.containsKey(ExportKind.FILM)
                && unfit(chosen.get(ExportKind.FILM)).isPresent()) {
            chosen.put(ExportKind.FILM, ExportWay.GIF);
        }
        choose(kind);
    }

    /// Knows now why the flow cannot become a PyTorch module; empty where it can.
    void knows(Optional<String> reason) {
        if (!reason.equals(noModule)) {
            noModule = reason.map(Setting::sentence);
            follow();
        }
    }

    /// Begins with what the window shows.
    void begin(ExportKind what) {
        var look = model.lookProperty().get();
        dress.begin(look);
        moments.begin(
                model.playback().shareProperty().get(), model.snapshotProperty().get());
        show(model.storyboardProperty().get());
        choose(what);
    }

    private void show(Storyboard board) {
        known = board;
        film.show(board);
        camera.show(board.camera());
        chapters.show(board.chapters());
        dress.show(board);
    }

    ExportKind kind() {
        return kind;
    }

    ExportWay way() {
        return chosen.getOrDefault(kind, kind.ways().getFirst());
    }

    private Format format() {
        return way().format().orElse(Format.PNG);
    }

    /// The answers; what they say of films becomes the document's.
    ///
    /// Throws: `IllegalArgumentException` with a sentence, told at its place, about the first answer that does not
    /// do.
    ExportChoices choices(boolean marked) {
        if (!model.storyboardProperty().get().equals(known)) {
            show(model.storyboardProperty().get()); // another document was opened
        }
        follow();
        Look window = model.lookProperty().get();
        var worn = dress.dress(kind, window);
        var size = sizes.size(format());
        var board = known;
        var pace = new ExportChoices.Pace(25, 6);
        var finish = new Finish(format(), size).withGround(kind == ExportKind.PAGE ? Ground.THEME : dress.ground());
        if (kind == ExportKind.FILM) {
            board = film.over(board).withCamera(camera.camera()).withChapters(chapters.chapters());
            pace = film.pace(format(), board);
            finish = film.over(finish);
        }
        board = kind == ExportKind.FILM || kind == ExportKind.PICTURE ? dress.over(board, window, worn) : board;
        if (kind == ExportKind.PICTURE) {
            // how many particles a picture has is no matter of the film
            board = board.withParticles(known.particles()).withOverlays(known.overlays());
        }
        if (!board.equals(known)) {
            known = board;
            model.changeStoryboard(board);
        }
        var strip = kind == ExportKind.STRIP ? moments.strip() : new Strip.Times(List.of(1.0));
        return new ExportChoices(
                kind,
                way(),
                finish,
                worn,
                moments.moment(),
                strip,
                moments.chart(),
                pace,
                board,
                marked && way().marked());
    }
}
