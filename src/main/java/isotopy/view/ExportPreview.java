package isotopy.view;

import isotopy.export.Ground;
import isotopy.export.Order;
import isotopy.export.Raster;
import isotopy.figure.Theme;
import java.util.Optional;
import javafx.scene.control.TextArea;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The export as it will be: the same figure, painted by the same painter with as many pixels as there is room for. A
/// film plays at its own pace. Everything is drawn in the background.
final class ExportPreview extends StackPane {
    private static final double MARGIN = 16;

    /// What is to be shown.
    ///
    /// @param frame of so many; 0 of what stands still
    /// Units: `width` and `height` in pixels of the screen.
    private record Question(
            ExportChoices choices, ExportOrders.Subject subject, int frame, int frames, double width, double height) {}

    /// What is shown, or why it is not.
    private sealed interface Answer {
        record Shown(Raster raster) implements Answer {}

        record Refused(String sentence) implements Answer {}
    }

    private static final Background TILES = checkerboard(0xFFFFFFFF, 0xFFD4D8DD);

    /// A dark theme is made for dark pages.
    private static final Background DARK_TILES = checkerboard(0xFF20262E, 0xFF39414C);

    private final Painter painter;
    private final isotopy.service.Background<Question, Answer> worker;
    private final ImageView image = new ImageView();
    private final Region board = new Region();
    private final TextArea words = new TextArea();
    private Optional<Question> asked = Optional.empty();
    private Optional<String> refusal = Optional.empty();
    private long began;

    ExportPreview(ExportOrders orders) {
        painter = new Painter(orders);
        worker = new isotopy.service.Background<>("isotopy-preview", painter::paint);
        setId("export-preview-pane");
        getStyleClass().add("export-preview");
        image.setId("export-preview");
        image.setPreserveRatio(true);
        board.setId("export-checkerboard");
        board.maxWidthProperty().bind(image.fitWidthProperty());
        words.setId("export-preview-text");
        words.getStyleClass().add("export-preview-text");
        words.setEditable(false);
        words.setWrapText(true);
        words.setTooltip(Tips.of("How the file begins."));
        setMinSize(120, 120);
        image.setManaged(true);
        getChildren().addAll(board, image, words);
    }

    /// What stands behind a page that one sees through.
    private static Background checkerboard(int argb, int other) {
        int side = 8;
        var tile = new WritableImage(2 * side, 2 * side);
        for (int x = 0; x < 2 * side; x++) {
            for (int y = 0; y < 2 * side; y++) {
                tile.getPixelWriter().setArgb(x, y, x / side == y / side ? argb : other);
            }
        }
        return new Background(new BackgroundImage(tile, null, null, null, null));
    }

    /// Shows what is ready, and asks for the present frame; called once per frame.
    ///
    /// Units: `now` in nanoseconds of wall time.
    void pulse(ExportChoices choices, ExportOrders.Subject subject, long now) {
        StageTheme.show(image, true);
        StageTheme.show(words, false);
        took();
        double scale = getScene() == null || getScene().getWindow() == null
                ? 1
                : Math.max(1, getScene().getWindow().getOutputScaleX());
        double width = scale * Math.max(64, getWidth() - MARGIN);
        double height = scale * Math.max(64, getHeight() - MARGIN);
        int frames = frames(choices);
        began = began == 0 ? now : began;
        int frame = frames == 1 ? 0 : (int) ((now - began) * 1e-9 * rate(choices) % frames);
        var question = new Question(choices, subject, frame, frames, width, height);
        if (!asked.equals(Optional.of(question))) {
            if (asked.isPresent() && !asked.get().choices().equals(choices)) {
                began = now; // from the beginning
            }
            asked = Optional.of(question);
            worker.ask(question);
        }
        boolean dark = choices.dress().theme() == Theme.DARK;
        board.setBackground(dark ? DARK_TILES : TILES);
        StageTheme.show(board, choices.finish().ground() == Ground.TRANSPARENT);
        image.getProperties().put("scale", scale);
    }

    /// Shows a text in the place of a picture: the beginning of a file of data.
    void show(String text) {
        StageTheme.show(image, false);
        StageTheme.show(board, false);
        StageTheme.show(words, true);
        if (!words.getText().equals(text)) {
            words.setText(text);
        }
        refusal = Optional.empty();
        asked = Optional.empty();
        worker.take();
    }

    /// Why there is nothing to be shown.
    Optional<String> refusal() {
        return refusal;
    }

    private void took() {
        worker.take().ifPresent(answer -> {
            switch (answer) {
                case Answer.Shown(var raster) -> {
                    refusal = Optional.empty();
                    double scale = image.getProperties().get("scale") instanceof Double known ? known : 1;
                    image.setImage(Rasters.image(raster));
                    image.setFitWidth(raster.width() / scale);
                    board.setMaxHeight(raster.height() / scale);
                }
                case Answer.Refused(String sentence) -> {
                    refusal = Optional.of(sentence);
                    image.setImage(null);
                }
            }
        });
    }

    private static int frames(ExportChoices choices) {
        return switch (choices.kind()) {
            case FILM, PAGE ->
                (int) Math.max(
                        1, Math.rint(choices.pace().rate() * choices.pace().seconds()));
            case PICTURE, STRIP, CHART, DATA -> 1;
        };
    }

    private static double rate(ExportChoices choices) {
        return choices.pace().rate();
    }

    void close() {
        worker.close();
    }

    /// Draws, on the thread of the preview. Keeps the last order: a film has many frames.
    private static final class Painter {
        private final ExportOrders orders;
        private @Nullable Question made;
        private @Nullable Order order;

        Painter(ExportOrders orders) {
            this.orders = orders;
        }

        Answer paint(Question question) {
            try {
                var figure = order(question).figure(share(question));
                double scale = Math.min(question.width() / figure.width(), question.height() / figure.height());
                var raster = new Raster((int) Math.max(1, Math.rint(scale * figure.width())), (int)
                        Math.max(1, Math.rint(scale * figure.height())));
                raster.paint(figure, scale);
                return new Answer.Shown(raster);
            } catch (IllegalArgumentException e) {
                return new Answer.Refused(Setting.sentence(e));
            }
        }

        private Order order(Question question) {
            var kept = order;
            if (kept == null
                    || made == null
                    || !made.choices().equals(question.choices())
                    || !made.subject().equals(question.subject())) {
                kept = orders.order(question.choices(), question.subject());
                order = kept;
                made = question;
            }
            return kept;
        }

        /// In the middle of the frame's share, so that it is this frame.
        private static double share(Question question) {
            return question.choices().kind() == ExportKind.PAGE
                    ? question.frame() / Math.max(1.0, question.frames() - 1)
                    : (question.frame() + 0.5) / question.frames();
        }
    }
}
