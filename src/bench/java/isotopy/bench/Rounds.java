package isotopy.bench;

import isotopy.train.Trainer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Trains on request, so that a script can measure Isotopy and something else in turn: each line of the input,
/// `THREADS SECONDS WORK`, is answered by the steps taken per second.
final class Rounds {
    private final Map<String, Trainer> trainers = new HashMap<>();

    private Rounds() {}

    public static void main(String[] args) throws IOException {
        var rounds = new Rounds();
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var fields = line.split(" ", 3);
            System.out.println("steps/s "
                    + rounds.rate(Integer.parseInt(fields[0]), Double.parseDouble(fields[1]), fields[2]));
        }
    }

    private double rate(int threads, double seconds, String work) {
        var trainer = trainers.computeIfAbsent(
                threads + " " + work, key -> new Trainer(Work.named(work).experiment(), threads));
        long begin = System.nanoTime();
        int taken = 0;
        double spent = 0;
        while (spent < seconds) {
            trainer.advance();
            taken++;
            spent = (System.nanoTime() - begin) * 1e-9;
        }
        return taken / spent;
    }
}
