package isotopy.project;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.target.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFuzzTest {
    private static final String[] WHOLE = {
        "x1,x2,y1,y2\n1.5,-2e3,3,4\n\"5\",6,7,8\n",
        "# remark\nx,y\r\n1,2\r\n.5,+3.\r\n",
        "\uFEFFx1,x2,label\n1,2,in\n3,4,\"a, \"\"b\"\"\"\n5,6,9\n",
        "x1,x2,u\n0.25,0.5,-1e-300\n-0,1e300,4\n",
        "name,b,a\nÅngström,1,2\n\"two\nlines\",3,4\n"
    };
    private static final String SPOILS = ",,,,\"\"\n\n\r\t #;.+-eE0123456789xyu1l\u0000\u0007\u2028\uFEFFé😀∞\\/'";
    private static final String[] NUMBERS = {"1e999", "-1e308", "1e-999", "NaN", "Infinity", "0x1p3", "9".repeat(400)};

    /// Broken tables end in a target, in bad rows or in a sentence. A limit of time is set around all of them only.
    @Timeout(120)
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void brokenTablesEndInATargetOrASentence(long seed) {
        var random = new SplittableRandom(seed);
        int read = 0;
        for (int i = 0; i < 15_000; i++) {
            var bytes = broken(random);
            try {
                read += read(Source.of("broken.csv", bytes), random) ? 1 : 0;
            } catch (PointsException answer) {
                assertThat(answer.getMessage())
                        .as("seed %s, case %s", seed, i)
                        .matches("broken\\.csv[:,] [^\\n\\r\\x00\\x07]{10,600}")
                        .doesNotContain("Exception", "fastcsv");
            } catch (RuntimeException | Error other) {
                throw new AssertionError(
                        "seed " + seed + ", case " + i + ": " + new String(bytes, StandardCharsets.UTF_8), other);
            }
        }
        assertThat(read).as("some are still read").isBetween(1000, 14_000);
    }

    /// Looks at the table first, as the window does, then imports what it seems to hold.
    private static boolean read(Source source, SplittableRandom random) throws PointsException {
        var table = Table.preview(source);
        assertThat(table.rows()).isGreaterThanOrEqualTo(table.first().size());
        var columns = table.guess().orElse(new Columns(Kind.values()[random.nextInt(4)]));
        var asked = new TableImport(Path.of("broken.csv"), columns, random.nextBoolean(), random.nextBoolean());
        return switch (asked.read(source, (bytes, all) -> true)) {
            case TableImport.Outcome.Read(var target, var leftOut) -> {
                assertThat(target.kind()).isEqualTo(columns.kind());
                assertThat(leftOut.first()).hasSize((int) leftOut.count());
                yield true;
            }
            case TableImport.Outcome.Refused(var bad) -> {
                assertThat(bad.first())
                        .allMatch(row -> row.line() > 1 && !row.reason().isBlank());
                yield false;
            }
            case TableImport.Outcome.Stopped() -> throw new AssertionError("nobody stopped it");
        };
    }

    private static byte[] broken(SplittableRandom random) {
        if (random.nextInt(50) == 0) {
            var bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            return bytes;
        }
        var text = new StringBuilder(WHOLE[random.nextInt(WHOLE.length)]);
        for (int k = random.nextInt(3); k >= 0; k--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(7)) {
                case 0 -> text.insert(at, SPOILS.charAt(random.nextInt(SPOILS.length())));
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(6)));
                case 2 -> text.insert(at, NUMBERS[random.nextInt(NUMBERS.length)]);
                case 3 -> text.insert(at, (char) random.nextInt(0x10000));
                case 4 -> text.setLength(at);
                case 5 ->
                    text.insert(
                            at,
                            List.of("\"", "\"\"", "[[[[((((", "\n\n\n", ",,,,").get(random.nextInt(5)));
                default -> text.append(text, at / 2, at);
            }
        }
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(4) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
