package isotopy.view;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The hand on the clock of fictitious time: where t is, and how it runs.
///
/// Units: t is kept as a share of T, so that it stays in place when the horizon changes; the speed counts passes of [0,
/// T] per four seconds.
public final class Playback {
    /// What happens at the end.
    public enum Mode {
        ONCE,
        LOOP,
        BACK_AND_FORTH
    }

    private static final double SECONDS = 4;
    private final DoubleProperty share = new SimpleDoubleProperty(0);
    private final BooleanProperty playing = new SimpleBooleanProperty(false);
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.LOOP);
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    private boolean backwards;
    /// Seconds for which a looping playback holds at an end, so that one sees where the particles arrived.
    private double holding;

    /// t / T, in 0 … 1.
    public DoubleProperty shareProperty() {
        return share;
    }

    public BooleanProperty playingProperty() {
        return playing;
    }

    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    public DoubleProperty speedProperty() {
        return speed;
    }

    /// Plays from the beginning when t has come to its end, else from where it is.
    public void toggle() {
        if (!playing.get() && share.get() >= 1 && mode.get() != Mode.BACK_AND_FORTH) {
            share.set(0);
        }
        holding = 0;
        playing.set(!playing.get());
    }

    /// Puts t at a share of T and holds it there.
    public void hold(double at) {
        playing.set(false);
        share.set(Math.max(0, Math.min(1, at)));
    }

    /// Lets t run on for so many seconds of wall time.
    void advance(double seconds) {
        if (!playing.get()) {
            return;
        }
        if (holding > 0) {
            holding -= seconds;
            if (holding <= 0 && mode.get() == Mode.LOOP) {
                share.set(0);
            }
            return;
        }
        boolean back = backwards && mode.get() == Mode.BACK_AND_FORTH;
        double next = share.get() + (back ? -1 : 1) * seconds * speed.get() / SECONDS;
        // at its beginning t has not come to an end, also where no time has passed yet
        if (back ? next > 0 : next < 1) {
            share.set(next);
            return;
        }
        share.set(Math.max(0, Math.min(1, next)));
        switch (mode.get()) {
            case ONCE -> playing.set(false);
            case LOOP -> {
                backwards = false;
                holding = 0.8;
            }
            case BACK_AND_FORTH -> {
                backwards = next >= 1;
                holding = 0.5;
            }
        }
    }
}
