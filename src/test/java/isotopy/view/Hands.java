package isotopy.view;

import atlantafx.base.theme.PrimerLight;
import isotopy.figure.Look;
import isotopy.snapshot.FlowSnapshot;
import java.awt.image.BufferedImage;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/// Stage and timeline in a window on the headless screen, and a mouse and a keyboard for them.
final class Hands implements AutoCloseable {
    final WorkbenchModel model;
    final StageView stage;
    final TimelineView timeline;
    final StageKeys keys;
    private final Stage window;
    private final Robot robot;

    Hands(FlowSnapshot start, double width, double height) {
        Fx.run(() -> Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
        model = Fx.on(() -> Fx.model(
                start, Look.standard(start.experiment().sampling().domain()).withParticles(300), false));
        stage = Fx.on(() -> new StageView(model));
        timeline = Fx.on(() -> new TimelineView(model));
        keys = new StageKeys(model, stage);
        robot = Fx.on(Robot::new);
        window = Fx.on(() -> {
            var pane = new BorderPane(stage);
            pane.setBottom(timeline);
            var shown = new Stage();
            var scene = new Scene(pane, width, height);
            scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
                if (keys.handleKey(key)) {
                    key.consume();
                }
            });
            shown.setScene(scene);
            shown.setX(0);
            shown.setY(0);
            shown.show();
            return shown;
        });
        frames(3);
    }

    /// Lets so many frames pass.
    void frames(int count) {
        for (int k = 0; k < count; k++) {
            Fx.run(() -> {
                model.pulse(System.nanoTime());
                stage.pulse(System.nanoTime());
                window.getScene().getRoot().applyCss();
                window.getScene().getRoot().layout();
            });
        }
    }

    /// Lets frames pass until the condition holds.
    void await(BooleanSupplier condition) {
        Fx.await(model, () -> {
            stage.pulse(System.nanoTime());
            return condition.getAsBoolean();
        });
    }

    Node find(String id) {
        return Fx.on(() -> window.getScene().lookup("#" + id));
    }

    /// Moves the mouse to a place of a node.
    void moveTo(Node node, double x, double y) {
        Fx.run(() -> {
            Point2D at = node.localToScreen(x, y);
            robot.mouseMove(at);
        });
    }

    void press(MouseButton button) {
        Fx.run(() -> robot.mousePress(button));
    }

    void release(MouseButton button) {
        Fx.run(() -> robot.mouseRelease(button));
    }

    void click(Node node, double x, double y) {
        click(node, x, y, MouseButton.PRIMARY);
    }

    void click(Node node, double x, double y, MouseButton button) {
        moveTo(node, x, y);
        press(button);
        release(button);
        frames(1);
    }

    void click(String id) {
        var node = find(id);
        var size = Fx.on(node::getBoundsInLocal);
        click(node, size.getCenterX(), size.getCenterY());
    }

    /// Drags over a node in small steps.
    void drag(Node node, double fromX, double fromY, double toX, double toY) {
        moveTo(node, fromX, fromY);
        press(MouseButton.PRIMARY);
        for (int k = 1; k <= 8; k++) {
            moveTo(node, fromX + k * (toX - fromX) / 8, fromY + k * (toY - fromY) / 8);
        }
        release(MouseButton.PRIMARY);
        frames(2);
    }

    void wheel(Node node, double x, double y, int notches) {
        moveTo(node, x, y);
        Fx.run(() -> robot.mouseWheel(notches));
        frames(1);
    }

    void type(KeyCode code) {
        Fx.run(() -> {
            robot.keyPress(code);
            robot.keyRelease(code);
        });
        frames(1);
    }

    BufferedImage picture() {
        frames(2);
        return Fx.on(() -> Fx.image(window.getScene().snapshot(null)));
    }

    /// Page x of a world point on the stage.
    double pageX(double x1) {
        return Fx.on(() -> model.lookProperty().get().camera().pageX(x1, stage.getWidth(), stage.getHeight()));
    }

    double pageY(double x2) {
        return Fx.on(() -> model.lookProperty().get().camera().pageY(x2, stage.getWidth(), stage.getHeight()));
    }

    @Override
    public void close() {
        Fx.run(() -> {
            window.hide();
            model.close();
        });
    }
}
