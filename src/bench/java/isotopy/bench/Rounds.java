package isotopy.bench;

import isotopy.train.Trainer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Trains on request, so that a script can measure Isotopy and something else in turn: each line of the input,
/// `THREADS SECONDS WORK`, is answered by the steps taken per second, of wall time and of this thread's processor time.
final class Rounds {
    private final Map<String, Trainer> trainers = new HashMap<>();

    private Rounds() {}

    public static void main(String[] args) throws IOException {
        var rounds = new Rounds();
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("ready"); // what is said earlier may be lost on the way through Maven
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var fields = line.split(" ", 3);
            System.out.println("steps/s "
                    + rounds.rates(Integer.parseInt(fields[0]), Double.parseDouble(fields[1]), fields[2]));
        }
    }

    private String rates(int threads, double seconds, String work) {
        var trainer = trainers.computeIfAbsent(
                threads + " " + work, key -> new Trainer(Work.named(work).experiment(), threads));
        var clock = ManagementFactory.getThreadMXBean();
        long begin = System.nanoTime();
        long busy = clock.getCurrentThreadCpuTime();
        int taken = 0;
        double spent = 0;
        while (spent < seconds) {
            trainer.advance();
            taken++;
            spent = (System.nanoTime() - begin) * 1e-9;
        }
        return taken / spent + " " + taken / ((clock.getCurrentThreadCpuTime() - busy) * 1e-9);
    }
}
