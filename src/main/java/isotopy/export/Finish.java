package isotopy.export;

import isotopy.project.Provenance;
import java.util.Optional;

/// How something is written, whatever it shows: the format, the size, what it stands on, and what the file says of its
/// making. What only some formats have a choice in (how often a film is played, dithering, the codec) belongs here too,
/// each as a component with its default in [#Finish(Format, Size)].
public record Finish(Format format, Size size, Ground ground, Optional<Provenance> provenance) {
    /// On the page of the theme, without a word of what made it.
    public Finish(Format format, Size size) {
        this(format, size, Ground.THEME, Optional.empty());
    }

    public Finish withGround(Ground changed) {
        return new Finish(format, size, changed, provenance);
    }

    public Finish withProvenance(Optional<Provenance> changed) {
        return new Finish(format, size, ground, changed);
    }

    /// What writes a film so.
    ///
    /// Throws: `IllegalArgumentException` with a sentence, when the format cannot hold it.
    Exporter exporter(Film film) {
        return Exporter.of(film.on(ground), format, provenance);
    }

    /// What writes a picture so.
    ///
    /// Throws: `IllegalArgumentException` with a sentence, when the format cannot hold it.
    Exporter exporter(Picture picture) {
        return Exporter.of(picture.on(ground), format, provenance);
    }
}
