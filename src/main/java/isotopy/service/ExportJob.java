package isotopy.service;

import java.nio.file.Path;

/// One export on its way. Safe for any thread: the exporter writes how far it is, the window reads it and may cancel.
public final class ExportJob {
    /// How it stands.
    public sealed interface State {
        /// It waits or works; `share` of the way is done.
        record Working(double share) implements State {}

        /// The whole file is there.
        record Done() implements State {}

        /// It was cancelled and left no file.
        record Cancelled() implements State {}

        /// It could not be written, for a reason that the sentence tells, and left no file.
        record Failed(String sentence) implements State {}
    }

    private final Path file;
    private volatile State state = new State.Working(0);
    private volatile boolean cancelled;

    ExportJob(Path file) {
        this.file = file;
    }

    /// The file that is written.
    public Path file() {
        return file;
    }

    public State state() {
        return state;
    }

    /// Stops it after the present frame.
    public void cancel() {
        cancelled = true;
    }

    boolean cancelled() {
        return cancelled;
    }

    void reach(State reached) {
        state = reached;
    }
}
