package isotopy.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The rows of `isotopy check`, as tests.
class OraclesTest {
    private static final List<Oracle> ALL = Oracles.all();

    @ParameterizedTest(name = "{0}")
    @FieldSource("ALL")
    void everyOracleHolds(Oracle oracle) {
        var finding = oracle.find();
        assertThat(finding.holds())
                .as("%s %s", CheckReport.row(finding), finding.remark())
                .isTrue();
    }

    @Test
    void thereAreThirtyOrMoreAndEachSaysSomethingElse() {
        assertThat(ALL).hasSizeGreaterThanOrEqualTo(30);
        assertThat(ALL.stream().map(oracle -> oracle.group() + oracle.what())).doesNotHaveDuplicates();
    }

    @Test
    void aTableFitsOnATerminal() {
        var rows = Stream.concat(
                Stream.of(CheckReport.head()),
                ALL.stream().map(oracle -> CheckReport.row(new Finding(oracle, -0.00123456789, false, ""))));
        assertThat(rows).allMatch(row -> row.codePointCount(0, row.length()) <= 100);
        assertThat(ALL).allMatch(oracle -> oracle.what().length() <= CheckReport.WHAT);
    }
}
