package isotopy.cli;

import isotopy.project.PointsException;
import isotopy.project.ProjectException;
import java.io.IOException;
import java.util.Locale;

/// A command that cannot go on: one sentence that says what, where and what to do, and the exit status.
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// The work failed.
    static final int FAILED = 1;

    /// The call was wrong.
    static final int WRONG_CALL = 2;

    /// The user ended it by Ctrl-C.
    static final int INTERRUPTED = 130;

    private final int status;
    private final String sentence;

    private Failure(int status, String sentence) {
        super(sentence);
        this.status = status;
        this.sentence = sentence;
    }

    @Override
    public String getMessage() {
        return sentence;
    }

    static Failure failed(String sentence) {
        return new Failure(FAILED, sentence);
    }

    static Failure failed(IOException e) {
        return new Failure(FAILED, e.getMessage() == null ? "a file could not be written or read" : e.getMessage());
    }

    static Failure failed(ProjectException e) {
        return new Failure(FAILED, String.valueOf(e.getMessage()));
    }

    static Failure failed(PointsException e) {
        var remedy = e.row() ? "; mend the row, or leave bad rows out with --skip-bad-rows" : "";
        return new Failure(FAILED, e.getMessage() + remedy);
    }

    static Failure wrongCall(String sentence) {
        return new Failure(WRONG_CALL, sentence);
    }

    static Failure interrupted(String sentence) {
        return new Failure(INTERRUPTED, sentence);
    }

    /// A sentence as it goes on after a colon: one that begins with an article does so in small letters.
    static String small(String sentence) {
        return sentence.matches("(?s)(The|A|An) .*")
                ? sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1)
                : sentence;
    }

    int status() {
        return status;
    }
}
