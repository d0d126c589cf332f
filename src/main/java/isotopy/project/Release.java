package isotopy.project;

import java.io.IOException;
import java.util.Properties;

/// Which release of the program this is, as the build has written it down.
public final class Release {
    private Release() {}

    /// The number, such as "0.1.0".
    public static String number() {
        var properties = new Properties();
        try (var in = Release.class.getResourceAsStream("/isotopy/version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            // then the version is not known, which is no reason to fail
        }
        return properties.getProperty("version", "unknown");
    }
}
