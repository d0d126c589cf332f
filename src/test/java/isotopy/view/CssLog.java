package isotopy.view;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// What JavaFX complains about in the style sheets while this is open.
final class CssLog extends Handler implements AutoCloseable {
    private final Logger logger = Logger.getLogger("javafx.css");
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    CssLog() {
        logger.addHandler(this);
    }

    List<String> complaints() {
        return complaints;
    }

    @Override
    public void publish(LogRecord complaint) {
        complaints.add(complaint.getMessage());
    }

    @Override
    public void flush() {
        // nothing is kept back
    }

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
