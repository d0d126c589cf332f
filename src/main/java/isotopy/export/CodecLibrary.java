package isotopy.export;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import isotopy.project.Places;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;

/// The library that encodes films, and whether it is here. Nothing else that names its classes is reached before
/// [#absence()] was empty.
final class CodecLibrary {
    /// Where the library unpacks its native half; the user's own setting is kept.
    private static final String FOLDER = "org.bytedeco.javacpp.cachedir";

    private static final Optional<String> ABSENCE = load();

    private CodecLibrary() {}

    /// Why there is none; empty where it works.
    static Optional<String> absence() {
        return ABSENCE;
    }

    private static Optional<String> load() {
        try {
            if (System.getProperty(FOLDER) == null) {
                System.setProperty(FOLDER, Places.here().cache("codec").toString());
            }
            Native.load();
            return Optional.empty();
        } catch (LinkageError | RuntimeException | IOException e) {
            System.getLogger("isotopy").log(System.Logger.Level.DEBUG, "no codec library", e);
            return Optional.of("the codec library is not here for " + System.getProperty("os.name") + " on "
                    + System.getProperty("os.arch"));
        }
    }

    /// A class of its own, so that the one around it can be loaded without the library.
    private static final class Native {
        private Native() {}

        static void load() {
            Loader.load(avutil.class);
            Loader.load(avcodec.class);
            Loader.load(avformat.class);
            av_log_set_level(AV_LOG_QUIET);
        }

        static String reason(int code) {
            var text = new byte[256];
            av_strerror(code, text, text.length);
            return new String(text, StandardCharsets.UTF_8).trim();
        }
    }

    /// A result of the library that is no error.
    ///
    /// Throws: `IOException` that says what could not be done, such as "write 'a.mp4'", and why.
    static int checked(int result, String doing) throws IOException {
        if (result < 0) {
            throw new IOException("cannot " + doing + ": " + Native.reason(result));
        }
        return result;
    }
}
