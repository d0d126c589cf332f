package isotopy.view;

import isotopy.target.Correspondence;
import java.io.IOException;
import java.nio.file.Path;

final class PairsImport {
    static Correspondence read(Path table) throws IOException {
        throw new IOException("stub");
    }

    static void use(WorkbenchModel model, Correspondence pairs) {}
}
