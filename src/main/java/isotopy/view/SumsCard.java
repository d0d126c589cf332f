package isotopy.view;

import isotopy.figure.Theme;
import javafx.scene.layout.VBox;

/// stub
final class SumsCard extends VBox {
    SumsCard(WorkbenchModel model) {
        setId("insight-sums");
        getStyleClass().add("section");
    }

    void setTheme(Theme theme) {}
}
