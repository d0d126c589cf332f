package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.figure.Theme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExperimentPanelTest {
    @ParameterizedTest
    @EnumSource(Theme.class)
    void nothingIsClippedAtTheHeightOfASmallLaptop(Theme theme) {
        var model = Panels.model();
        var clipped = Fx.on(() -> {
            model.changeLook(look -> look.withTheme(theme));
            var panel = new ExperimentPanel(model, () -> {});
            var scene = Panels.scene(panel, theme, theme == Theme.PROJECTOR ? 336 : 280, 548);
            Fx.save(Panels.picture(scene), "panel-" + theme.id());
            return Panels.clipped(scene);
        });
        assertThat(clipped).isEmpty();
    }
}
