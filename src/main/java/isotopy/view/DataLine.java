package isotopy.view;

import isotopy.target.Correspondence;
import isotopy.target.Labels;
import isotopy.target.TargetMap;
import isotopy.train.Experiment;
import isotopy.train.Samples;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// How many points train and test, and how noisy their goals are: in one line, and by sliders when it is clicked.
final class DataLine extends Button {
    /// So many letters have room beside *Exact* in a hall.
    private static final int BRIEF = 22;

    private final WorkbenchModel model;
    private final SettingRow samples;
    private boolean hall;

    DataLine(WorkbenchModel model) {
        this.model = model;
        setId("target-data");
        getStyleClass().addAll("panel-button", "data-line", "flat");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(Tips.of("How many points are trained on, how many are kept to test what was learnt, and their"
                + " noise in coordinate units; click to change them."));
        samples = new SettingRow(model, Settings.SAMPLES, Settings.SAMPLE_COUNTS, new Scale(100, 20_000, true));
        var noise = new SettingRow(model, Settings.NOISE, Settings.NOISES, new Scale(0, 0.5, false));
        var title = new Label("Points to learn from");
        title.getStyleClass().add("gallery-name");
        var pane = new VBox(
                title,
                samples,
                new SettingRow(model, Settings.TEST_FRACTION, Settings.TEST_FRACTIONS, new Scale(0, 0.9, false)),
                noise);
        pane.setId("data-pane");
        pane.getStyleClass().add("data-pane");
        var bubble = new Bubble(pane);
        setOnAction(event -> bubble.show(this, Side.RIGHT));
        model.experimentProperty().subscribe(this::show);
    }

    /// In a hall there is room for the numbers of points alone.
    void arrange(boolean inHall) {
        hall = inHall;
        show(model.experimentProperty().get());
    }

    private void show(Experiment now) {
        setText(hall ? brief(text(now)) : text(now));
        StageTheme.show(samples, !given(now.target()));
    }

    /// Without the noise, and with many digits without the words.
    private static String brief(String whole) {
        var points = whole.substring(0, whole.lastIndexOf(" · "));
        return points.length() <= BRIEF
                ? points
                : points.replace(" train ·", " +").replace(" test", "");
    }

    /// "1,600 train · 400 test · noise 0".
    static String text(Experiment now) {
        int all = switch (now.target()) {
            case Correspondence pairs -> pairs.x().size();
            case Labels labels -> labels.x().size();
            default -> now.sampling().samples();
        };
        int test = Samples.testSize(now);
        return Numbers.count(all - test) + " train · " + Numbers.count(test) + " test · noise "
                + Setting.text(now.sampling().noise());
    }

    private static boolean given(TargetMap target) {
        return target instanceof Correspondence || target instanceof Labels;
    }
}
