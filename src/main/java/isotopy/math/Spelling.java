package isotopy.math;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds the word that was meant by one that is misspelt.
public final class Spelling {
    private Spelling() {}

    /// The known word that is spelt most like the given one, in small or capital letters; empty where more than two
    /// letters differ, or more than one of a short word. Of equally near ones those with the same first letter come
    /// first.
    ///
    /// Source: F. J. Damerau's distance, in the form that swaps neighbours only once.
    public static Optional<String> nearest(String word, Collection<String> known) {
        var name = word.toLowerCase(Locale.ROOT);
        int allowed = word.length() < 4 ? 1 : 2;
        return known.stream()
                .filter(other -> Math.abs(other.length() - name.length()) <= allowed)
                .min(Comparator.comparingInt((String other) -> distance(name, other.toLowerCase(Locale.ROOT)))
                        .thenComparing(other -> !other.regionMatches(true, 0, name, 0, 1))
                        .thenComparingInt(other -> Math.abs(other.length() - name.length())))
                .filter(other -> distance(name, other.toLowerCase(Locale.ROOT)) <= allowed);
    }

    /// The number of letters to add, drop, change or swap with their neighbour that turns one word into the other.
    private static int distance(String a, String b) {
        var counts = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                counts[i][j] = i == 0 || j == 0 ? i + j : edited(counts, a, b, i, j);
            }
        }
        return counts[a.length()][b.length()];
    }

    private static int edited(int[][] counts, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(counts[i - 1][j - 1] + change, 1 + Math.min(counts[i - 1][j], counts[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, counts[i - 2][j - 2] + 1) : least;
    }
}
