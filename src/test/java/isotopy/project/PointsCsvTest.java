package isotopy.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.Labels;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointsCsvTest {
    @TempDir
    Path folder;

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("pairs.csv"), text);
    }

    private Correspondence pairs(String text) throws Exception {
        return (Correspondence) PointsCsv.readExamples(file(text), false).target();
    }

    private static Correspondence expected(double[]... columns) {
        return new Correspondence("pairs.csv", Points.of(columns[0], columns[1]), Points.of(columns[2], columns[3]));
    }

    @Test
    void columnsAreFoundByNameInAnyOrder() throws Exception {
        assertThat(pairs("y2,label,x1,x2,y1\n4,a,1,2,3\n-8e-1,\"b, \"\"c\"\"\n d\",+5.,.6,7E2\n"))
                .isEqualTo(expected(
                        new double[] {1, 5}, new double[] {2, 0.6}, new double[] {3, 700}, new double[] {4, -0.8}));
    }

    @Test
    void marksCommentsBlankLinesSpacesAndForeignLineEndsAreNoFault() throws Exception {
        var text = "\uFEFF# made by hand\r\n x1 ,\"x2\",y1,y2\r\n\r\n1, 2 ,3,4\r\n# and so on\r\n\"5\",6,7,8";
        assertThat(pairs(text))
                .isEqualTo(
                        expected(new double[] {1, 5}, new double[] {2, 6}, new double[] {3, 7}, new double[] {4, 8}));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,2,3      | line 3: the row has 3 values, the header 4
            1,2,3,4,5  | line 3: the row has 5 values, the header 4
            1,2,,4     | line 3: y1 is missing
            1,2,3,4,5,6,7,8 | line 3: the row has 8 values, the header 4; the decimal mark is '.', as in 0.5
            1,2,"0,5",4 | line 3: y1 is not a number: '0,5'; the decimal mark is '.', as in 0.5
            1,2,x,4    | line 3: y1 is not a number: 'x'
            1,2,NaN,4  | line 3: y1 is not a number: 'NaN'
            1,2,inf,4  | line 3: y1 is not a number: 'inf'
            1,2,0x1p3,4 | line 3: y1 is not a number: '0x1p3'
            1,2,1d,4   | line 3: y1 is not a number: '1d'
            1,2,1e999,4 | line 3: y1 is beyond ±1.8e308: 1e999
            """)
    void aBadRowIsNamedByItsLine(String row, String reason) throws Exception {
        var file = file("x1,x2,y1,y2\n1,2,3,4\n" + row + "\n5,6,7,8\nx\n");
        assertThatThrownBy(() -> PointsCsv.readExamples(file, false))
                .isInstanceOf(PointsException.class)
                .hasMessage(file + ", " + reason)
                .matches(e -> ((PointsException) e).row());
        var read = PointsCsv.readExamples(file, true);
        assertThat(read.skipped()).isEqualTo(2);
        assertThat(read.firstSkipped()).isEqualTo(file + ", " + reason);
        assertThat(read.target())
                .isEqualTo(
                        expected(new double[] {1, 5}, new double[] {2, 6}, new double[] {3, 7}, new double[] {4, 8}));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x1,x2,y1     | line 1: there is no column y2 among 'x1,x2,y1'; the first line must name the columns x1,x2,y1,y2
            X1,X2,Y1,Y2  | line 1: there is no column x1 among 'X1,X2,Y1,Y2'; names are written in small letters: rename X1 to x1
            x1;x2;y1;y2  | line 1: there is no column x1 among 'x1;x2;y1;y2'
            0.1,0.2,0,0  | line 1: there is no column x1 among '0.1,0.2,0,0'
            x;y          | line 1: there is no column x1 among 'x;y'; the columns are separated by ';': save the table with ','
            a,b          | the columns x1,x2,y1,y2 (a map of the plane), x,y (a curve), x1,x2,u (a function) or x1,x2,label
            x1,x2,y1,y2,x1 | line 1: there are two columns 'x1'; rename one of them
            x1,x2,y1,y2  | there is no row to read
            """)
    void aHeaderThatSaysTooLittleIsNamed(String header, String reason) throws Exception {
        var file = file(header + "\n");
        assertThatThrownBy(() -> PointsCsv.readExamples(file, true))
                .isInstanceOf(PointsException.class)
                .hasMessageContaining(reason)
                .matches(e -> !((PointsException) e).row());
    }

    @Test
    void whatIsNoFileOrEmptyIsNamed() throws Exception {
        var missing = folder.resolve("missing.csv");
        assertRefused(missing, missing + ": there is no such file; check its name and folder");
        assertRefused(folder, folder + ": this is a folder");
        assertRefused(file(""), "line 1: the file is empty; its first line must name the columns");
        assertRefused(file("# only this\n"), "the file is empty");
        assertRefused(file("x1,x2,y1,y2\n1,2,3,4\n\"5,6,7,8\n" + "1,2,3,4\n".repeat(300_000)), "a quote (\") that is");
        assertRefused(file("x1,x2,y1,y2\n1,2,\u0007\u001b[31m,4\n"), "not a number: '  [31m'");
        assertRefused(file("\u0089PNG\r\n\u001a\n\u0000\u0000"), "this is not UTF-8 text; save the table as");
    }

    private static void assertRefused(Path file, String sentence) {
        assertThatThrownBy(() -> PointsCsv.readExamples(file, false))
                .isInstanceOf(PointsException.class)
                .hasMessageContaining(sentence)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void pairsThatWereWrittenAreReadBackExactly() throws Exception {
        var random = new SplittableRandom(3);
        var columns = new double[4][10_000];
        for (var column : columns) {
            for (int k = 0; k < column.length; k++) {
                column[k] = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(60) - 30);
            }
        }
        columns[0][0] = -0.0;
        columns[1][0] = Double.MIN_VALUE;
        columns[2][0] = -Double.MAX_VALUE;
        var file = folder.resolve("pairs.csv");
        var pairs = expected(columns);
        try (var out = Files.newOutputStream(file);
                var rows = new PointsCsv.Rows(out, PointsCsv.STARTS, PointsCsv.GOALS)) {
            rows.write(pairs.x(), pairs.y());
        }
        var lines = Files.readAllLines(file);
        assertThat(lines.getFirst()).isEqualTo("x1,x2,y1,y2");
        assertThat(lines.get(1)).startsWith("-0.0,4.9E-324,-1.7976931348623157E308,");
        assertThat(PointsCsv.readExamples(file, false).target()).isEqualTo(expected(columns));
    }

    @Test
    void pointsComeInParts() throws Exception {
        var text = new StringBuilder("a,x2,x1\n");
        for (int k = 0; k < 10; k++) {
            text.append(k == 4 ? "bad\n" : k + "," + 10 * k + "," + 100 * k + "\n");
        }
        try (var reader = PointsReader.open(file(text.toString()), PointsCsv.STARTS, true)) {
            assertThat(reader.header()).containsExactly("a", "x2", "x1");
            assertThat(reader.next(4))
                    .hasValue(Points.of(new double[] {0, 100, 200, 300}, new double[] {0, 10, 20, 30}));
            assertThat(reader.next(4))
                    .hasValue(Points.of(new double[] {500, 600, 700, 800}, new double[] {50, 60, 70, 80}));
            reader.reject(1, "it flew away");
            assertThat(reader.next(4)).hasValue(Points.single(900, 90));
            assertThat(reader.next(4)).isEmpty();
            assertThat(reader.skipped()).isEqualTo(2);
            assertThat(reader.firstSkipped()).endsWith("line 6: the row has 1 values, the header 3");
        }
    }

    @Test
    void theFirstColumnsServeWhereTheNamedAreMissing() throws Exception {
        try (var reader = PointsReader.openNamedOrFirst(file("u,v,y1\n1,2,3\n"), PointsCsv.GOALS, false)) {
            assertThat(reader.next(9)).hasValue(Points.single(1, 2));
        }
        try (var reader = PointsReader.openNamedOrFirst(file("u,y2,y1\n1,2,3\n"), PointsCsv.GOALS, false)) {
            assertThat(reader.next(9)).hasValue(Points.single(3, 2));
        }
        var narrow = file("u\n1\n");
        assertThatThrownBy(() -> PointsReader.openNamedOrFirst(narrow, PointsCsv.GOALS, false))
                .isInstanceOf(PointsException.class);
    }

    @Test
    void rowsStandSideBySide() throws Exception {
        var into = new ByteArrayOutputStream();
        try (var rows = new PointsCsv.Rows(into, PointsCsv.GOALS, PointsCsv.STARTS)) {
            rows.write(Points.single(0.1, -2), Points.single(1e-300, 3));
        }
        assertThat(into.toString(StandardCharsets.UTF_8)).isEqualTo("y1,y2,x1,x2\n0.1,-2.0,1.0E-300,3.0\n");
    }

    @Test
    void aSpoiledFileIsReadOrRefusedInOneSentence() throws Exception {
        var sound = "# remark\nx1,x2,y1,y2\n1.5,-2e3,3,4\n\"5\",6,7,8\n".getBytes(StandardCharsets.UTF_8);
        var file = folder.resolve("spoiled.csv");
        int refused = 0;
        for (long seed = 1; seed <= 2000; seed++) {
            var random = new SplittableRandom(seed);
            var bytes = sound.clone();
            for (int k = 0; k < 2; k++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, bytes);
            try {
                PointsCsv.readExamples(file, false);
            } catch (PointsException e) {
                refused++;
                assertThat(e.getMessage())
                        .as("seed %s", seed)
                        .startsWith(file.toString())
                        .doesNotContain("\n");
            } catch (RuntimeException e) {
                fail("seed " + seed, e);
            }
        }
        assertThat(refused).isBetween(1000, 1999);
    }

    @Test
    void labelsAreClassesInTheirOrder() throws Exception {
        var read = PointsCsv.readExamples(file("label,x1,x2\n10,1,2\n 9 ,3,4\n10,5,6\n"), false);
        assertThat(read.target())
                .isEqualTo(new Labels(
                        "pairs.csv",
                        Points.of(new double[] {1, 3, 5}, new double[] {2, 4, 6}),
                        List.of(1, 0, 1),
                        List.of("9", "10")));
        var words = (Labels) PointsCsv.readExamples(file("x1,x2,label\n1,2,in\n3,4,\"a, \"\"b\"\"\"\n5,6,9\n"), false)
                .target();
        assertThat(words.names()).containsExactly("9", "a, \"b\"", "in");
        assertThat(words.classes()).containsExactly(2, 1, 0);
    }

    @Test
    void manyLabelledPointsPassInParts() throws Exception {
        var text = new StringBuilder("x1,x2,label\n");
        for (int k = 0; k < 10_000; k++) {
            text.append(k).append(",0,").append(k % 3 == 0 ? "c" : "d").append('\n');
        }
        var labels =
                (Labels) PointsCsv.readExamples(file(text.toString()), false).target();
        assertThat(labels.x().size()).isEqualTo(10_000);
        for (int k = 0; k < 10_000; k++) {
            assertThat(labels.x().at(0, k)).isEqualTo(k);
            assertThat(labels.classes().get(k)).isEqualTo(k % 3 == 0 ? 0 : 1);
        }
    }

    @Test
    void goalsGoBeforeLabels() throws Exception {
        assertThat(PointsCsv.readExamples(file("x1,x2,y1,y2,label\n1,2,3,4,a\n"), false)
                        .target())
                .isInstanceOf(Correspondence.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x1,x2,label/1,2,a/3,4,     | line 3: label is missing
            x1,x2,label/1,2,a/3,x,b    | line 3: x2 is not a number: 'x'
            x1,x2,label/1,2,a/3,4,a    | there must be 2 … 20 different labels, and there is 1; name few classes in
            x1,x2,label                | there is no row to read; below the header must stand points x1,x2,label
            x2,label/1,2               | line 1: there is no column x1 among
            x1,x2,Label/1,2,a          | line 1: there is no column y1 among 'x1,x2,Label'; the first line must name
            """)
    void aFaultAmongLabelsIsNamed(String lines, String reason) throws Exception {
        var file = file(lines.replace('/', '\n') + "\n");
        assertThatThrownBy(() -> PointsCsv.readExamples(file, false))
                .isInstanceOf(PointsException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void badRowsAmongLabelsMayBeLeftOut() throws Exception {
        var read = PointsCsv.readExamples(file("x1,x2,label\n1,2,a\n3,x,b\n5,6,\n7,8,c\n"), true);
        assertThat(read.skipped()).isEqualTo(2);
        assertThat(((Labels) read.target()).classes()).containsExactly(0, 1);
        assertThat(read.target().dimension()).isEqualTo(2);
    }
}
