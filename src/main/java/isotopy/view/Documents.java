package isotopy.view;

import isotopy.export.Format;
import isotopy.project.Project;
import isotopy.project.ProjectFile;
import isotopy.project.Provenance;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/// The document in the window: what New, Open and Save do, which file it is, and what is asked before changes are lost.
/// Lives on the JavaFX thread; every file is read and written in the background, and the answer to an older question is
/// dropped when there is a newer one.
public final class Documents {
    private record Opened(Project project, FlowSnapshot snapshot, Optional<Path> file) {}

    private final WorkbenchModel model;
    private final Tasks tasks;
    private final FileChoice choice;
    private final RecentFiles recent;
    private final TableImports imports;
    private final Pictures pictures;
    private final ReadOnlyObjectWrapper<Optional<Path>> file = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringExpression title;
    private final SavedTargets saved;
    private long asked;

    public Documents(WorkbenchModel model, Tasks tasks, FileChoice choice, RecentFiles recent) {
        this.model = model;
        this.tasks = tasks;
        this.choice = choice;
        this.recent = recent;
        imports = new TableImports(model, tasks);
        pictures = new Pictures(model, tasks);
        saved = new SavedTargets(recent.targets(), tasks);
        title = Bindings.createStringBinding(
                () -> name() + (model.unsavedProperty().get() ? "*" : "") + " – Isotopy",
                file,
                model.unsavedProperty());
    }

    // ---- Properties ----

    /// The title of the window: the name of the document, with a star while something is not saved.
    public StringExpression title() {
        return title;
    }

    /// The file that Save writes, once there is one.
    public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /// The projects that were opened or saved last, newest first.
    public ObservableList<Path> recent() {
        return recent.files();
    }

    /// The targets that the user keeps.
    SavedTargets saved() {
        return saved;
    }

    /// The name of the document, without its ending.
    public String name() {
        return file.get().map(Documents::baseName).orElse("Untitled");
    }

    // ---- Commands ----

    /// Begins anew with the identity, to be drawn upon; asks before changes are lost.
    public void create() {
        unlessUnsaved(() -> {
            var theme = model.lookProperty().get().theme();
            var project = Project.untrained(Experiment.standard(Preset.IDENTITY));
            show(project.withLook(project.look().withTheme(theme)), Optional.empty(), model::startDrawing);
        });
    }

    /// Asks for a project and opens it; asks before changes are lost.
    public void open() {
        unlessUnsaved(() -> choice.open(FileChoice.Kind.PROJECT).ifPresent(this::read));
    }

    /// Opens the project in a file; asks before changes are lost. A file that cannot be read is told of, and
    /// nothing changes.
    public void open(Path project) {
        unlessUnsaved(() -> read(project));
    }

    /// Saves to the document's file, or asks for one.
    public void save() {
        save(() -> {});
    }

    /// Asks for a file and saves to it.
    public void saveAs() {
        saveAs(() -> {});
    }

    /// Opens what was dropped on the window: a project, what a project was exported to, a table or a picture.
    public void accept(List<Path> dropped) {
        dropped.stream().findFirst().ifPresent(first -> {
            if (ending(first).equals("csv")) {
                importPairs(first);
            } else if (FileChoice.Kind.IMAGE.endings().contains(ending(first))) {
                openExported(first);
            } else {
                open(first);
            }
        });
    }

    /// Opens the experiment that made a picture, or lays a picture of another origin over the square.
    private void openExported(Path picture) {
        tasks.run(
                () -> Provenance.of(picture).isPresent(),
                made -> {
                    if (made) {
                        open(picture);
                    } else {
                        pictures.open(picture);
                    }
                },
                this::tell);
    }

    /// Whether a file of that name can be dropped on the window.
    public static boolean accepts(Path dropped) {
        return List.of("csv", "isotopy", "json").contains(ending(dropped))
                || FileChoice.Kind.IMAGE.endings().contains(ending(dropped))
                || Format.known(dropped)
                || Files.isDirectory(dropped);
    }

