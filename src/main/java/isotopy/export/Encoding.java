package isotopy.export;

import java.util.Map;

/// How frames become a stream: the encoder's name in the codec library, and its settings.
///
/// Constant quality everywhere, so that a film does not get worse where much moves. Measured numbers are in decision
/// 0017.
enum Encoding {
    /// Without rate control openh264 takes the quantiser 26 throughout, whatever bounds it is given.
    H264("libopenh264", "mp4", false, Map.of("rc_mode", "off", "profile", "high")),
    VP9("libvpx-vp9", "webm", false, VP9Settings.ALL),
    VP9_ALPHA("libvpx-vp9", "webm", true, VP9Settings.ALL);

    /// Frames from one key frame to the next, at most and at least: pieces that are encoded by themselves, so on
    /// as many cores as there are, and where players can jump to.
    static final int LONGEST_PIECE = 60;

    static final int SHORTEST_PIECE = 30;

    private final String encoder;
    private final String container;
    private final boolean transparent;
    private final Map<String, String> settings;

    /// A class of its own, as constants of an enum cannot be named before it.
    private static final class VP9Settings {
        static final Map<String, String> ALL =
                Map.of("crf", "28", "b", "0", "deadline", "realtime", "cpu-used", "6", "lag-in-frames", "0");
    }

    Encoding(String encoder, String container, boolean transparent, Map<String, String> settings) {
        this.encoder = encoder;
        this.container = container;
        this.transparent = transparent;
        this.settings = settings;
    }

    String encoder() {
        return encoder;
    }

    /// The kind of file, as the codec library calls it.
    String container() {
        return container;
    }

    boolean transparent() {
        return transparent;
    }

    Map<String, String> settings() {
        return settings;
    }
}
