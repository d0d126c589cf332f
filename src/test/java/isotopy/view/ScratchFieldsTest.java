package isotopy.view;
import isotopy.control.*;
import javafx.scene.layout.*;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
class ScratchFieldsTest {
    @Test void seeds() {
        Fx.start();
        var grid = Fx.on(() -> {
            var g = new GridPane(); g.setHgap(14); g.setVgap(10);
            int r = 0;
            for (var f : Families.groups().get(1).families()) {
                g.add(new Label(f.title()), 0, r);
                for (int s = 1; s <= 2; s++) { var p = new FieldPicture(f); if (s > 1) {p.setStyle("-fx-min-height: 44px; -fx-pref-height: 44px");} g.add(p, s, r); }
                r++;
            }
            return g;
        });
        Fx.save(Fx.on(() -> { var sc = Panels.scene(grid, isotopy.figure.Theme.LIGHT, 1100, 480); return Panels.picture(sc); }), "seeds");
    }
}
