package isotopy.project;

import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.Kind;
import isotopy.target.Labels;
import isotopy.target.TargetMap;
import java.util.ArrayList;
import java.util.List;

/// Writes and reads given examples in full: pairs of the plane and of the line, values of a function, and points with
/// classes. Where they were brought to the unit box, that is how they are written, with the scaling beside them.
final class ExamplesJson {
    private ExamplesJson() {}

    static void write(Correspondence pairs, JsonPen pen) {
        pen.text("kind", "pairs").text("of", pairs.kind().id()).text("title", pairs.title());
        ScalingJson.write(pairs.scaling(), pen);
        pen.rows("pairs", rows(pairs.x(), pairs.y()));
    }

    static void write(Labels labels, JsonPen pen) {
        pen.text("kind", "labels").text("title", labels.title()).texts("classes", labels.names());
        ScalingJson.write(labels.scaling(), pen);
        pen.rows("labels", rows(labels));
    }

    /// The coordinates of a start and of its goal, one row for each pair.
    static double[][] rows(Points x, Points y) {
        int d = x.dimension();
        var rows = new double[x.size()][d + y.dimension()];
        for (int k = 0; k < rows.length; k++) {
            for (int i = 0; i < rows[k].length; i++) {
                rows[k][i] = i < d ? x.at(i, k) : y.at(i - d, k);
            }
        }
        return rows;
    }

    /// x₁, x₂ and the index of the class, counted from 0.
    private static double[][] rows(Labels labels) {
        var rows = new double[labels.x().size()][];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = new double[] {
                labels.x().at(0, k), labels.x().at(1, k), labels.classes().get(k)
            };
        }
        return rows;
    }

    /// Some columns of rows, as points.
    static Points columns(double[][] rows, int from, int to) {
        var columns = new double[to - from][rows.length];
        for (int k = 0; k < rows.length; k++) {
            for (int i = from; i < to; i++) {
                columns[i - from][k] = rows[k][i];
            }
        }
        return Points.of(columns);
    }

    /// Before schema 3 all pairs were of the plane, and nothing was scaled.
    static TargetMap pairs(Fields fields) throws ProjectException {
        var kind = fields.has("of") ? kind(fields) : Kind.PLANE;
        int d = kind == Kind.LINE ? 1 : 2;
        int m = kind == Kind.PLANE ? 2 : 1;
        var rows = fields.rows("pairs", d + m);
        var title = fields.text("title");
        var scaling = ScalingJson.read(fields, d, m);
        return fields.made(() -> new Correspondence(title, columns(rows, 0, d), columns(rows, d, d + m), scaling));
    }

    static TargetMap labels(Fields fields) throws ProjectException {
        var names = fields.texts("classes");
        var rows = fields.rows("labels", 3);
        var classes = new ArrayList<Integer>(rows.length);
        for (var row : rows) {
            classes.add(row[2] == Math.rint(row[2]) ? (int) row[2] : -1);
        }
        var title = fields.text("title");
        var scaling = ScalingJson.read(fields, 2, names.size());
        return fields.made(() -> new Labels(title, columns(rows, 0, 2), classes, names, scaling));
    }

    /// Which kind of problem numbers are given for; no numbers give classes.
    static Kind kind(Fields fields) throws ProjectException {
        var of = fields.text("of");
        for (var kind : List.of(Kind.LINE, Kind.PLANE, Kind.FUNCTION)) {
            if (kind.id().equals(of)) {
                return kind;
            }
        }
        throw fields.wrong("of", "must be 1-d, plane or function");
    }
}
