package isotopy.export;

import isotopy.figure.Camera;
import isotopy.figure.ClassColours;
import isotopy.figure.Overlay;
import isotopy.figure.Playback;
import isotopy.math.Points;
import isotopy.target.Kind;
import isotopy.target.Labels;
import isotopy.train.Samples;
import java.util.Arrays;
import java.util.Locale;

/// What the page must know of a scene, as JSON. Positions are [Codes] in base64.
final class PageData {
    /// Positions are told as far as so many views around the middle.
    private static final double VIEWS = 2.5;

    private static final int COLOURS = 64;
    private static final int MOST_EXAMPLES = 160;

    private final Playback playback;
    private final Codes codes;
    private final PageJson json = new PageJson();

    private PageData(Playback playback) {
        this.playback = playback;
        codes = codes(playback);
    }

    static String of(Playback playback) {
        return new PageData(playback).write();
    }

    /// How positions are told: the same for everything that is drawn.
    static Codes codes(Playback playback) {
        var range = Codes.Range.NONE
                .and(playback.particles())
                .and(playback.lattice())
                .and(playback.goals());
        range = playback.ghost().isPresent() ? range.and(playback.ghost().get()) : range;
        if (playback.drawn().isPresent()) {
            range = range.and(playback.drawn().get().paths())
                    .and(playback.drawn().get().goals());
        }
        if (playback.kind() == Kind.LINE) {
            var heights = playback.heights();
            var box = playback.scene().snapshot().experiment().sampling().domain();
            double room = heights[1] - heights[0];
            range = playback.said().isPresent()
                    ? range.and(playback.said().get().particles())
                            .and(playback.said().get().lattice())
                    : range;
            return Codes.of(range, Math.min(box.low(), heights[0] - room), Math.max(box.high(), heights[1] + room));
        }
        double least = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (var camera : playback.cameras()) {
            double reach = VIEWS * camera.span();
            least = Math.min(least, Math.min(camera.x1(), camera.x2()) - reach);
            largest = Math.max(largest, Math.max(camera.x1(), camera.x2()) + reach);
        }
        return Codes.of(range, least, largest);
    }

    private String write() {
        var scene = playback.scene();
        var snapshot = scene.snapshot();
        var control = snapshot.control();
        var box = snapshot.experiment().sampling().domain();
        var edges = control.edges();
        json.put("kind", playback.kind().name().toLowerCase(Locale.ROOT));
        look();
        json.put(
                "edges",
                Arrays.stream(edges).map(edge -> edge / edges[edges.length - 1]).toArray());
        json.put("domain", box.low(), box.high());
        json.put("cameras", playback.cameras().stream().map(PageData::numbers).toArray(double[][]::new));
        json.put("startUnits", playback.startUnits());
        json.put("goalUnits", playback.goalUnits());
        json.put("codes", codes.low(), codes.step());
        double horizon = playback.particles().horizon();
        json.put(
                "times",
                Arrays.stream(playback.times()).map(time -> time / horizon).toArray());
        json.put("count", playback.order().length);
        json.paths("particles", playback.particles(), codes);
        json.colours("colours", playback.argb());
        json.points("goals", playback.goals(), codes);
        json.put("side", playback.side());
        json.paths("lattice", playback.lattice(), codes);
        playback.ghost().ifPresent(ghost -> json.points("ghost", ghost, codes));
        json.bytes("held", held());
        playback.drawn()
                .ifPresent(drawn -> json.raw(
                        "drawn",
                        new PageJson()
                                .put("closed", drawn.closed())
                                .put("count", drawn.goals().size())
                                .paths("paths", drawn.paths(), codes)
                                .points("goals", drawn.goals(), codes)
                                .close()));
        switch (playback.kind()) {
            case PLANE -> {}
            case LINE -> line();
            case LABELS -> labels();
            case FUNCTION -> function();
        }
        return json.close();
    }

    private void look() {
        var look = playback.look();
        var palette = playback.palette();
        json.put("theme", look.theme().id());
        json.raw(
                "palette",
                new PageJson()
                        .put("background", PageJson.colour(palette.background()))
                        .put("ink", PageJson.colour(palette.ink()))
                        .put("quiet", PageJson.colour(palette.quiet()))
                        .put("accent", PageJson.colour(palette.accent()))
                        .put("grid", PageJson.colour(palette.grid()))
                        .put("ghost", PageJson.colour(palette.ghost()))
                        .put("axis", PageJson.colour(palette.axis()))
                        .put("alarm", PageJson.colour(palette.alarm()))
                        .put("text", palette.text())
                        .put("line", palette.line())
                        .put("dot", Double.parseDouble(String.valueOf(palette.dot())))
                        .put("trail", palette.trail())
                        .close());
        json.put("trail", look.trail());
        json.texts(
                "shows",
                Arrays.stream(Overlay.values())
                        .filter(look::shows)
                        .map(Overlay::id)
                        .toList());
    }

    private static double[] numbers(Camera camera) {
        return new double[] {camera.x1(), camera.x2(), camera.span()};
    }

    private int[] held() {
        var held = playback.held();
        var bytes = new int[held.length];
        Arrays.setAll(bytes, k -> held[k] ? 1 : 0);
        return bytes;
    }

    private void line() {
        json.put("heights", playback.heights());
        playback.said().ifPresent(said -> {
            json.points("said", said.particles(), codes);
            json.points("saidLattice", said.lattice(), codes);
        });
        playback.scene().samples().ifPresent(this::examples);
    }

    /// So many of the examples as are told apart.
    private void examples(Samples samples) {
        int all = samples.trainX().size() + samples.testX().size();
        int every = Math.max(1, (all + MOST_EXAMPLES - 1) / MOST_EXAMPLES);
        json.put("trainX", some(samples.trainX(), every)).put("trainY", some(samples.trainY(), every));
        json.put("testX", some(samples.testX(), every)).put("testY", some(samples.testY(), every));
    }

    private static double[] some(Points points, int every) {
        var some = new double[(points.size() + every - 1) / every];
        Arrays.setAll(some, k -> points.at(0, k * every));
        return some;
    }

    private void labels() {
        var labels = (Labels) playback.scene().snapshot().experiment().target();
        var theme = playback.look().theme();
        var colours = new int[labels.names().size()];
        Arrays.setAll(colours, k -> ClassColours.of(k, theme));
        json.texts("names", labels.names());
        json.colours("classColours", colours);
        json.bytes("classes", playback.classes().orElseThrow());
        playback.said().ifPresent(said -> scores(said.particles(), said.lattice()));
        playback.ties().ifPresent(ties -> json.put("tieEnds", ties.size()).paths("ties", ties, codes));
    }

    private void scores(Points particles, Points lattice) {
        var scores = Codes.of(Codes.Range.NONE.and(particles).and(lattice), -1e6, 1e6);
        json.put("scoreCodes", scores.low(), scores.step());
        json.points("said", particles, scores);
        json.points("saidLattice", lattice, scores);
    }

    private void function() {
        playback.said().ifPresent(said -> {
            json.put("values", playback.values());
            json.colours("scale", playback.scale(COLOURS));
            var range =
                    Codes.Range.NONE.and(said.particles()).and(said.lattice()).and(said.wanted());
            var values = Codes.of(range, -1e6, 1e6);
            json.put("scoreCodes", values.low(), values.step());
            json.points("said", said.particles(), values);
            json.points("saidLattice", said.lattice(), values);
            json.points("wanted", said.wanted(), values);
            said.wantedLattice().ifPresent(wanted -> json.points("wantedLattice", wanted, values));
        });
    }
}
