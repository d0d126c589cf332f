package isotopy.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.glass.ui.Application;
import isotopy.view.Fx;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The event of macOS, played on the toolkit that is here: on a Mac it was not tried.
class OpenedFilesTest {
    @Test
    void filesOfTheEventAreToldAndEverythingElseGoesOn() {
        var told = new ArrayList<List<Path>>();
        var quits = new ArrayList<Long>();
        var before = new Application.EventHandler() {
            @Override
            public void handleQuitAction(Application app, long time) {
                quits.add(time);
            }
        };
        var files = new OpenedFiles(before, told::add);
        Fx.run(() -> {
            files.handleOpenFilesAction(Application.GetApplication(), 1, new String[] {"/a.isotopy", "/b.isotopy"});
            files.handleQuitAction(Application.GetApplication(), 7);
        });
        assertThat(told).containsExactly(List.of(Path.of("/a.isotopy"), Path.of("/b.isotopy")));
        assertThat(quits).containsExactly(7L);
    }

    @Test
    void noEventOfTheToolkitIsSwallowed() {
        var events = Arrays.stream(Application.EventHandler.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(method -> method.getName())
                .toList();
        assertThat(Arrays.stream(OpenedFiles.class.getDeclaredMethods()).map(method -> method.getName()))
                .containsAll(events);
    }

    @Test
    void elsewhereThanOnMacOsTheToolkitIsLeftAlone() {
        var before = Fx.on(() -> Application.GetApplication().getEventHandler());
        Fx.run(() -> OpenedFiles.watch(_ -> {}));
        assertThat(Fx.on(() -> Application.GetApplication().getEventHandler())).isSameAs(before);
    }
}
