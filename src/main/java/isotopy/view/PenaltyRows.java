package isotopy.view;

import isotopy.snapshot.Activity;
import isotopy.snapshot.FlowSnapshot;
import isotopy.train.Costs;
import isotopy.train.Penalties;
import isotopy.train.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What is added to the loss: for each penalty its weight, and beside it what it comes to for the flow of this moment.
final class PenaltyRows extends VBox {
    /// One penalty: its weight as a setting, and its value with the weight left out.
    private record Penalty(
            Setting weight, String unit, ToDoubleFunction<Penalties> factor, ToDoubleFunction<Costs> value) {}

    /// Numbers change at most this often, so that they can be read.
    private static final long READABLE = TimeUnit.MILLISECONDS.toNanos(100);

    private static final List<Penalty> ALL = List.of(
            penalty(
                    "weight-decay",
                    "Weight decay",
                    "Keeps parameters small: this times ½|θ|² is added to the loss.",
                    Penalties.WEIGHT_DECAY,
                    Penalties::weightDecay,
                    Penalties::withWeightDecay,
                    Costs::weightDecay,
                    "½|θ|², no unit"),
            penalty(
                    "roughness",
                    "Roughness",
                    "Makes neighbouring layers alike: this times ∫|θ̇|² dt is added to the loss.",
                    Penalties.ROUGHNESS,
                    Penalties::roughness,
                    Penalties::withRoughness,
                    Costs::roughness,
                    "∫|θ̇|² dt, per unit of fictitious time"),
            penalty(
                    "kinetic",
                    "Kinetic energy",
                    "Makes paths short and straight: this times ∫E|f|² dt is added to the loss.",
                    Penalties.KINETIC,
                    Penalties::kinetic,
                    Penalties::withKinetic,
                    Costs::kinetic,
                    "∫E|f|² dt, squared coordinates per unit of fictitious time"),
            penalty(
                    "jacobian",
                    "Jacobian",
                    "Makes the field smooth in space: this times ∫E‖∇f‖² dt is added to the loss.",
                    Penalties.JACOBIAN,
                    Penalties::jacobian,
                    Penalties::withJacobian,
                    Costs::jacobian,
                    "∫E‖∇f‖² dt, per unit of fictitious time"),
            penalty(
                    "tracked",
                    "Tracked loss",
                    "Counts the loss all along the way, so that later layers have nothing left to do.",
                    Penalties.TRACKED,
                    Penalties::tracked,
                    Penalties::withTracked,
                    Costs::tracked,
                    "∫E ℓ dt, loss times fictitious time"));

    private final List<Label> values = new ArrayList<>();
    private long shownAt = Long.MIN_VALUE / 2;

    PenaltyRows(WorkbenchModel model) {
        getStyleClass().add("penalty-rows");
        for (var penalty : ALL) {
            var value = new Label();
            value.setId(penalty.weight().id() + "-value");
            value.getStyleClass().add("panel-bounds");
            value.setMinWidth(Region.USE_PREF_SIZE);
            value.setTooltip(Tips.of("What it comes to now, without its weight: " + penalty.unit() + "."));
            values.add(value);
            getChildren().add(new SettingRow(model, penalty.weight(), value));
        }
        model.snapshotProperty().subscribe(this::show);
    }

    /// Where the weight is 0 nobody computes what along the way would cost.
    private void show(FlowSnapshot snapshot) {
        long now = System.nanoTime();
        if (snapshot.activity() instanceof Activity.Training && now - shownAt < READABLE) {
            return;
        }
        shownAt = now;
        var weights = snapshot.experiment().recipe().penalties();
        for (int k = 0; k < ALL.size(); k++) {
            double value = ALL.get(k).value().applyAsDouble(snapshot.costs());
            boolean known = value != 0 || ALL.get(k).factor().applyAsDouble(weights) > 0;
            values.get(k).setText(known ? "now " + Numbers.measure(value) : "");
        }
    }

    private static Penalty penalty(
            String id,
            String title,
            String sentence,
            Range range,
            ToDoubleFunction<Penalties> weight,
            BiFunction<Penalties, Double, Penalties> with,
            ToDoubleFunction<Costs> value,
            String unit) {
        var slot = new Setting.Slot(
                now -> weight.applyAsDouble(now.recipe().penalties()),
                (now, v) -> now.withRecipe(
                        now.recipe().withPenalties(with.apply(now.recipe().penalties(), v))));
        return new Penalty(Setting.number(id, title, sentence, range, slot), unit, weight, value);
    }
}
