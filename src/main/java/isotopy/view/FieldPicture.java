package isotopy.view;

import isotopy.control.Affine;
import isotopy.control.Antisymmetric;
import isotopy.control.Bumps;
import isotopy.control.ControlFamily;
import isotopy.control.Coordinatewise;
import isotopy.control.Equivariant;
import isotopy.control.Hamiltonian;
import isotopy.control.OneNeuron;
import isotopy.control.Perceptron;
import isotopy.control.Potential;
import isotopy.math.Activation;
import isotopy.math.Cloud;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// A small picture of a field of a family, of a typical layer: strokes that begin with a dot where they start.
final class FieldPicture extends Region {
    private static final double SPACING = 7.5;

    private final ControlFamily family;
    private final double[] theta;
    private final Path strokes = new Path();
    private final Path heads = new Path();

    FieldPicture(ControlFamily family) {
        this.family = family.takesActivation() ? family.withActivation(Activation.TANH) : family;
        theta = typical(family);
        getStyleClass().addAll("curve-picture", "field-picture");
        strokes.getStyleClass().add("field-stroke");
        heads.getStyleClass().add("field-head");
        getChildren().addAll(strokes, heads);
        setMouseTransparent(true);
    }

    /// The parameters of a layer that shows what is typical of its family, in the plane.
    private static double[] typical(ControlFamily family) {
        return switch (family) {
            // a shear along x₁
            case OneNeuron _ -> new double[] {0, 4, 0, 1, 0};
            // three units that push towards the middle
            case Potential _ -> new double[] {2, 0, 0, -1, -1, 1.7, 0, -1, -1, -1.7, 0, -1};
            // round and round
            case Hamiltonian _ -> new double[] {2, 0, 0, 1, 0, 4, 0, 0.4};
            case Antisymmetric _ -> new double[] {3, 0.6, 1.8};
            // away from x₁ = 0 and towards x₂ = 0, each by itself
            case Coordinatewise _ -> new double[] {4, 0, 1, 4, 0, -0.7};
            // the same on both sides of x₁ = x₂
            case Equivariant _ -> new double[] {6, -2, 0, 1};
            // one bump that pushes to the right
            case Bumps _ -> new double[] {Math.log(0.33), 0, 0, 1, 0.35};
            case Perceptron _, Affine _ -> new double[family.parameters(2, 1)];
        };
    }

    /// The width for which those are the parameters.
    private static int width(ControlFamily family, int parameters) {
        int width = 1;
        while (family.hasWidth() && family.parameters(2, width) < parameters) {
            width++;
        }
        return width;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        int columns = Math.max(2, (int) (width / SPACING));
        int rows = Math.max(2, (int) (height / SPACING));
        double side = Math.max(width, height);
        var z = new Cloud(2, columns * rows);
        for (int k = 0; k < z.size(); k++) {
            z.row(0)[k] = 2 * (x(k % columns, columns, width) - width / 2) / side;
            z.row(1)[k] = -2 * (x(k / columns, rows, height) - height / 2) / side;
        }
        var f = new Cloud(2, z.size());
        family.field(2, width(family, theta.length), z.size()).velocity(theta, 0, z, f);
        double fastest = 0;
        for (int k = 0; k < z.size(); k++) {
            fastest = Math.max(fastest, Math.hypot(f.row(0)[k], f.row(1)[k]));
        }
        strokes.getElements().clear();
        heads.getElements().clear();
        for (int k = 0; k < z.size(); k++) {
            double x = x(k % columns, columns, width);
            double y = x(k / columns, rows, height);
            double speed = Math.hypot(f.row(0)[k], f.row(1)[k]);
            // the root of the speed, so that slow places are seen too
            double scale = speed > 0 ? 0.95 * SPACING / Math.sqrt(speed * fastest) : 0;
            double dx = scale * f.row(0)[k];
            double dy = -scale * f.row(1)[k];
            strokes.getElements().add(new MoveTo(x - dx / 2, y - dy / 2));
            strokes.getElements().add(new LineTo(x + dx / 2, y + dy / 2));
            heads.getElements().add(new MoveTo(x - dx / 2 - 0.01, y - dy / 2));
            heads.getElements().add(new LineTo(x - dx / 2 + 0.01, y - dy / 2));
        }
    }

    /// The place of a column, or of a row, with equal margins.
    private static double x(int index, int count, double length) {
        return (index + 0.5) * length / count;
    }
}