    /// Asks for a table and shows it, to be imported as the target.
    public void importPairs() {
        choice.open(FileChoice.Kind.PAIRS).ifPresent(this::importPairs);
    }

    /// Shows a table, to be imported as the target.
    public void importPairs(Path table) {
        imports.begin(table);
    }

    /// The import of a table that is going on.
    TableImports imports() {
        return imports;
    }

    /// Asks for a picture and lays it over the square, to be carried by the flow.
    public void openPicture() {
        choice.open(FileChoice.Kind.IMAGE).ifPresent(pictures::open);
    }

    /// Does `then` when no change would be lost by it: there is none, it was saved, or the user lets it go.
    public void unlessUnsaved(Runnable then) {
        if (!model.unsavedProperty().get()) {
            then.run();
            return;
        }
        switch (choice.unsaved(name())) {
            case SAVE -> save(then);
            case DISCARD -> then.run();
            case CANCEL -> {}
        }
    }

    /// The document of this moment, to be saved or copied.
    Kept keep() {
        return new Kept(
                model.experimentProperty().get(),
                model.snapshotProperty().get(),
                model.lookProperty().get(),
                model.storyboardProperty().get());
    }

    /// Shows a project in the place of everything, in the background; `after` follows.
    void show(Project project, Optional<Path> from, Runnable after) {
        long question = ++asked;
        tasks.run(project::snapshot, start -> arrive(question, new Opened(project, start, from), after), this::tell);
    }

    private void read(Path project) {
        long question = ++asked;
        tasks.run(
                () -> {
                    var found = ProjectFile.read(project);
                    // what a project was exported to is not where it is saved
                    return new Opened(
                            found, found.snapshot(), Optional.of(project).filter(ProjectFile::isText));
                },
                opened -> arrive(question, opened, () -> {}),
                problem -> {
                    if (!Files.exists(project)) {
                        recent.forget(project);
                    }
                    tell(problem);
                });
    }

    /// Opens the project in a text.
    void read(String text) {
        long question = ++asked;
        tasks.run(
                () -> {
                    var found = ProjectFile.read(text);
                    return new Opened(found, found.snapshot(), Optional.empty());
                },
                opened -> arrive(question, opened, () -> {}),
                this::tell);
    }

    private void arrive(long question, Opened opened, Runnable after) {
        if (question != asked) {
            return;
        }
        model.show(opened.snapshot(), opened.project().look(), false);
        model.showStoryboard(opened.project().storyboard());
        file.set(opened.file().map(Path::toAbsolutePath));
        opened.file().ifPresent(recent::add);
        after.run();
    }

    private void save(Runnable then) {
        file.get().ifPresentOrElse(known -> write(known, then), () -> saveAs(then));
    }

    private void saveAs(Runnable then) {
        choice.save(FileChoice.Kind.PROJECT, name() + ProjectFile.ENDING).ifPresent(chosen -> write(chosen, then));
    }

    private void write(Path into, Runnable then) {
        var kept = keep();
        tasks.run(
                () -> {
                    ProjectFile.write(kept.project(), into);
                    return into;
                },
                written -> {
                    file.set(Optional.of(written.toAbsolutePath()));
                    recent.add(written);
                    if (kept.experiment() == model.experimentProperty().get() && !model.training()) {
                        model.saved();
                    }
                    then.run();
                },
                this::tell);
    }

    private void tell(Exception problem) {
        var sentence = Objects.requireNonNullElse(problem.getMessage(), "This could not be done.");
        if (problem instanceof RuntimeException) {
            System.getLogger("isotopy").log(System.Logger.Level.ERROR, "a task of the window failed", problem);
        }
        model.tell(Notice.of(Notice.Kind.ERROR, sentence));
    }

    private static String baseName(Path path) {
        var name = String.valueOf(path.getFileName());
        return name.endsWith(ProjectFile.ENDING)
                ? name.substring(0, name.length() - ProjectFile.ENDING.length())
                : name;
    }

    private static String ending(Path path) {
        var name = String.valueOf(path.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
