package isotopy.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogbookTest {
    @TempDir
    Path folder;

    private static LogRecord note(Level level, String text) {
        var note = new LogRecord(level, text);
        note.setLoggerName("isotopy");
        return note;
    }

    @Test
    void nothingIsWrittenBeforeSomethingHappens() {
        var log = new Logbook(folder.resolve("logs"), "the head");
        assertThat(folder.resolve("logs")).doesNotExist();
        assertThat(log.text()).contains("the head", "Nothing was noted.");
    }

    @Test
    void aLineSaysWhenHowBadWhereAndWhat() throws IOException {
        var log = new Logbook(folder.resolve("logs"), "the head");
        log.publish(note(Level.WARNING, "the disk is nearly full"));
        assertThat(Files.readAllLines(log.file()))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("the head"),
                        second -> assertThat(second)
                                .matches(
                                        "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}  WARNING  isotopy  the disk is"
                                                + " nearly full"));
        assertThat(log.text()).isEqualTo(Files.readString(log.file()));
    }

    @Test
    void anExceptionThatComesAgainIsWrittenOnce() throws IOException {
        var log = new Logbook(folder, "head");
        int fresh = 0;
        for (int k = 0; k < 500; k++) {
            fresh += log.uncaught(Thread.currentThread(), new IllegalStateException("frame " + k)) ? 1 : 0;
        }
        assertThat(fresh).isOne();
        assertThat(Files.readString(log.file()))
                .containsOnlyOnce("IllegalStateException")
                .contains("frame 0", "LogbookTest.java", "10th time", "100th time")
                .doesNotContain("frame 1");
    }

    @Test
    void anotherExceptionIsNew() {
        var log = new Logbook(folder, "head");
        assertThat(log.uncaught(Thread.currentThread(), new IllegalStateException("a")))
                .isTrue();
        assertThat(log.uncaught(Thread.currentThread(), new ArithmeticException("b")))
                .isTrue();
    }

    @Test
    void theFilesStayBelowTwiceTheirSizeAndTheNewestIsKept() throws IOException {
        var log = new Logbook(folder, "head", 4000);
        for (int k = 0; k < 300; k++) {
            log.publish(note(Level.INFO, "line " + k + " " + "x".repeat(50)));
        }
        long size = 0;
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                size += Files.size(file);
            }
        }
        assertThat(size).isLessThan(8200);
        assertThat(log.text()).contains("line 299 ", "line 270 ").doesNotContain("line 0 ");
    }

    @Test
    void whereNothingCanBeWrittenItIsKeptInMemory() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        var log = new Logbook(file.resolve("logs"), "the head");
        log.publish(note(Level.SEVERE, "a failure"));
        assertThat(log.text()).contains("the head", "a failure");
    }

    @Test
    void whatIsOnlyOfInterestToDevelopersIsLeftOut() {
        var log = new Logbook(folder, "head");
        log.publish(note(Level.FINE, "detail"));
        assertThat(log.file()).doesNotExist();
    }

    @Test
    void theHeadSaysWhatTheProgramAndTheMachineAreAndNothingOfTheUser() {
        assertThat(Logbook.head("JavaFX 26"))
                .startsWith("Isotopy ")
                .contains("JavaFX 26", "Java " + System.getProperty("java.version"), System.getProperty("os.arch"))
                .doesNotContain(System.getProperty("user.home"));
    }
}
