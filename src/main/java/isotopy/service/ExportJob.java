package isotopy.service;

import java.nio.file.Path;

/// One export on its way. Safe for any thread: the exporter writes how far it is, the window reads it and may cancel.
public final class ExportJob {
    /// How it stands.
    public sealed interface State {
        /// It waits for those before it.
        record Waiting() implements State {}

        /// It works.
        record Working(Pulse pulse) implements State {}

        /// The whole file is there, or every file of several.
        record Done() implements State {}

        /// It was cancelled and left no file.
        record Cancelled() implements State {}

        /// It could not be written, for a reason that the sentence tells, and left no file.
        record Failed(String sentence) implements State {}

        /// Whether nothing more will happen.
        default boolean over() {
            return switch (this) {
                case Waiting(), Working _ -> false;
                case Done(), Cancelled(), Failed _ -> true;
            };
        }
    }

    /// How far one is that works, and how fast.
    ///
    /// @param share of the way, in 0 … 1
    /// @param frames of all its files; 1 of a picture
    /// @param seconds since it began
    public record Pulse(double share, int frames, double seconds) {
        /// How many frames are done, as if there were one pass.
        public int frame() {
            return (int) Math.floor(share * frames);
        }

        /// Frames a second so far; 0 while nothing is done.
        public double rate() {
            return seconds > 0 ? share * frames / seconds : 0;
        }

        /// Seconds that are left if it goes on like this; infinite while nothing is done.
        public double left() {
            return share > 0 ? seconds * (1 - share) / share : Double.POSITIVE_INFINITY;
        }
    }

    private final Path file;
    private volatile State state = new State.Waiting();
    private volatile boolean cancelled;

    ExportJob(Path file) {
        this.file = file;
    }

    /// The file that is written, or the first part of the names of several.
    public Path file() {
        return file;
    }

    public State state() {
        return state;
    }

    /// Stops it after the present frame, or before it begins.
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
