package isotopy.export;

/// Is told how far an export is, and can stop it.
@FunctionalInterface
public interface Progress {
    /// Listens to nothing and never stops.
    Progress NONE = (done, of) -> true;

    /// Called after each piece of work; false stops the export, which then leaves no file.
    boolean reached(int done, int of);
}
