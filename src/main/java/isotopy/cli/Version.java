package isotopy.cli;

import isotopy.project.Release;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"isotopy " + Release.number()};
    }
}
