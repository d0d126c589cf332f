package isotopy.export;

import java.text.Normalizer;
import java.util.Map;

/// Writes text for TeX so that plain pdflatex sets it in the document's fonts: signs of mathematics as commands,
/// accented letters with their accents.
///
/// A sign that pdflatex does not know is kept for LuaLaTeX and XeLaTeX, and a question mark elsewhere.
final class TexText {
    private static final Map<Integer, String> SIGNS = Map.ofEntries(
            sign("\\", "\\textbackslash{}"),
            sign("{", "\\{"),
            sign("}", "\\}"),
            sign("$", "\\$"),
            sign("&", "\\&"),
            sign("#", "\\#"),
            sign("%", "\\%"),
            sign("_", "\\_"),
            sign("^", "\\textasciicircum{}"),
            sign("~", "\\textasciitilde{}"),
            sign("<", math("<")),
            sign(">", math(">")),
            sign("|", math("|")),
            sign("\"", "''"),
            sign("“", "``"),
            sign("”", "''"),
            sign("‘", "`"),
            sign("’", "'"),
            sign("–", "--"),
            sign("—", "---"),
            sign("…", "\\dots{}"),
            sign("\u00A0", "~"),
            sign("−", math("-")),
            sign("±", math("\\pm")),
            sign("×", math("\\times")),
            sign("·", math("\\cdot")),
            sign("°", math("^\\circ")),
            sign("½", math("\\frac12")),
            sign("→", math("\\rightarrow")),
            sign("←", math("\\leftarrow")),
            sign("↦", math("\\mapsto")),
            sign("≤", math("\\le")),
            sign("≥", math("\\ge")),
            sign("≠", math("\\ne")),
            sign("≈", math("\\approx")),
            sign("∞", math("\\infty")),
            sign("√", math("\\surd")),
            sign("∂", math("\\partial")),
            sign("∇", math("\\nabla")),
            sign("∘", math("\\circ")),
            sign("∈", math("\\in")),
            sign("∫", math("\\int")),
            sign("∑", math("\\sum")),
            sign("‖", math("\\|")),
            sign("ℝ", math("\\mathbf{R}")),
            sign("✓", math("\\surd")),
            sign("▸", math("\\triangleright")),
            sign("▾", math("\\triangledown")),
            sign("ᵀ", math("^T")),
            sign("ß", "\\ss{}"),
            sign("æ", "\\ae{}"),
            sign("Æ", "\\AE{}"),
            sign("œ", "\\oe{}"),
            sign("Œ", "\\OE{}"),
            sign("ø", "\\o{}"),
            sign("Ø", "\\O{}"),
            sign("ł", "\\l{}"),
            sign("Ł", "\\L{}"),
            sign("ı", "\\i{}"));

    private static final String GREEK = "αβγδεζηθικλμνξπρστυφχψω";
    private static final String[] GREEK_NAMES = {
        "alpha",
        "beta",
        "gamma",
        "delta",
        "varepsilon",
        "zeta",
        "eta",
        "theta",
        "iota",
        "kappa",
        "lambda",
        "mu",
        "nu",
        "xi",
        "pi",
        "rho",
        "sigma",
        "tau",
        "upsilon",
        "varphi",
        "chi",
        "psi",
        "omega"
    };
    private static final String CAPITALS = "ΓΔΘΛΞΠΣΥΦΨΩ";
    private static final String[] CAPITAL_NAMES = {
        "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega"
    };
    private static final String LOW = "₀₁₂₃₄₅₆₇₈₉₊₋ₖₗₜₙᵢⱼ";
    private static final String LOW_PLAIN = "0123456789+-kltnij";
    private static final String HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵘ";
    private static final String HIGH_PLAIN = "0123456789+-u";
    private static final String MARKS = "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030A\u030B\u030C\u0327";
    private static final String[] ACCENTS = {"`", "'", "^", "~", "=", "u", ".", "\"", "r", "H", "v", "c"};

    private TexText() {}

    private static Map.Entry<Integer, String> sign(String sign, String tex) {
        return Map.entry(sign.codePointAt(0), tex);
    }

    private static String math(String formula) {
        return "\\ensuremath{" + formula + "}";
    }

    /// A line of text as TeX source.
    static String of(String plain) {
        var tex = new StringBuilder();
        var composed = Normalizer.normalize(plain, Normalizer.Form.NFC);
        composed.codePoints().forEach(sign -> tex.append(of(sign)));
        return tex.toString();
    }

    private static String of(int sign) {
        var known = SIGNS.get(sign);
        if (known != null) {
            return known;
        }
        if (Character.isISOControl(sign)) {
            return " ";
        }
        if (sign < 0x80) {
            return Character.toString(sign);
        }
        int at = GREEK.indexOf(sign);
        if (at >= 0) {
            return math("\\" + GREEK_NAMES[at]);
        }
        at = CAPITALS.indexOf(sign);
        if (at >= 0) {
            return math("\\" + CAPITAL_NAMES[at]);
        }
        at = LOW.indexOf(sign);
        if (at >= 0) {
            return math("_" + LOW_PLAIN.charAt(at));
        }
        at = HIGH.indexOf(sign);
        return at >= 0 ? math("^" + HIGH_PLAIN.charAt(at)) : letter(sign);
    }

    /// A letter with one accent, or whatever else there is.
    private static String letter(int sign) {
        var parts = Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFD);
        if (parts.length() == 2 && parts.charAt(0) < 0x80 && MARKS.indexOf(parts.charAt(1)) >= 0) {
            char base = parts.charAt(0);
            return "\\" + ACCENTS[MARKS.indexOf(parts.charAt(1))] + "{"
                    + (base == 'i' ? "\\i" : base == 'j' ? "\\j" : base) + "}";
        }
        return "\\ifdefined\\Umathchar " + Character.toString(sign) + "\\else ?\\fi{}";
    }
}
