package isotopy.view;

import isotopy.export.Codec;
import isotopy.export.Film;
import isotopy.export.Finish;
import isotopy.export.Format;
import isotopy.export.GifExporter;
import isotopy.figure.Course;
import isotopy.figure.Dial;
import isotopy.figure.Direction;
import isotopy.figure.Easing;
import isotopy.figure.Storyboard;
import isotopy.train.Experiment;
import isotopy.train.Range;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;

/// What a film plays over and how: course, direction, easing, holds, pace, and what its format lets one choose.
final class ExportFilm extends ExportSection {
    private static final Range SECONDS = Range.real("seconds", 0.1, 600, "seconds");
    private static final Range HOLD = Range.real("a hold", 0, Storyboard.Hold.LONGEST, "seconds");
    private static final Range PLAYS = Range.whole("plays", 0, 65_535, "times; 0 is for ever");

    private final ComboBox<Over> over = new ComboBox<>();
    private final ExportField from;
    private final ExportField to;
    private final Slider at = new Slider(0, 1, 1);
    private final Label atText = new Label();
    private final ComboBox<Direction> direction = new ComboBox<>();
    private final ComboBox<Easing> easing = new ComboBox<>();
    private final ExportField first = new ExportField("export-hold-first", HOLD, "How long the first end stands still");
    private final ExportField last = new ExportField("export-hold-last", HOLD, "How long the last end stands still");
    private final ExportField rate = new ExportField(
                    "export-rate",
                    Range.whole("frames a second", 1, Film.FASTEST, "frames a second"),
                    "How many frames are shown in a second")
            .with(25);
    private final ExportField seconds = new ExportField("export-seconds", SECONDS, "How long the film runs").with(6);
    private final Label frames = new Label();
    private final ExportField plays =
            new ExportField("export-plays", PLAYS, "How often the film runs; 0 is for ever").with(0);
    private final CheckBox dithered = new CheckBox("Mix missing colours");
    private final ComboBox<Codec> codec = new ComboBox<>();
    private final HBox range;
    private final HBox atRow;
    private final HBox playsRow;
    private final HBox ditherRow;
    private final HBox codecRow;

    /// What a film can play over, by name.
    private enum Over {
        TIME("Time t"),
        STEPS("Training steps"),
        BOTH("Training, then time"),
        DEPTH("Depth"),
        WIDTH("Width"),
        HORIZON("Horizon");

        private final String title;

        Over(String title) {
            this.title = title;
        }

        Optional<Dial> dial() {
            return switch (this) {
                case TIME, STEPS, BOTH -> Optional.empty();
                case DEPTH -> Optional.of(Dial.DEPTH);
                case WIDTH -> Optional.of(Dial.WIDTH);
                case HORIZON -> Optional.of(Dial.HORIZON);
            };
        }

        static Over of(Course course) {
            return switch (course) {
                case Course.Time() -> TIME;
                case Course.Steps _ -> STEPS;
                case Course.StepsThenTime() -> BOTH;
                case Course.Number number ->
                    switch (number.dial()) {
                        case DEPTH -> DEPTH;
                        case WIDTH -> WIDTH;
                        case HORIZON -> HORIZON;
                    };
            };
        }
    }

    ExportFilm(Supplier<Experiment> present) {
        super("export-film", "FILM");
        var any = Range.real("the number", 0, 1e6, "in the range of its slider");
        from = new ExportField("export-from", any, "Where the number begins");
        to = new ExportField("export-to", any, "Where the number ends");
        choice(
                over,
                "export-over",
                "What changes while the film runs: time, what was learnt, or a number of the network.",
                List.of(Over.values()));
        over.setConverter(Choices.named(each -> each.title));
        over.setOnAction(event -> over.getValue().dial().ifPresent(dial -> begin(dial, present.get())));
        StageTheme.described(at, "export-at", "The time t at which it is shown, as a share of T.");
        at.valueProperty().subscribe(() -> atText.setText(String.format(Locale.ROOT, "t = %.2f T", at.getValue())));
        atText.getStyleClass().add("panel-setting-title");
        choice(direction, "export-direction", "Which way the film runs.", List.of(Direction.values()));
        direction.setConverter(Choices.named(each -> Choices.capital(each.id().replace('-', ' '))));
        choice(easing, "export-easing", "How it gains and loses speed.", List.of(Easing.values()));
        easing.setConverter(Choices.named(ExportFilm::words));
        choice(
                codec,
                "export-codec",
                "What encodes the film: the program itself, or x264 of an ffmpeg on this computer.",
                List.of(Codec.BUILT_IN));
        codec.setConverter(Choices.named(each -> each == Codec.BUILT_IN ? "Built in" : "x264, by ffmpeg"));
        codec.setValue(Codec.BUILT_IN);
        StageTheme.described(
                dithered, "export-dither", "Mixes colours that a GIF has not, dot by dot; the dots stand still.");
        dithered.getStyleClass().add("panel-check");
        frames.setId("export-frames");
        frames.getStyleClass().add("panel-setting-title");
        row("Over", over);
        range = row("From", from, small("to"), to);
        atRow = row("At", at, atText);
        row("Direction", direction);
        row("Easing", easing);
        row("Holds", first, small("s, then"), last, small("s"));
        row("Pace", rate, small("a second for"), seconds, frames);
        playsRow = row("Plays", plays, small("times; 0 is for ever"));
        ditherRow = row("Colours", dithered);
        codecRow = row("Encoder", codec);
        show(Storyboard.STANDARD);
    }

