package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.figure.Theme;
import isotopy.math.Box;
import isotopy.project.TargetFile;
import isotopy.target.Composition;
import isotopy.target.Gallery;
import isotopy.target.InverseMap;
import isotopy.target.Kind;
import isotopy.target.LabelPreset;
import isotopy.target.LinePreset;
import isotopy.target.Preset;
import isotopy.target.TargetMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GalleryTest {
    @TempDir
    Path folder;

    private WorkbenchModel model;
    private GalleryPopup gallery;
    private Scene bar;

    @BeforeEach
    void open() {
        model = Panels.model();
        Fx.run(() -> {
            gallery = gallery();
            gallery.bar().begin();
            bar = Panels.scene(gallery.bar(), Theme.LIGHT, 860, 200);
        });
    }

    private GalleryPopup gallery() {
        return new GalleryPopup(model, Panels.AT_ONCE, new SavedTargets(folder.resolve("targets"), Panels.AT_ONCE));
    }

    @AfterEach
    void close() {
        model.close();
    }

    private TargetMap target() {
        return model.experimentProperty().get().target();
    }

    private void click(String card) {
        ((ButtonBase) gallery.cards().lookup("#gallery-" + card)).fire();
    }

    private void search(String words) {
        Panels.<TextField>find(bar, "gallery-search").setText(words);
    }

    @Test
    void wordsAndKindsNarrowTheCards() {
        Fx.run(() -> {
            long all = Gallery.entries().stream()
                    .filter(entry -> !Targets.surprise(entry))
                    .count();
            assertThat(gallery.cards().getChildren()).hasSize((int) all);
            search("ARMS wound");
            assertThat(gallery.cards().getChildren())
                    .extracting(Node::getId)
                    .containsExactly("gallery-spirals", "gallery-three-spirals");
            search("");
            Panels.<ToggleButton>find(bar, "gallery-kind-1-d").fire();
            assertThat(gallery.cards().getChildren()).hasSize(LinePreset.values().length);
            search("no such words");
            assertThat(gallery.cards().getChildren()).isEmpty();
        });
    }

    @Test
    void aCardOfAnotherKindBringsItsKindAlong() {
        Fx.run(() -> {
            click("annulus");
            assertThat(target()).isEqualTo(LabelPreset.ANNULUS.draw(Targets.POINTS, Targets.SEED));
            click("sine");
            assertThat(target()).isEqualTo(LinePreset.SINE);
            assertThat(model.experimentProperty().get().sampling().domain()).isEqualTo(LinePreset.SINE.home());
            model.undo();
            model.undo();
            assertThat(target()).isEqualTo(Preset.SWIRL);
        });
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aSurpriseIsOfThePresentKindAndItsSeedRepeatsIt(Kind kind) {
        Fx.run(() -> {
            new Kinds(model).choose(kind);
            Panels.<Button>find(bar, "gallery-surprise").fire();
            var first = target();
            var seed = Panels.<TextField>find(bar, "gallery-seed");
            var shown = seed.getText();
            Panels.<Button>find(bar, "gallery-surprise").fire();
            assertThat(target()).isNotEqualTo(first);
            assertThat(target().kind()).isEqualTo(kind);
            seed.setText(shown);
            seed.fireEvent(new ActionEvent());
            assertThat(target()).isEqualTo(first);
            assertThat(target().title().length()).as(target().title()).isLessThan(20);
            assertThat(Targets.sentence(target())).doesNotContain("+ -").doesNotContain("  ");
        });
    }

    @Test
    void aTargetIsKeptAsAFileFoundAgainTakenOutAndBroughtBack() throws IOException {
        Fx.run(() -> {
            Panels.<Button>find(bar, "gallery-save").fire();
            var name = Panels.<TextField>find(bar, "gallery-name");
            assertThat(name.getText()).isEqualTo("Swirl");
            name.setText("My: swirl / 1*?");
            Panels.<Button>find(bar, "gallery-keep").fire();
            search("my: swirl");
            assertThat(gallery.cards().getChildren()).hasSize(1);
        });
        try (var files = Files.list(folder.resolve("targets"))) {
            assertThat(files).hasSize(1);
        }
        Fx.run(() -> {
            model.edit("Choose", now -> now.withTarget(Preset.FAN));
            var again = new SavedTargets(folder.resolve("targets"), Panels.AT_ONCE);
            assertThat(again.all()).containsExactly(new SavedTargets.Saved("My: swirl / 1*?", Preset.SWIRL));
            again.remove(again.all().getFirst(), model);
            assertThat(new SavedTargets(folder.resolve("targets"), Panels.AT_ONCE).all())
                    .isEmpty();
            model.noticeProperty()
                    .get()
                    .orElseThrow()
                    .offers()
                    .getFirst()
                    .action()
                    .run();
            assertThat(new SavedTargets(folder.resolve("targets"), Panels.AT_ONCE).all())
                    .hasSize(1);
        });
    }

    @Test
    void longNamesInAnyLettersAndNamesThatDifferInCaseAreKept() throws IOException {
        var names = List.of("Ångström", "å".repeat(3) + "面".repeat(37), "swirl", "SWIRL", "𝄞".repeat(40));
        var at = folder.resolve("targets");
        Files.createDirectories(at);
        Files.writeString(at.resolve("%C3%85ngstr%C3%B6m.json"), TargetFile.write(Preset.SHEAR));
        Fx.run(() -> {
            var saved = new SavedTargets(at, Panels.AT_ONCE);
            assertThat(saved.all()).containsExactly(new SavedTargets.Saved("Ångström", Preset.SHEAR));
            for (var name : names) {
                saved.save(name, Preset.FAN, model);
            }
            assertThat(model.noticeProperty().get()).isEmpty();
            var again = new SavedTargets(at, Panels.AT_ONCE).all();
            assertThat(again).extracting(SavedTargets.Saved::name).containsExactlyInAnyOrderElementsOf(names);
            assertThat(again).allMatch(one -> one.target() == Preset.FAN);
        });
        try (var files = Files.list(at)) {
            assertThat(files.map(file -> file.getFileName().toString().toLowerCase(Locale.ROOT)))
                    .hasSize(names.size())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void filesThatHoldNoTargetArePassedOver() throws IOException {
        Files.createDirectories(folder.resolve("targets"));
        Files.writeString(folder.resolve("targets").resolve("broken.json"), "{");
        Files.writeString(folder.resolve("targets").resolve("100%.json"), "{}");
        Fx.run(() -> assertThat(new SavedTargets(folder.resolve("targets"), Panels.AT_ONCE).all())
                .isEmpty());
    }

    @Test
    void twoMapsArePutTogetherAndOneIsInverted() {
        Fx.run(() -> {
            var compose = Panels.<MenuButton>find(bar, "gallery-compose");
            compose.getItems().getFirst().fire();
            assertThat(gallery.cards().getChildren())
                    .as("maps of the plane alone")
                    .allMatch(card -> ((GalleryCard) card).kind() == Kind.PLANE);
            click("shear");
            assertThat(target()).isEqualTo(new Composition(Preset.SWIRL, Preset.SHEAR));
            model.undo();
            gallery.bar().begin();
            compose.getItems().get(1).fire();
            assertThat(target()).isEqualTo(new InverseMap(Preset.SWIRL));
            model.undo();
            gallery.bar().begin();
            compose.getItems().getLast().fire();
            click("rotation");
            assertThat(target()).as("only the first of two").isEqualTo(Preset.SWIRL);
            click("fan");
            assertThat(target()).isEqualTo(new Composition(Preset.ROTATION, Preset.FAN));
            click("shear");
            assertThat(target()).as("and then cards are targets again").isEqualTo(Preset.SHEAR);
            Panels.layOut(bar);
            assertThat(Panels.clipped(bar)).isEmpty();
            assertThat(model.experimentProperty().get().sampling().domain()).isEqualTo(Box.UNIT);
        });
    }
}
