package isotopy.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.Kind;
import isotopy.target.Labels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableImportTest {
    @TempDir
    Path folder;

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("t.csv"), text);
    }

    private TableImport.Outcome read(String text, Columns columns, boolean rescale, boolean skip) throws Exception {
        return new TableImport(file(text), columns, rescale, skip).read((bytes, all) -> true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x1,x2,y1,y2     | PLANE    | x1,x2,y1,y2
            Y2,a,X1,X2,Y1   | PLANE    | X1,X2,Y1,Y2
            x,y             | LINE     | x,y
            x1,x2,label     | LABELS   | x1,x2,label
            x1,x2,u         | FUNCTION | x1,x2,u
            a,b,c,d         | PLANE    | a,b,c,d
            a,b             | LINE     | a,b
            a,b,c           | FUNCTION | a,b,c
            name,a,b        | LABELS   | a,b,name
            """)
    void theKindIsGuessedByNamesThenByNumbers(String header, Kind kind, String names) throws Exception {
        var cells = new ArrayList<String>();
        for (var name : header.split(",")) {
            cells.add(name.equals("name") || name.equals("label") ? "one" : "1.5");
        }
        var table = Table.preview(file(header + "\n" + String.join(",", cells) + "\n"));
        assertThat(table.guess()).hasValue(new Columns(kind, List.of(names.split(","))));
        assertThat(table.header()).containsExactly(header.split(","));
        assertThat(table.first()).containsExactly(cells);
        assertThat(table.title()).isEqualTo("t.csv");
        assertThat(table.rows()).isEqualTo(1);
        assertThat(table.complete()).isTrue();
    }

    @Test
    void whereNothingFitsNothingIsGuessed() throws Exception {
        assertThat(Table.preview(file("a,b\none,two\n")).guess()).isEmpty();
        assertThat(Table.preview(file("a,b\n")).first()).isEmpty();
    }

    @Test
    void aLongTableIsSeenByItsFirstRowsAndAboutItsLength() throws Exception {
        var text = new StringBuilder("x,y\n");
        for (int k = 0; k < 50_000; k++) {
            text.append(k % 7 * 0.125).append(',').append(k % 5 * 0.25).append('\n');
        }
        var table = Table.preview(file(text.toString()));
        assertThat(table.first()).hasSize(Table.PREVIEW).startsWith(List.of("0.0", "0.0"), List.of("0.125", "0.25"));
        assertThat(table.complete()).isFalse();
        assertThat(table.rows()).isBetween(45_000L, 55_000L);
    }

    @Test
    void columnsAreChosenByName() throws Exception {
        var text = "a,b,c,d,e\n1,2,3,4,5\n6,7,8,9,0\n";
        var line = (TableImport.Outcome.Read) read(text, new Columns(Kind.LINE, List.of("e", "b")), false, false);
        assertThat(line.target())
                .isEqualTo(new Correspondence("t.csv", Points.of(new double[] {5, 0}), Points.of(new double[] {2, 7})));
        var values =
                (TableImport.Outcome.Read) read(text, new Columns(Kind.FUNCTION, List.of("d", "a", "c")), false, false);
        assertThat(values.target())
                .isEqualTo(new Correspondence(
                        "t.csv", Points.of(new double[] {4, 9}, new double[] {1, 6}), Points.of(new double[] {3, 8})));
        var classes =
                (TableImport.Outcome.Read) read(text, new Columns(Kind.LABELS, List.of("d", "a", "c")), false, false);
        assertThat(classes.target())
                .isEqualTo(new Labels(
                        "t.csv",
                        Points.of(new double[] {4, 9}, new double[] {1, 6}),
                        List.of(0, 1),
                        List.of("3", "8")));
    }

    @Test
    void badRowsRefuseTheWholeOrAreLeftOut() throws Exception {
        var text = "x,y\n1,2\n3\n4,x\n\n5,6\n";
        var bad = new BadRows(
                2,
                List.of(
                        new BadRows.Row(3, "the row has 1 values, the header 2"),
                        new BadRows.Row(4, "y is not a number: 'x'")));
        assertThat(read(text, new Columns(Kind.LINE), false, false)).isEqualTo(new TableImport.Outcome.Refused(bad));
        assertThat(read(text, new Columns(Kind.LINE), false, true))
                .isEqualTo(new TableImport.Outcome.Read(
                        new Correspondence("t.csv", Points.of(new double[] {1, 5}), Points.of(new double[] {2, 6})),
                        bad));
    }

    @Test
    void allBadRowsAreCountedAndAThousandKept() throws Exception {
        var text = "x,y\n1,2\n" + "no\n".repeat(3000);
        var refused = (TableImport.Outcome.Refused) read(text, new Columns(Kind.LINE), false, false);
        assertThat(refused.bad().count()).isEqualTo(3000);
        assertThat(refused.bad().first())
                .hasSize(1000)
                .last()
                .extracting(BadRows.Row::line)
                .isEqualTo(1002L);
    }

    @Test
    void whereEveryRowIsBadTheFirstIsNamed() throws Exception {
        assertThatThrownBy(() -> read("x,y\n1,a\n2,b\n", new Columns(Kind.LINE), false, true))
                .isInstanceOf(PointsException.class)
                .hasMessageContaining("there is no row to read; below the header must stand pairs x,y;"
                        + " line 2: y is not a number: 'a'");
    }

    @Test
    void scaledExamplesLieInTheUnitBoxAndLeadBack() throws Exception {
        var text = "x1,x2,y1,y2\n100,5,0,-3\n300,7,0.5,-3\n150,6,0.25,9\n";
        var pairs =
                (Correspondence) ((TableImport.Outcome.Read) read(text, new Columns(Kind.PLANE), true, false)).target();
        var scaling = pairs.scaling().orElseThrow();
        assertThat(pairs.x().row(0)).containsExactly(new double[] {-1, 1, -0.5}, offset(1e-15));
        assertThat(pairs.x().row(1)).containsExactly(new double[] {-0.01, 0.01, 0}, offset(1e-15));
        assertThat(pairs.y().row(1)).containsExactly(new double[] {-1, -1, 1}, offset(1e-15));
        assertThat(scaling.inputReach()).isEqualTo(100);
        assertThat(scaling.outputReach()).isEqualTo(6);
        assertThat(scaling.userGoals(pairs.y()).row(0)).containsExactly(new double[] {0, 0.5, 0.25}, offset(1e-15));
        var labels = (Labels) ((TableImport.Outcome.Read)
                        read("x1,x2,label\n10,0,a\n30,4,b\n", new Columns(Kind.LABELS), true, false))
                .target();
        assertThat(labels.x().row(0)).containsExactly(-1, 1);
        assertThat(labels.scaling().orElseThrow().outputReach()).isEqualTo(1);
        assertThat(UnitBox.of(labels)).isSameAs(labels);
    }

    @Test
    void progressIsToldAndStopsTheReading() throws Exception {
        var text = "x,y\n" + "1,2\n".repeat(20_000);
        var told = new ArrayList<Long>();
        var table = new TableImport(file(text), new Columns(Kind.LINE), false, false);
        assertThat(table.read((bytes, all) -> {
                    assertThat(all).isEqualTo(text.length());
                    told.add(bytes);
                    return told.size() < 3;
                }))
                .isEqualTo(new TableImport.Outcome.Stopped());
        assertThat(told).hasSize(3).isSorted();
        table.read((bytes, all) -> told.add(bytes));
        assertThat(told).last().isEqualTo((long) text.length());
    }

    @Test
    void aMillionRowsPassAndOneMoreDoesNot() throws Exception {
        var rows = "0.5,0.25,a\n-1,2,b\n".repeat(500_000);
        var table = new TableImport(Path.of("no.csv"), new Columns(Kind.LABELS), true, false);
        var read = table.read(source("x1,x2,label\n" + rows), (bytes, all) -> true);
        assertThat(((TableImport.Outcome.Read) read).target())
                .isInstanceOfSatisfying(
                        Labels.class, labels -> assertThat(labels.x().size()).isEqualTo(1_000_000));
        assertThatThrownBy(() -> table.read(source("x1,x2,label\n" + rows + "0,0,a\n"), (bytes, all) -> true))
                .isInstanceOf(PointsException.class)
                .hasMessage("no.csv: there are more than 1,000,000 points; train on a part of them");
    }

    private static Source source(String text) {
        return Source.of("no.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aColumnOfNumbersIsNoColumnOfLabels() {
        var text = new StringBuilder("x1,x2,label\n");
        for (int k = 0; k < 5000; k++) {
            text.append("0,0,").append(k).append('\n');
        }
        assertThatThrownBy(() -> read(text.toString(), new Columns(Kind.LABELS), false, false))
                .hasMessageContaining("there must be 2 … 20 different labels, and there are more than 1,000;");
    }

    @Test
    void theHeaderChoosesTheKind() throws Exception {
        assertThat(TableImport.usual(file("u,x2,x1\n"))).isEqualTo(new Columns(Kind.FUNCTION));
        assertThat(TableImport.usual(file("y,x\n"))).isEqualTo(new Columns(Kind.LINE));
        assertThat(TableImport.usual(file("y1,y2,x1,x2,label,u\n"))).isEqualTo(new Columns(Kind.PLANE));
        assertThat(TableImport.usual(file("x2,label\n"))).isEqualTo(new Columns(Kind.LABELS));
        assertThat(TableImport.usual(file("what\n"))).isEqualTo(new Columns(Kind.PLANE));
    }
}
