package isotopy.view;

import isotopy.figure.Look;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// The bottom of the window: training on the left, then the buttons that move t, then t itself, layer by layer.
///
/// Below it, once there is something to look back at, the training steps. In a narrow window menus take the place of
/// sliders, in a narrower one the track goes below the buttons.
public final class TimelineView extends Region {
    private static final double COMPACT_BELOW = 1160;
    private static final double STACKED_BELOW = 880;
    private static final double GAP = 14;
    /// How much wider everything is in the type of halls.
    private static final double LARGE = 1.4;

    private final WorkbenchModel model;
    private final TrainControls train;
    private final Region line = new Region();
    private final TransportControls transport;
    private final LayerTrack track;
    private final HistoryBar history;

    public TimelineView(WorkbenchModel model) {
        this.model = model;
        setId("timeline");
        getStyleClass().add("timeline-view");
        StageTheme.dress(this, model);
        train = new TrainControls(model);
        line.getStyleClass().add("timeline-line");
        transport = new TransportControls(model);
        track = new LayerTrack(model);
        model.drawingProperty().subscribe(drawing -> track.setDisable(drawing));
        history = new HistoryBar(model);
        history.managedProperty().subscribe(this::requestLayout);
        getChildren().addAll(train, line, transport, track, history);
        model.lookProperty().map(Look::theme).subscribe(this::requestLayout);
        model.presentingProperty().subscribe(this::requestLayout);
    }

    /// The button that trains.
    Node trainButton() {
        return train.button();
    }

    private double factor() {
        return StageTheme.large(model) ? LARGE : 1;
    }

    private boolean stacked(double width) {
        return width >= 0
                && width < STACKED_BELOW * factor()
                && !model.presentingProperty().get();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double row = Math.max(train.prefHeight(-1), transport.prefHeight(-1));
        double below = track.prefHeight(-1);
        double inside = stacked(width < 0 ? getWidth() : width) ? row + 4 + below : Math.max(row, below);
        return snappedTopInset() + inside + historyHeight() + snappedBottomInset();
    }

    private double historyHeight() {
        return history.isManaged() ? snapSizeY(history.prefHeight(-1)) : 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return Double.MAX_VALUE;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 1000;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 300;
    }

    @Override
    protected void layoutChildren() {
        boolean compact = getWidth() < COMPACT_BELOW * factor();
        train.setCompact(compact);
        transport.setCompact(compact);
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double below = historyHeight();
        double height = getHeight() - top - snappedBottomInset() - below;
        history.resizeRelocate(left, top + height, getWidth() - left - snappedRightInset(), below);
        boolean stacked = stacked(getWidth());
        double row = stacked ? Math.max(train.prefHeight(-1), transport.prefHeight(-1)) : height;
        double x = left;
        double trainWidth = snapSizeX(train.prefWidth(-1));
        train.resizeRelocate(x, top, trainWidth, row);
        x += trainWidth + GAP;
        line.resizeRelocate(snapPositionX(x), top + 6, 1, row - 12);
        x += GAP;
        double transportWidth = snapSizeX(transport.prefWidth(-1));
        transport.resizeRelocate(snapPositionX(x), top, transportWidth, row);
        x += transportWidth + GAP;
        double trackHeight = track.prefHeight(-1);
        if (stacked) {
            track.resizeRelocate(left, top + row + 4, getWidth() - left - snappedRightInset(), trackHeight);
        } else {
            track.resizeRelocate(
                    snapPositionX(x),
                    snapPositionY(top + (height - trackHeight) / 2),
                    getWidth() - snapPositionX(x) - snappedRightInset(),
                    trackHeight);
        }
    }
}
