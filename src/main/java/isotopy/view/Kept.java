package isotopy.view;

import isotopy.control.Control;
import isotopy.figure.Look;
import isotopy.figure.Storyboard;
import isotopy.project.Project;
import isotopy.snapshot.FlowSnapshot;
import isotopy.train.Experiment;
import isotopy.train.Trainer;

/// One moment of the window, to be saved or copied: the experiment as the user has set it, the newest flow, and the
/// view.
///
/// The trainer may be a little behind the last edit; then the flow is brought to the experiment's shape, as the trainer
/// does it.
record Kept(Experiment experiment, FlowSnapshot snapshot, Look look, Storyboard storyboard) {
    /// The project to write; takes long enough to be asked for off the JavaFX thread.
    Project project() {
        return flow().withStoryboard(storyboard);
    }

    private Project flow() {
        if (snapshot.experiment().equals(experiment)) {
            return Project.of(snapshot, look);
        }
        if (experiment.unlike(snapshot.control()).isPresent()) {
            return Project.untrained(experiment).withLook(look);
        }
        return new Project(
                experiment,
                reshaped(),
                snapshot.step(),
                snapshot.history(),
                snapshot.edits(),
                look,
                snapshot.checkpoints());
    }

    private Control reshaped() {
        try (var trainer = new Trainer(experiment, snapshot.control(), snapshot.step(), 1)) {
            return trainer.control();
        }
    }
}
