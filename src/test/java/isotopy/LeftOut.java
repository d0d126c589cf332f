package isotopy;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Says at the end of all tests which were left out for want of a reader, and of which one.
///
/// It is found by its name in `META-INF/services`.
public final class LeftOut implements TestExecutionListener {
    private final Map<String, Integer> absences = new TreeMap<>();

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == Status.ABORTED) {
            result.getThrowable()
                    .flatMap(cause -> absence(String.valueOf(cause.getMessage())))
                    .ifPresent(absence -> absences.merge(absence, 1, Integer::sum));
        }
    }

    private static Optional<String> absence(String message) {
        int at = message.indexOf(Readers.LEFT_OUT);
        return at < 0 ? Optional.empty() : Optional.of(message.substring(at + Readers.LEFT_OUT.length()));
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan plan) {
        absences.forEach((absence, count) -> System.out.println(line(absence, count)));
        absences.clear();
    }

    static String line(String absence, int count) {
        return "Left out for want of a reader: " + absence + " (" + count + (count == 1 ? " test)" : " tests)");
    }
}
