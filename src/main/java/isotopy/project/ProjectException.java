package isotopy.project;

/// A project cannot be read: one sentence that says where, what is wrong, and what to do.
public final class ProjectException extends Exception {
    private static final long serialVersionUID = 1;

    /// What to do about a damaged file.
    private static final String MEND = "mend it there, or open another copy";

    private final String where;
    private final String sentence;

    private ProjectException(String where, String sentence) {
        super(where.isEmpty() ? sentence : where + ": " + sentence);
        this.where = where;
        this.sentence = sentence;
    }

    /// Something in the text is wrong at that place.
    static ProjectException at(Place place, String what) {
        return at(place, what, MEND);
    }

    /// Something in the text is wrong at that place, and another remedy than mending it is at hand.
    static ProjectException at(Place place, String what, String remedy) {
        var clean = what.replaceAll("\\p{Cntrl}", " "); // it may quote the file
        return new ProjectException(place.toString(), clean + "; " + remedy);
    }

    /// The file as a whole cannot be read.
    static ProjectException whole(String sentence) {
        return new ProjectException("", sentence);
    }

    /// The same, with the name of the file in front.
    ProjectException in(String file) {
        return new ProjectException(where.isEmpty() ? file : file + ", " + where, sentence);
    }
}
