package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.figure.Look;
import isotopy.math.Box;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EditHistoryTest {
    private static FlowSnapshot flow;
    private final EditHistory history = new EditHistory();

    @BeforeAll
    static void rest() {
        flow = Fx.trained(Experiment.standard(Preset.IDENTITY), 0);
    }

    @Test
    void undoAndRedoWalkThroughTheStatesInOrder() {
        remember("first", new Object(), 1);
        remember("second", new Object(), 2);
        assertThat(history.undoLabelProperty().get()).contains("second");
        assertThat(undo(3)).isEqualTo(2);
        assertThat(undo(2)).isEqualTo(1);
        assertThat(history.undo(state(1))).isEmpty();
        assertThat(history.redoLabelProperty().get()).contains("first");
        assertThat(redo(1)).isEqualTo(2);
        assertThat(redo(2)).isEqualTo(3);
        assertThat(history.redo(state(3))).isEmpty();
    }

    @Test
    void theEditsOfOneGestureAreOneUndo() {
        var gesture = new Object();
        remember("drag", gesture, 1);
        remember("drag", gesture, 2);
        remember("drag", gesture, 3);
        assertThat(undo(4)).isEqualTo(1);
        assertThat(history.undoLabelProperty().get()).isEmpty();
    }

    @Test
    void anEndedGestureIsNotContinued() {
        remember("slider", "depth", 1);
        history.endGesture();
        remember("slider", "depth", 2);
        assertThat(undo(3)).isEqualTo(2);
        assertThat(undo(2)).isEqualTo(1);
    }

    @Test
    void aNewEditForgetsWhatCouldBeRedone() {
        remember("first", new Object(), 1);
        undo(2);
        remember("other", new Object(), 1);
        assertThat(history.redoLabelProperty().get()).isEmpty();
    }

    @Test
    void theOldestOfVeryManyEditsAreForgotten() {
        for (int k = 0; k < 300; k++) {
            remember("edit", new Object(), k);
        }
        int undone = 0;
        while (history.undo(state(300)).isPresent()) {
            undone++;
        }
        assertThat(undone).isEqualTo(200);
    }

    private void remember(String label, Object gesture, long seed) {
        history.remember(new EditHistory.Moment(label, gesture, false, false, state(seed)));
    }

    private long undo(long present) {
        return history.undo(state(present))
                .orElseThrow()
                .state()
                .experiment()
                .seed();
    }

    private long redo(long present) {
        return history.redo(state(present))
                .orElseThrow()
                .state()
                .experiment()
                .seed();
    }

    private static EditHistory.State state(long seed) {
        return new EditHistory.State(flow.experiment().withSeed(seed), flow, false, Pending.NOTHING, Look.standard(Box.UNIT));
    }
}
