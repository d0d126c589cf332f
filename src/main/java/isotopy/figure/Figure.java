package isotopy.figure;

import java.util.List;

/// A page with everything on it, in the order of painting. Immutable.
///
/// Units: logical pixels; `background` is ARGB.
public record Figure(double width, double height, int background, List<Mark> marks) {
    public Figure {
        marks = List.copyOf(marks);
    }
}
