package isotopy.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CheckReportTest {
    private static final Oracle RIGHT = Oracle.equal("A", "one", 0.0145, 5e-5, () -> 0.01451);
    private static final Oracle WRONG = Oracle.zero("A", "two", 1e-9, () -> 1.2345e-8);
    private static final Oracle BROKEN = Oracle.zero("B", "three", 0, () -> {
        throw new IllegalStateException("it broke");
    });
    private static final Oracle ABOVE = new Oracle("B", "four", Oracle.Relation.AT_LEAST, 2, 0.5, () -> 1.5);
    private static final Oracle BELOW = new Oracle("B", "five", Oracle.Relation.AT_MOST, 2, 0, () -> 3);
    private static final Oracle NONE = Oracle.zero("B", "six", 1, () -> Double.NaN);

    private static CheckReport report(Oracle... oracles) {
        return CheckReport.of(List.of(oracles), finding -> true);
    }

    @Test
    void aRowHoldsWhereTheNumberIsNearEnough() {
        assertThat(report(RIGHT, WRONG, BROKEN, ABOVE, BELOW, NONE).findings().stream()
                        .map(Finding::holds))
                .containsExactly(true, false, false, true, false, false);
        assertThat(report(RIGHT, WRONG, BROKEN).failures()).isEqualTo(2);
        assertThat(report(BROKEN).findings().getFirst().remark()).isEqualTo("it broke");
    }

    @Test
    void columnsStandBelowEachOther() {
        assertThat(CheckReport.head()).isEqualTo(" ".repeat(60) + "    expected       found tolerance  ok");
        assertThat(CheckReport.row(RIGHT.find()))
                .isEqualTo("one" + " ".repeat(57) + "      0.0145     0.01451      5e-5 yes");
        assertThat(CheckReport.row(WRONG.find()))
                .isEqualTo("two" + " ".repeat(57) + "           0     1.23e-8      1e-9  NO");
        assertThat(CheckReport.row(BROKEN.find())).endsWith("          0        none         0  NO");
        assertThat(CheckReport.row(ABOVE.find())).endsWith("        ≥ 2         1.5      5e-1 yes");
        assertThat(CheckReport.row(BELOW.find())).endsWith("        ≤ 2           3         0  NO");
    }

    @Test
    void itEndsWhereNoMoreIsWanted() {
        assertThat(CheckReport.of(List.of(RIGHT, WRONG, BROKEN), Finding::holds).findings())
                .hasSize(2);
    }

    @Test
    void scriptsReadTheSameRows() {
        var json = JsonMapper.shared().readTree(report(RIGHT, BROKEN).json());
        assertThat(json.get("rows").asInt()).isEqualTo(2);
        assertThat(json.get("failures").asInt()).isEqualTo(1);
        var right = json.get("findings").get(0);
        assertThat(right.get("what").asString()).isEqualTo("one");
        assertThat(right.get("expected").asDouble()).isEqualTo(0.0145);
        assertThat(right.get("found").asDouble()).isEqualTo(0.01451);
        assertThat(right.get("ok").asBoolean()).isTrue();
        assertThat(json.get("findings").get(1).get("found").isNull()).isTrue();
        assertThat(json.get("findings").get(1).get("remark").asString()).isEqualTo("it broke");
    }
}
