package isotopy.view;

import isotopy.cli.PathsTable;
import isotopy.cli.RenderText;
import isotopy.export.Progress;
import isotopy.project.Provenance;
import isotopy.project.Release;
import isotopy.project.WeightsFile;
import isotopy.service.Export;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Makes of what was chosen something that an export service writes, and the command that does the same.
///
/// @param kept the document as it is at this moment
/// @param project the document's file, or what it would be called
record ExportOffice(ExportChoices choices, ExportOrders.Subject subject, Kept kept, Path project, ExportOrders orders) {
    /// What is to be written to that file.
    Export export(Path out) {
        return choices.kind() == ExportKind.DATA ? new Export.Written(this::write) : drawn(out);
    }

    private Export drawn(Path out) {
        return new Export.Drawn(() -> {
            var order = orders.order(choices, subject);
            if (!choices.marked()) {
                return order;
            }
            // by names alone: where somebody keeps files is no one else's business
            var line = orders.line(choices, order, subject.look(), name(project), name(out));
            return ExportOrders.marked(
                    order, Optional.of(Provenance.of(ExportOrders.carried(kept.project(), choices), line)));
        });
    }

    private boolean write(Path file, Progress progress) throws IOException {
        if (!progress.reached(0, 1)) {
            return false;
        }
        var document = kept.project();
        var paths = choices.way().paths();
        if (paths.isPresent()) {
            var look = document.look().withParticles(choices.dress().particles());
            new PathsTable(document, look).write(paths.get(), file);
        } else {
            var form = choices.way().weights().orElseThrow();
            var line = "isotopy weights " + name(project) + " --out " + name(file);
            var made = choices.marked() ? Optional.of(Provenance.of(document, line)) : Optional.<Provenance>empty();
            WeightsFile.write(document, form, Release.number(), made, file);
        }
        return true;
    }

    private static Path name(Path file) {
        return Optional.ofNullable(file.getFileName()).orElse(file);
    }

    /// The line for the command line. Takes a while.
    ///
    /// Throws: `IllegalArgumentException` with a sentence, when there is no such picture.
    String command(Path out) {
        if (choices.way().weights().isPresent()) {
            return "isotopy weights " + RenderText.word(project) + " --out " + RenderText.word(out);
        }
        if (choices.way().paths().isPresent()) {
            return "isotopy render " + RenderText.word(project) + " --out " + RenderText.word(out) + " --particles "
                    + choices.dress().particles();
        }
        return orders.line(choices, orders.order(choices, subject), subject.look(), project, out);
    }

    /// What the file is called at first.
    String suggestion(String stem) {
        var part = switch (choices.kind()) {
            case PICTURE, FILM, PAGE -> "";
            case STRIP -> "-strip";
            case CHART -> "-" + choices.chart().id();
            case DATA -> choices.way().paths().isPresent() ? "-paths" : "";
        };
        var ending = choices.way().file().ending();
        return stem
                + part
                + (ending.isEmpty() ? "-" + choices.way().format().orElseThrow().id() : "." + ending);
    }
}
