package isotopy.view;

import isotopy.export.Finish;
import isotopy.figure.Charts;
import isotopy.figure.Look;
import isotopy.figure.Overlay;
import isotopy.figure.Storyboard;
import isotopy.figure.Strip;
import isotopy.figure.Theme;

/// Everything that is chosen in the export dialog. Immutable, and equal when the same is chosen.
///
/// @param finish without provenance
/// @param moment the time of a picture, as a share of T
/// @param board what a film shows, and how every picture speaks
/// @param marked whether the file says what made it
record ExportChoices(
        ExportKind kind,
        ExportWay way,
        Finish finish,
        Dress dress,
        double moment,
        Strip strip,
        Charts chart,
        Pace pace,
        Storyboard board,
        boolean marked) {
    /// How the scene is dressed for it.
    record Dress(Theme theme, boolean axes, int particles) {
        /// The look of the window in this dress.
        Look over(Look window) {
            return window.withTheme(theme)
                    .withParticles(particles)
                    .with(Overlay.AXES, axes)
                    .with(Overlay.TICKS, axes);
        }
    }

    /// How long a film is.
    ///
    /// Units: frames a second, and seconds.
    record Pace(int rate, double seconds) {}
}