    private static <T> void choice(ComboBox<T> box, String id, String sentence, List<T> values) {
        box.getItems().setAll(values);
        StageTheme.described(box, id, sentence).getStyleClass().add("panel-choice");
    }

    private static Label small(String words) {
        var label = new Label(words);
        label.getStyleClass().add("panel-setting-title");
        return label;
    }

    private static String words(Easing easing) {
        return switch (easing) {
            case LINEAR -> "At one speed";
            case SMOOTH -> "From rest to rest";
            case IN -> "From rest";
            case OUT -> "To rest";
        };
    }

    private void begin(Dial dial, Experiment present) {
        double now = dial.of(present);
        from.show(dial.range().whole() ? 1 : Math.max(dial.range().low(), now / 20));
        to.show(now);
    }

    /// Shows what a storyboard says.
    void show(Storyboard board) {
        over.setValue(Over.of(board.course()));
        switch (board.course()) {
            case Course.Time(), Course.StepsThenTime() -> {}
            case Course.Steps(double share) -> at.setValue(share);
            case Course.Number(var _, double low, double high, double share) -> {
                from.show(low);
                to.show(high);
                at.setValue(share);
            }
        }
        direction.setValue(board.direction());
        easing.setValue(board.easing());
        first.show(board.hold().first());
        last.show(board.hold().last());
    }

    /// Offers the encoders of this computer.
    void offer(List<Codec> there) {
        codec.getItems().setAll(there);
        codec.setValue(there.isEmpty() ? Codec.BUILT_IN : there.getFirst());
    }

    /// Shows what can be chosen in that format.
    void follow(Format format) {
        var what = over.getValue();
        StageTheme.show(range, what.dial().isPresent());
        StageTheme.show(atRow, what != Over.TIME && what != Over.BOTH);
        StageTheme.show(playsRow, format == Format.GIF || format == Format.APNG);
        StageTheme.show(ditherRow, format == Format.GIF);
        StageTheme.show(codecRow, format == Format.MP4 && codec.getItems().size() > 1);
    }

    /// The storyboard with what is chosen here.
    ///
    /// Throws: `IllegalArgumentException` with a sentence about what does not do.
    Storyboard over(Storyboard board) {
        return read(() -> board.withCourse(course())
                .withDirection(direction.getValue())
                .withEasing(easing.getValue())
                .withHold(new Storyboard.Hold(first.value(), last.value())));
    }

    private Course course() {
        return switch (over.getValue()) {
            case TIME -> new Course.Time();
            case STEPS -> new Course.Steps(at.getValue());
            case BOTH -> new Course.StepsThenTime();
            case DEPTH, WIDTH, HORIZON ->
                new Course.Number(over.getValue().dial().orElseThrow(), from.value(), to.value(), at.getValue());
        };
    }

    /// How long it is.
    ///
    /// Throws: `IllegalArgumentException` with a sentence about what does not do.
    ExportChoices.Pace pace(Format format, Storyboard board) {
        return read(() -> {
            int many = rate.whole();
            if (format == Format.GIF && many > GifExporter.FASTEST) {
                throw new IllegalArgumentException(
                        "a GIF plays at most " + GifExporter.FASTEST + " frames a second: " + many);
            }
            int count = Film.count(many, seconds.value());
            board.cue(0, count, many); // refuses holds that leave no time to move
            frames.setText(String.format(Locale.ROOT, "s: %,d %s", count, count == 1 ? "frame" : "frames"));
            return new ExportChoices.Pace(many, seconds.value());
        });
    }

    /// The finish with what only films have.
    Finish over(Finish finish) {
        var format = finish.format();
        return finish.withPlays(format == Format.GIF || format == Format.APNG ? read(plays::whole) : 0)
                .withDithered(format == Format.GIF && dithered.isSelected())
                .withCodec(format == Format.MP4 ? codec.getValue() : Codec.BUILT_IN);
    }
}
