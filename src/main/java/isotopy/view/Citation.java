package isotopy.view;

import isotopy.project.Release;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// The texts that are shipped with the program and shown in its *About*: how to cite it, and under which licences its
/// parts are.
final class Citation {
    /// Where the paper is found that has the theory: shown and copied, never opened.
    static final String PAPER_LINK = "https://doi.org/10.4171/JEMS/1221";

    static final String PAPER =
            "Qianxiao Li, Ting Lin, Zuowei Shen: Deep learning via dynamical systems: An approximation"
                    + " perspective. Journal of the European Mathematical Society, 2022.";

    private Citation() {}

    /// Both entries for BibTeX: the program of this release, and the paper.
    static String bibtex() {
        return """
                @software{isotopy,
                  title   = {Isotopy},
                  author  = {{The Isotopy developers}},
                  version = {%s},
                  year    = {2026}
                }

                @article{LiLinShen2022,
                  title   = {Deep learning via dynamical systems: {An} approximation perspective},
                  author  = {Li, Qianxiao and Lin, Ting and Shen, Zuowei},
                  journal = {Journal of the European Mathematical Society},
                  year    = {2022},
                  doi     = {10.4171/JEMS/1221}
                }
                """.formatted(Release.number());
    }

    /// The file CITATION.cff.
    static String cff() {
        return shipped("CITATION.cff");
    }

    /// The program's licence, and what it ships of others with theirs.
    static String licences() {
        return shipped("NOTICE") + "\n\n" + "─".repeat(60) + "\n\n" + shipped("LICENSE");
    }

    private static String shipped(String name) {
        try (var in = Citation.class.getResourceAsStream("/META-INF/isotopy/" + name)) {
            return in == null
                    ? "The file " + name + " is missing from this copy of the program."
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "The file " + name + " cannot be read: " + e.getMessage();
        }
    }
}
