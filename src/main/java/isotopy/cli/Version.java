package isotopy.cli;

import java.io.IOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The version of this program, as the build has written it down.
public final class Version implements IVersionProvider {
    /// The number, such as "0.1.0".
    public static String number() {
        var properties = new Properties();
        try (var in = Version.class.getResourceAsStream("/isotopy/version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            // then the version is not known, which is no reason to fail
        }
        return properties.getProperty("version", "unknown");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"isotopy " + number()};
    }
}
