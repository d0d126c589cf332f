package isotopy.figure;

import isotopy.train.Experiment;
import isotopy.train.Network;
import isotopy.train.Range;
import java.util.Locale;

/// A number of an experiment that a film can play over.
public enum Dial {
    DEPTH("depth", Network.DEPTH),
    WIDTH("width", Network.WIDTH),
    HORIZON("horizon", Network.HORIZON);

    private final String id;
    private final Range range;

    Dial(String id, Range range) {
        this.id = id;
        this.range = range;
    }

    /// The name on the command line and in files.
    public String id() {
        return id;
    }

    /// What the number may be.
    public Range range() {
        return range;
    }

    /// The number that an experiment has.
    public double of(Experiment experiment) {
        return switch (this) {
            case DEPTH -> experiment.network().depth();
            case WIDTH -> experiment.network().width();
            case HORIZON -> experiment.network().horizon();
        };
    }

    /// The experiment with another number there.
    Experiment turned(Experiment experiment, double value) {
        var network = experiment.network();
        return experiment.withNetwork(
                switch (this) {
                    case DEPTH -> network.withDepth((int) value);
                    case WIDTH -> network.withWidth((int) value);
                    case HORIZON -> network.withHorizon(value);
                });
    }

    /// The number in words, such as "12 layers".
    String said(double value) {
        return switch (this) {
            case DEPTH -> (long) value + (value == 1 ? " layer" : " layers");
            case WIDTH -> "width " + (long) value;
            case HORIZON -> String.format(Locale.ROOT, "T = %.2f", value);
        };
    }

    /// The dial of that name.
    ///
    /// Throws: `IllegalArgumentException` that lists the names, when there is none.
    public static Dial named(String id) {
        for (var dial : values()) {
            if (dial.id.equals(id)) {
                return dial;
            }
        }
        throw new IllegalArgumentException("no film plays over '" + id + "'; choose depth, width or horizon");
    }
}
