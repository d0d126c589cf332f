package isotopy.project;

import isotopy.target.Labels;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The classes of points as they are read: a number for every point, and the words behind the numbers. Mutable.
final class Classes {
    /// A column with more different words than this holds no classes.
    private static final int MOST_WORDS = 1000;

    private final String file;
    private final Map<String, Integer> words = new HashMap<>();
    private int[] numbers = new int[0];
    private int size;

    Classes(String file) {
        this.file = file;
    }

    /// Takes the words of the next points.
    ///
    /// Throws: `PointsException` when there are so many different ones that they can be no classes.
    void add(List<String> next) throws PointsException {
        if (size + next.size() > numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(2 * numbers.length, size + next.size()));
        }
        for (var word : next) {
            numbers[size++] = words.computeIfAbsent(word, _ -> words.size());
            if (words.size() > MOST_WORDS) {
                throw wrongNumber("are more than 1,000");
            }
        }
    }

    /// The different words, numbers by size and others by the alphabet.
    ///
    /// Throws: `PointsException` when there are too few or too many to be classes.
    List<String> names() throws PointsException {
        var names = ClassNames.sorted(words.keySet());
        if (names.size() < 2 || names.size() > Labels.MOST_CLASSES) {
            throw wrongNumber(names.size() == 1 ? "is 1" : "are " + names.size());
        }
        return names;
    }

    private PointsException wrongNumber(String found) {
        return PointsException.inFile(file + ": there must be 2 … " + Labels.MOST_CLASSES
                + " different labels, and there " + found + "; name few classes in the column of labels");
    }

    /// The index of every point's word among these names.
    List<Integer> indices(List<String> names) {
        var index = new int[words.size()];
        words.forEach((word, number) -> index[number] = names.indexOf(word));
        return new AbstractList<>() {
            @Override
            public Integer get(int k) {
                return index[numbers[k]];
            }

            @Override
            public int size() {
                return size;
            }
        };
    }
}
