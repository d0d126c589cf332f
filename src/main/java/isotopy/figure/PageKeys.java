package isotopy.figure;

import isotopy.target.Kind;
import isotopy.target.Labels;

/// All that a page says about the signs, lines and colours of a picture on it: the same at every t.
final class PageKeys {
    private PageKeys() {}

    /// The list for a picture.
    static KeyList of(Shot shot) {
        return switch (shot.projection()) {
            case PLANE -> shot.kind() == Kind.LINE ? line(shot) : plane(shot);
            case SPACE -> {
                var target = shot.scene().snapshot().experiment().target();
                yield target instanceof Labels labels ? ClassLegend.of(labels, shot) : new KeyList(shot);
            }
            case HEIGHT -> {
                var keys = new KeyList(shot);
                if (shot.scene().said().isPresent()) {
                    keys.scale(HeightIllustrator.scale(shot));
                }
                yield keys;
            }
            case STACK -> {
                var keys = new KeyList(shot);
                keys.folds();
                yield keys;
            }
        };
    }

    private static KeyList plane(Shot shot) {
        var keys = PlaneKeys.of(shot);
        ErrorHeat.scale(shot).ifPresent(keys::scale);
        DeterminantMaps.scale(shot).ifPresent(keys::scale);
        ValueMap.scale(shot).ifPresent(keys::scale);
        CostateArrows.key(shot, keys);
        return keys;
    }

    private static KeyList line(Shot shot) {
        var keys = new KeyList(shot);
        var layout = LineIllustrator.layout(shot);
        var target = shot.scene().snapshot().experiment().target();
        new LineLegend(shot, layout).add(Descents.any(target, layout), keys);
        keys.folds();
        return keys;
    }
}
