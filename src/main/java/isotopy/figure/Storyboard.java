package isotopy.figure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/// What a film shows, whatever it is made of and however long it is. Immutable.
///
/// With a hold of h seconds an end stands still for round(h · rate) frames more; of a film there and back, the ends are
/// those of the way: where it begins, and where it turns. `overlays` and `particles` take the place of the look's where
/// they are given.
public record Storyboard(
        Course course,
        Direction direction,
        Easing easing,
        Hold hold,
        CameraWork camera,
        Manner.Words words,
        boolean axisNames,
        Optional<Set<Overlay>> overlays,
        OptionalInt particles,
        List<Chapter> chapters) {
    /// Over t from 0 to T at one speed, as it is looked at.
    public static final Storyboard STANDARD = new Storyboard(
            new Course.Time(),
            Direction.FORWARDS,
            Easing.LINEAR,
            Hold.NONE,
            new CameraWork.Following(),
            Manner.Words.TIME,
            true,
            Optional.empty(),
            OptionalInt.empty(),
            List.of());

    /// How long the ends stand still.
    ///
    /// Units: seconds.
    public record Hold(double first, double last) {
        public static final Hold NONE = new Hold(0, 0);

        /// Longer nobody waits.
        public static final double LONGEST = 60;

        public Hold {
            if (!(first >= 0 && first <= LONGEST && last >= 0 && last <= LONGEST)) {
                throw new IllegalArgumentException("a hold lasts 0 … 60 seconds: " + first + ", " + last);
            }
        }
    }

    /// A part of the film with a name of its own, in a file of its own.
    ///
    /// @param from the share of the film at which it begins
    /// @param to the share at which it ends
    public record Chapter(String name, double from, double to) {
        private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} _-]{0,39}");

        public Chapter {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "a chapter's name has 1 … 40 letters, digits, spaces and hyphens: '" + name + "'");
            }
            if (!(from >= 0 && from < to && to <= 1)) {
                throw new IllegalArgumentException(
                        "a chapter goes from one share of the film to a later one, in 0 … 1: " + name + ":" + from + "-"
                                + to);
            }
        }

        /// Its first frame. Chapters that touch share no frame and leave none out.
        public int first(int frames) {
            return Math.min(frames - 1, (int) Math.round(from * frames));
        }

        /// How many frames it has, at least one.
        public int count(int frames) {
            return Math.max(1, (int) Math.round(to * frames) - first(frames));
        }
    }

    /// Throws: `IllegalArgumentException` when the look could not have that many particles.
    public Storyboard {
        overlays = overlays.map(Set::copyOf);
        chapters = List.copyOf(chapters);
        if (particles.isPresent() && (particles.getAsInt() < 1 || particles.getAsInt() > 1_000_000)) {
            throw new IllegalArgumentException("particles must be in 1 … 1,000,000: " + particles.getAsInt());
        }
    }

    /// What frame k of a film of so many frames shows; the first and the last are exactly the ends.
    ///
    /// Units: `rate` in frames a second. Throws: `IllegalArgumentException` with a sentence, when the holds, or
    /// the way there and back, need more frames.
    public Cue cue(int k, int frames, int rate) {
        double film = frames == 1 ? 1 : k / (frames - 1.0);
        double way =
                new Pace(frames, Math.round(hold.first() * rate), Math.round(hold.last() * rate), direction).way(k);
        return switch (course) {
            case Course.Time() -> new Cue(film, eased(way), 1);
            case Course.Steps(double at) -> new Cue(film, at, eased(way));
            case Course.Number(var _, var _, var _, double at) -> new Cue(film, at, eased(way));
            case Course.StepsThenTime() -> acts(film, way);
        };
    }

    private Cue acts(double film, double way) {
        double learned = Course.StepsThenTime.LEARNED;
        double turned = Course.StepsThenTime.TURNED;
        if (way < learned) {
            return new Cue(film, 1, eased(way / learned));
        }
        if (way < turned) {
            return new Cue(film, 1 - eased((way - learned) / (turned - learned)), 1);
        }
        return new Cue(film, way == 1 ? 1 : eased((way - turned) / (1 - turned)), 1);
    }

    /// Eased in the direction in which it runs.
    private double eased(double share) {
        return switch (direction) {
            case FORWARDS, THERE_AND_BACK -> easing.at(share);
            case BACK -> 1 - easing.at(1 - share);
        };
    }

    /// How its pictures speak.
    public Manner manner() {
        return new Manner(words, axisNames, camera instanceof CameraWork.Following);
    }

    /// A look with what the film replaces of it.
    public Look dressed(Look look) {
        var shown = overlays.map(look::withOverlays).orElse(look);
        return particles.isPresent() ? shown.withParticles(particles.getAsInt()) : shown;
    }

    public Storyboard withCourse(Course changed) {
        return new Storyboard(
                changed, direction, easing, hold, camera, words, axisNames, overlays, particles, chapters);
    }

    public Storyboard withDirection(Direction changed) {
        return new Storyboard(course, changed, easing, hold, camera, words, axisNames, overlays, particles, chapters);
    }

    public Storyboard withEasing(Easing changed) {
        return new Storyboard(
                course, direction, changed, hold, camera, words, axisNames, overlays, particles, chapters);
    }

    public Storyboard withHold(Hold changed) {
        return new Storyboard(
                course, direction, easing, changed, camera, words, axisNames, overlays, particles, chapters);
    }

    public Storyboard withCamera(CameraWork changed) {
        return new Storyboard(
                course, direction, easing, hold, changed, words, axisNames, overlays, particles, chapters);
    }

    public Storyboard withWords(Manner.Words changed) {
        return new Storyboard(
                course, direction, easing, hold, camera, changed, axisNames, overlays, particles, chapters);
    }

    public Storyboard withAxisNames(boolean changed) {
        return new Storyboard(course, direction, easing, hold, camera, words, changed, overlays, particles, chapters);
    }

    public Storyboard withOverlays(Optional<Set<Overlay>> changed) {
        return new Storyboard(course, direction, easing, hold, camera, words, axisNames, changed, particles, chapters);
    }

    public Storyboard withParticles(OptionalInt changed) {
        return new Storyboard(course, direction, easing, hold, camera, words, axisNames, overlays, changed, chapters);
    }

    public Storyboard withChapters(List<Chapter> changed) {
        return new Storyboard(course, direction, easing, hold, camera, words, axisNames, overlays, particles, changed);
    }
}
