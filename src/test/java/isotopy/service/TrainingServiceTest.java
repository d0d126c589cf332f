package isotopy.service;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.Cases;
import isotopy.control.ControlFamily;
import isotopy.snapshot.Activity;
import isotopy.snapshot.FlowSnapshot;
import isotopy.snapshot.LossHistory;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The real threads, with waits that end as soon as what they wait for is there.
class TrainingServiceTest {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private static void await(String what, BooleanSupplier there) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain for %s", what).isLessThan(end);
            Thread.sleep(5);
        }
    }

    private static FlowSnapshot await(TrainingService service, String what, Predicate<FlowSnapshot> wanted)
            throws InterruptedException {
        var found = new ArrayList<FlowSnapshot>();
        await(what, () -> {
            service.takeSnapshot().filter(wanted).ifPresent(found::add);
            return !found.isEmpty();
        });
        return found.getFirst();
    }

    /// The thread of that name that was not there before.
    private static Thread begun(String name, Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().equals(name) && !before.contains(t))
                .findFirst()
                .orElseThrow();
    }

    private static Experiment small() {
        var experiment = Experiment.standard(Preset.SWIRL);
        return experiment
                .withNetwork(experiment.network().withWidth(4).withDepth(3))
                .withSampling(experiment.sampling().withSamples(100));
    }

    /// What these tests provoke is logged, with its trace; nobody needs to read that.
    private static final Logger LOG = Logger.getLogger("isotopy");

    @BeforeAll
    static void hush() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void speakAgain() {
        LOG.setLevel(null);
    }

    @Test
    void itTrainsOnItsOwnThreadSurvivesWhatItCannotDoAndEndsWhenToldTo() throws InterruptedException {
        var before = Thread.getAllStackTraces().keySet();
        var service = new TrainingService(small(), 1);
        service.send(new Command.Pause());
        var first = await(service, "a first snapshot", snapshot -> true);
        assertThat(first.activity()).isEqualTo(new Activity.Waiting());
        assertThat(first.step()).isZero();
        var thread = begun("isotopy-trainer", before);
        assertThat(thread.isDaemon()).isTrue();

        service.send(new Command.Go(new Pace.Max()));
        service.send(new Command.Start());
        await(service, "thirty steps", snapshot -> snapshot.step() >= 30);
        service.send(new Command.Pause());
        await(service, "the pause", snapshot -> snapshot.activity() instanceof Activity.Waiting);

        var relu = Cases.control(ControlFamily.named("relu"), 2, 4, 3, 1, 1);
        service.send(new Command.Load(small(), relu, 0, LossHistory.EMPTY, List.of()));
        var failed = await(service, "the failure", snapshot -> snapshot.activity() instanceof Activity.Failed);
        assertThat(((Activity.Failed) failed.activity()).sentence()).contains("family relu");
        service.send(new Command.Step());
        await(service, "one more step", snapshot -> snapshot.step() == failed.step() + 1);

        for (int depth = 4; depth <= 20; depth++) {
            service.send(
                    new Command.Change(small().withNetwork(small().network().withDepth(depth))));
        }
        var changed = await(
                service, "the newest experiment", snapshot -> snapshot.control().depth() == 20);
        assertThat(changed.edits()).hasSize(1);

        service.close();
        await("the end of the thread", () -> !thread.isAlive());
    }

    @Test
    void noSnapshotOfAFlowIsTakenAfterAnotherOneWasLoadedInItsPlace() throws InterruptedException {
        var service = new TrainingService(small(), 1);
        service.send(new Command.Go(new Pace.Max()));
        for (int k = 0; k < 20; k++) {
            service.send(new Command.Start());
            await(service, "training", snapshot -> snapshot.activity() instanceof Activity.Training);
            long mark = 1_000_000L * (k + 1);
            service.send(new Command.Load(small(), small().start(), mark, LossHistory.EMPTY, List.of()));
            var first = await(service, "an answer", snapshot -> true);
            assertThat(first.step()).as("round %d", k).isEqualTo(mark);
            assertThat(first.activity()).isEqualTo(new Activity.Waiting());
        }
        service.close();
    }

    @Test
    void theNewestQuestionWinsAndAFailureIsNotTheEnd() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var worked = Collections.synchronizedList(new ArrayList<Integer>());
        var before = Thread.getAllStackTraces().keySet();
        var background = new Background<Integer, String>("isotopy-test", question -> {
            worked.add(question);
            begun.countDown();
            try {
                goOn.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (question < 0) {
                throw new IllegalArgumentException("asked on purpose: " + question);
            }
            return "answer to " + question;
        });
        assertThat(background.take()).isEmpty();
        background.ask(1);
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        background.ask(2);
        background.ask(3);
        background.ask(4);
        goOn.countDown();
        var answers = new ArrayList<String>();
        await("the newest answer", () -> {
            background.take().ifPresent(answers::add);
            return answers.contains("answer to 4");
        });
        assertThat(worked).containsExactly(1, 4);
        background.ask(-1);
        await("the question that fails", () -> worked.contains(-1));
        background.ask(5);
        await(
                "the answer after a failure",
                () -> background.take().filter("answer to 5"::equals).isPresent());
        var thread = begun("isotopy-test", before);
        background.close();
        await("the end of the thread", () -> !thread.isAlive());
    }
}
