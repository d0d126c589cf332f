package isotopy.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BackgroundTest {
    @Test
    void aPartialAnswerCanBeTakenWhileTheWorkGoesOn() throws InterruptedException {
        var partly = new CountDownLatch(1);
        var taken = new CountDownLatch(1);
        try (var background = new Background<Integer, String>("test", (question, wanted) -> {
            assertThat(wanted.test("part of " + question)).isTrue();
            partly.countDown();
            await(taken);
            return "all of " + question;
        })) {
            background.ask(7);
            assertThat(partly.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(background.take()).contains("part of 7");
            taken.countDown();
            assertThat(waited(background)).isEqualTo("all of 7");
            assertThat(background.take()).isEmpty();
        }
    }

    @Test
    void workIsNoLongerWantedOnceThereIsANewerQuestion() throws InterruptedException {
        var begun = new CountDownLatch(1);
        try (var background = new Background<Integer, Integer>("test", (question, wanted) -> {
            begun.countDown();
            while (question == 1 && wanted.test(-1)) {
                Thread.onSpinWait(); // ends when the newer question declines it
            }
            return question;
        })) {
            background.ask(1);
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            background.ask(2);
            assertThat(waited(background)).as("no answer to the older question").isEqualTo(2);
            assertThat(background.take()).isEmpty();
        }
    }

    @Test
    void aWholeAnswerIsGivenThoughAnotherQuestionWasAsked() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        try (var background = new Background<Integer, Integer>("test", question -> {
            begun.countDown();
            await(asked);
            return question;
        })) {
            background.ask(1);
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            background.ask(2);
            asked.countDown();
            int answer = waited(background);
            assertThat(answer).isBetween(1, 2);
            int last = answer == 2 ? 2 : waited(background);
            assertThat(last).isEqualTo(2);
        }
    }

    @Test
    void workIsNoLongerWantedOnceItIsClosed() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var background = new Background<Integer, Integer>("test", (question, wanted) -> {
            begun.countDown();
            while (wanted.test(question)) {
                Thread.onSpinWait();
            }
            ended.countDown();
            return question;
        });
        background.ask(1);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        background.close();
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static <A> A waited(Background<?, A> background) throws InterruptedException {
        for (var answer = background.take(); ; answer = background.take()) {
            if (answer.isPresent()) {
                return answer.get();
            }
            Thread.sleep(1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
