package isotopy.project;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// The names of classes in their order: numbers by size where all are numbers, else words by the alphabet.
final class ClassNames {
    private ClassNames() {}

    /// The different ones of these words, in order.
    static List<String> sorted(Collection<String> words) {
        var different = words.stream().distinct().sorted().toList();
        if (different.stream()
                .allMatch(word -> PointsReader.NUMBER.matcher(word).matches())) {
            return different.stream()
                    .sorted(Comparator.comparingDouble(Double::parseDouble))
                    .toList();
        }
        return different;
    }
}
