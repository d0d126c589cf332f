package isotopy.view;

import isotopy.cli.PathsTable;
import isotopy.export.Order;
import isotopy.project.Provenance;
import isotopy.project.Release;
import isotopy.project.WeightsFile;
import isotopy.service.Background;
import isotopy.service.Estimate;
import isotopy.train.Experiment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// How large an export will be and how long it takes, measured on samples in the background once the choices rest; and
/// the beginning of a file of data.
final class ExportMeasure implements AutoCloseable {
    /// Nanoseconds that the choices must rest.
    private static final long REST = 500_000_000;

    /// Paths are measured on so many particles.
    private static final int SAMPLE = 200;

    private static final int HEAD = 2_500;

    /// What is measured.
    record Question(ExportChoices choices, ExportOrders.Subject subject, Kept kept) {}

    /// What was found, for those choices.
    record Answer(ExportChoices choices, String words, String head) {}

    private final ExportOrders orders;
    private final Background<Question, Answer> worker;
    private Optional<ExportChoices> wanted = Optional.empty();
    private Optional<Experiment> seen = Optional.empty();
    private Optional<Answer> found = Optional.empty();
    private boolean asked;
    private long since;

    ExportMeasure(ExportOrders orders) {
        this.orders = orders;
        worker = new Background<Question, Answer>("isotopy-estimate", this::measured);
    }

    /// What is known of those choices for that experiment; asks when both have rested. `question` is called when
    /// it is asked.
    Optional<Answer> pulse(ExportChoices choices, Experiment experiment, Supplier<Question> question, long now) {
        var answered = worker.take();
        found = asked && answered.isPresent() ? answered : found;
        boolean other = seen.filter(before -> before == experiment).isEmpty();
        if (other || !wanted.equals(Optional.of(choices))) {
            wanted = Optional.of(choices);
            seen = Optional.of(experiment);
            found = Optional.empty();
            since = now;
            asked = false;
        }
        if (!asked && now - since >= REST) {
            asked = true;
            worker.ask(question.get());
        }
        return found.filter(answer -> answer.choices().equals(choices));
    }

    private Answer measured(Question question, Predicate<Answer> wantedStill) {
        var choices = question.choices();
        var unknown = new Answer(choices, "", "");
        try {
            if (choices.kind() == ExportKind.DATA) {
                return data(question);
            }
            var plain = orders.order(choices, question.subject());
            Order order = choices.marked()
                    ? ExportOrders.marked(
                            plain,
                            Optional.of(Provenance.of(
                                    ExportOrders.carried(question.kept().project(), choices), "isotopy render")))
                    : plain;
            return new Answer(
                    choices,
                    Estimate.of(order, () -> !wantedStill.test(unknown)).words(),
                    "");
        } catch (IOException | IllegalArgumentException e) {
            return unknown; // the preview tells why, or it is not wanted any more
        }
    }

    private static Answer data(Question question) throws IOException {
        var choices = question.choices();
        var project = question.kept().project();
        int many = choices.dress().particles();
        int some = Math.min(many, SAMPLE);
        var folder = Files.createTempDirectory("isotopy-sample");
        var file = folder.resolve("sample");
        try {
            long began = System.nanoTime();
            double factor = 1;
            if (choices.way().paths().isPresent()) {
                var look = project.look().withParticles(some);
                new PathsTable(project, look).write(choices.way().paths().get(), file);
                factor = many / (double) some;
            } else {
                var form = choices.way().weights().orElseThrow();
                WeightsFile.write(project, form, Release.number(), Optional.empty(), file);
            }
            var measured =
                    new Estimate(Math.round(factor * Files.size(file)), factor * (System.nanoTime() - began) * 1e-9);
            return new Answer(choices, measured.words(), head(file));
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    /// How a text begins; empty of what is no text.
    private static String head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var text = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
            return text.chars().anyMatch(c -> c < 9 || c == 0xFFFD) ? "" : text;
        }
    }

    @Override
    public void close() {
        worker.close();
    }
}
