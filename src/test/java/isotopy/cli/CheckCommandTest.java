package isotopy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.check.Oracle;
import isotopy.check.Oracle.Relation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final Oracle RIGHT = new Oracle("One", "right", Relation.EQUAL, 1, 0.1, () -> 1);
    private static final Oracle WRONG = new Oracle("Two", "wrong", Relation.EQUAL, 1, 0.1, () -> 2);
    private static final Oracle BROKEN = new Oracle("Two", "broken", Relation.EQUAL, 1, 0.1, () -> {
        throw new IllegalStateException("it broke");
    });

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    private CheckCommand command(boolean ending, Oracle... oracles) {
        return new CheckCommand(
                new Terminal(new PrintWriter(said), new PrintWriter(said), false, () -> ending), List.of(oracles));
    }

    @Test
    void aTableIsPrintedGroupByGroup() {
        assertThat(command(false, RIGHT, WRONG, BROKEN).call()).isEqualTo(1);
        var lines = said.toString().lines().map(String::strip).toList();
        assertThat(lines.get(0)).startsWith("expected");
        assertThat(lines.subList(1, 4))
                .satisfies(part -> assertThat(part.get(2)).startsWith("right"));
        assertThat(lines).contains("One", "Two", "it broke");
        assertThat(lines.getLast()).matches("3 rows in \\d+\\.\\d s: 2 fail\\.");
    }

    @Test
    void whereAllHoldsTheStatusIsZero() throws Exception {
        var command = command(false, RIGHT);
        command.report = folder.resolve("check.json");
        assertThat(command.call()).isZero();
        assertThat(said.toString()).contains("1 row in ").contains(": all hold.");
        assertThat(Files.readString(folder.resolve("check.json"))).contains("\"failures\": 0");
    }

    @Test
    void ctrlCEndsItAfterARow() {
        var command = command(true, RIGHT, WRONG);
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(Failure.class, command::call))
                .hasMessage("stopped after 1 row of 2")
                .matches(failure -> failure.status() == 130);
    }
}
