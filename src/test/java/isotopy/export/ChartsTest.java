package isotopy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import isotopy.Readers;
import isotopy.figure.Chart;
import isotopy.figure.Charts;
import isotopy.figure.Look;
import isotopy.figure.Mark;
import isotopy.figure.Scene;
import isotopy.figure.Scenes;
import isotopy.figure.Theme;
import isotopy.math.Box;
import isotopy.project.Project;
import isotopy.target.LinePreset;
import isotopy.theory.Basis;
import isotopy.train.Experiment;
import isotopy.train.SumStudy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Charts of loss, energy and theory, as figures and for PGFPlots.
class ChartsTest {
    private static final Look LOOK = Look.standard(Box.UNIT).withParticles(200);

    @TempDir
    Path folder;

    @Test
    void theEnergyIsThatOfThePathsAndNeverLessThanThatOfStraightOnes() {
        var scene = Scene.of(Scenes.swirl(5), LOOK);
        var chart = Charts.energy(scene);
        var energy = chart.series().getFirst();
        double integral = 0;
        for (int k = 0; k < energy.x().length; k += 2) {
            integral += (energy.x()[k + 1] - energy.x()[k]) * energy.y()[k];
        }
        double horizon = scene.particles().horizon();
        double moved = 0;
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < scene.particles().size(); j++) {
                double by =
                        scene.particles().at(horizon, i, j) - scene.particles().at(0.0, i, j);
                moved += by * by / scene.particles().size();
            }
        }
        assertThat(chart.bounds().getFirst().y()).isCloseTo(moved / (horizon * horizon), within(1e-12));
        assertThat(integral).isGreaterThanOrEqualTo(moved / horizon);
        assertThat(energy.x()).hasSize(2 * scene.snapshot().control().depth());
    }

    @Test
    void aLossIsShownOnceThereIsOne() {
        var untrained = Project.untrained(Experiment.standard(LinePreset.SINE)).snapshot();
        assertThatThrownBy(() -> Charts.loss(untrained))
                .hasMessage("there is no loss before the first training step; train first");
        var snapshot = Scenes.swirl(5);
        if (snapshot.step() > 0) {
            var chart = Charts.loss(snapshot);
            assertThat(chart.y().logarithmic()).isTrue();
            assertThat(chart.series().getFirst().y()).endsWith(snapshot.train().meanSquare());
        }
    }

    @Test
    void theTheoryPutsTheNetworkBesideTheSums() {
        var experiment = Experiment.standard(LinePreset.SINE);
        var snapshot = Project.untrained(experiment).snapshot();
        var study = SumStudy.of(experiment, part -> part.sums().size() < 2);
        var chart = Charts.theory(snapshot, study);
        assertThat(chart.series()).extracting(Chart.Series::name).contains(Basis.FOURIER.title(), "this network");
        var present = chart.series().getLast();
        assertThat(present.x()).containsExactly(snapshot.control().parameters());
        assertThat(present.y()[0]).isCloseTo(Math.sqrt(snapshot.test().meanSquare()), within(1e-12));
        assertThatThrownBy(() -> Charts.theory(snapshot, SumStudy.EMPTY))
                .hasMessage("nothing was measured that could be compared");
    }

    @Test
    void everythingStandsOnThePageAtAnySizeAndInEveryTheme() {
        var chart = new Chart(
                new Chart.Axis("training step", false, 0, 2000),
                new Chart.Axis("mean squared error", true, 1e-7, 10),
                List.of(
                        new Chart.Series(
                                "training points",
                                Chart.Line.SOLID,
                                Chart.Hue.ACCENT,
                                new double[] {0, 1000, 2000},
                                new double[] {1, 0, Double.NaN}),
                        new Chart.Series(
                                "a ring", Chart.Line.RINGS, Chart.Hue.RED, new double[] {500}, new double[] {0.1})),
                List.of(new Chart.Bound("no flow goes below", 1e-3)));
        for (var theme : Theme.values()) {
            for (double width : new double[] {240, 560, 1600}) {
                var figure = chart.figure(theme, width, 0.6 * width);
                for (var mark : figure.marks()) {
                    if (mark instanceof Mark.Label label) {
                        double half = 0.56 * label.size() * label.text().length();
                        double left = label.x()
                                - switch (label.anchor()) {
                                    case START -> 0;
                                    case MIDDLE -> half / 2;
                                    case END -> half;
                                };
                        assertThat(left).as(label.text()).isGreaterThan(-1);
                        assertThat(label.y()).isBetween(0f, (float) figure.height());
                    }
                }
                var words = figure.marks().stream()
                        .filter(Mark.Label.class::isInstance)
                        .map(mark -> ((Mark.Label) mark).text())
                        .toList();
                assertThat(words)
                        .contains("mean squared error", "training step", "training points", "no flow goes below");
            }
        }
    }

    @Test
    void pgfPlotsGetsTheNumbersThemselves() throws Exception {
        var chart = new Chart(
                new Chart.Axis("t", false, 0, 1),
                new Chart.Axis("100 % of ‖x‖²", true, 0.001, 1),
                List.of(new Chart.Series(
                        "a_b", Chart.Line.DASHED, Chart.Hue.INK, new double[] {0, 0.5, 1}, new double[] {
                            1, 0.25, 0.015625
                        })),
                List.of(new Chart.Bound("floor", 0.01)));
        var file = folder.resolve("a.tex");
        new PgfPlotsExporter(chart, Theme.LIGHT, 400, 300, Optional.empty()).export(file, Progress.NONE);
        assertThat(Files.readString(file))
                .contains("0.0 1.0\n0.5 0.25\n1.0 0.015625\n", "xmode=linear", "ymode=log", "ymin=0.001", "a\\_b")
                .contains("ylabel={100 \\% of \\ensuremath{\\|}x\\ensuremath{\\|}\\ensuremath{^2}}", "floor")
                .contains("width=300bp, height=225bp");
        var first = Files.readAllBytes(file);
        new PgfPlotsExporter(chart, Theme.LIGHT, 400, 300, Optional.empty()).export(file, Progress.NONE);
        assertThat(file).hasBinaryContent(first);
    }

    @Test
    void pdflatexSetsAChartWithoutAWarning() throws Exception {
        var pdflatex = Readers.program("pdflatex");
        var chart = Charts.energy(Scene.of(Scenes.swirl(5), LOOK));
        new PgfPlotsExporter(chart, Theme.PRINT, 400, 300, Optional.empty())
                .export(folder.resolve("chart.tex"), Progress.NONE);
        Files.writeString(
                folder.resolve("paper.tex"),
                "\\documentclass{article}\\usepackage{pgfplots}\\pgfplotsset{compat=1.16}"
                        + "\\begin{document}\\input{chart.tex}\\end{document}");
        var process = new ProcessBuilder(pdflatex.toString(), "-interaction=nonstopmode", "-halt-on-error", "paper.tex")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).doesNotContain("Warning");
    }
}
