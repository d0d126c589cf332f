package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.figure.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ToolbarTest {
    @TempDir
    Path folder;

    static Stream<Arguments> windows() {
        return Stream.of(Theme.values())
                .flatMap(theme -> Stream.of(1000, 1280, 1440).map(width -> Arguments.of(theme, width)));
    }

    @ParameterizedTest
    @MethodSource("windows")
    void nothingIsClippedFromAThousandPixelsOn(Theme theme, int width) {
        var model = Panels.model();
        var clipped = Fx.on(() -> {
            var documents = Panels.documents(model, new Panels.Answers(), folder);
            var toolbar = new Toolbar(model, documents, List.of(), () -> {});
            model.changeLook(look -> look.withTheme(theme));
            var scene = Panels.scene(toolbar, theme, width, 48);
            Fx.save(Panels.picture(scene), "toolbar-" + theme.id() + "-" + width);
            return Panels.clipped(scene);
        });
        assertThat(clipped).isEmpty();
    }
}
