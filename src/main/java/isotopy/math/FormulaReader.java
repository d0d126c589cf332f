package isotopy.math;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Reads a formula as people write it, says what is wrong with it in words of its own, and spells it out plainly:
/// every multiplication a `*`, every power a `^`, the i-th variable `v`i, a blank between any two words.
final class FormulaReader {
    /// One formula of the text, from a character to another, in plain spelling; the i-th plain character was
    /// written for that of the text at `positions[i]`.
    record Piece(int from, int to, String plain, int[] positions) {}

    /// An open bracket, and before it the function whose arguments it holds, or no name.
    private record Bracket(int position, String name, int least, int most, int commas) {
        Bracket afterComma() {
            return new Bracket(position, name, least, most, commas + 1);
        }
    }

    private static final int DEEPEST = 100;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final String text;
    private final int most;
    private final FormulaWords words;
    private final List<Piece> pieces = new ArrayList<>();
    private final Deque<Bracket> brackets = new ArrayDeque<>();
    private final StringBuilder plain = new StringBuilder();
    private final List<Integer> positions = new ArrayList<>();
    private int from;
    private int at;
    /// Whether a number, a variable, a function or an opening bracket must come next, and not an operator.
    private boolean partExpected = true;

    FormulaReader(String text, int most, List<String> names) {
        this.text = text;
        this.most = most;
        words = new FormulaWords(names);
    }

    /// The formulas of the text, each of which is well formed.
    List<Piece> pieces() {
        if (text.length() > Formula.LONGEST) {
            throw new FormulaException(
                    Formula.LONGEST,
                    "a formula may have " + Formula.LONGEST + " characters, and this text has " + text.length());
        }
        if (text.codePoints().allMatch(FormulaReader::isBlank)) {
            throw new FormulaException(0, "the formula is empty; write " + words.parts());
        }
        while (skipBlanks()) {
            readWord();
        }
        endPiece();
        return pieces;
    }

    private void readWord() {
        char c = text.charAt(at);
        if (isDigit(c) || c == '.') {
            readNumber();
        } else if (isLetter(c)) {
            readName();
        } else if (c == '⁻' || SUPERSCRIPTS.indexOf(c) >= 0) {
            readSuperscript();
        } else {
            readSymbol(c);
        }
    }

    private void readNumber() {
        int start = at;
        digits();
        if (peek(0) == '.') {
            at++;
            digits();
        }
        if (at == start + 1 && text.charAt(start) == '.') {
            throw wrong(start, "a point stands only in a number", "0.5 is written 0.5 or .5");
        }
        boolean signed = peek(1) == '+' || peek(1) == '-';
        if ((peek(0) == 'e' || peek(0) == 'E') && isDigit(peek(signed ? 2 : 1))) {
            at += signed ? 2 : 1;
            digits();
        }
        var number = text.substring(start, at);
        if (peek(0) == '.') {
            throw wrong(at, "the number " + FormulaWords.shortened(number) + " has a second point", "a number has one");
        }
        if (Double.isInfinite(Double.parseDouble(number))) {
            throw wrong(
                    start, "the number " + FormulaWords.shortened(number) + " is too large", "the largest is 1.7e308");
        }
        if (!partExpected) {
            throw wrong(start, "an operator is missing before this number", "+ - * / or ^ may stand here");
        }
        partExpected = false;
        write(number, start);
    }

    private void readName() {
        int start = at;
        do {
            at++;
        } while (text.charAt(start) != 'π' && peek(0) != 'π' && isInName(peek(0)));
        var word = text.substring(start, at);
        boolean more = skipBlanks();
        var leaf = words.leafNamed(word);
        if (leaf.isPresent()) {
            beginPart(start);
            write(leaf.get(), start);
            partExpected = false;
            return;
        }
        var function = FormulaWords.function(word);
        boolean before = more && text.charAt(at) == '(';
        if (function.isPresent()) {
            open(start, function.get());
        } else if (before) {
            throw new FormulaException(start, words.noFunction(word, character(start)));
        } else {
            throw new FormulaException(start, words.noVariable(word, character(start)));
        }
    }

    /// A function and its opening bracket.
    private void open(int start, Function function) {
        var name = function.id();
        if (peek(0) != '(') {
            boolean isPower = peek(0) == '^' || peek(0) == '⁻' || SUPERSCRIPTS.indexOf(peek(0)) >= 0;
            throw wrong(
                    isPower ? at : start,
                    name + " needs its argument in brackets",
                    isPower ? "write " + name + "(…)^2 for a power of it" : "write " + name + "(…)");
        }
        boolean isList = function == Function.MIN || function == Function.MAX;
        beginPart(start);
        write(name, start);
        push(new Bracket(at, name, function.arity(), isList ? Integer.MAX_VALUE : function.arity(), 0));
    }

    private void push(Bracket bracket) {
        if (brackets.size() == DEEPEST) {
            throw wrong(at, "more than " + DEEPEST + " brackets are open", "write it with fewer");
        }
        brackets.push(bracket);
        write("(", at);
        at++;
        partExpected = true;
    }

    private void readSuperscript() {
        int start = at;
        if (partExpected) {
            throw wrong(start, "nothing stands before this power", words.parts() + " may stand here");
        }
        var power = new StringBuilder();
        do {
            power.append(peek(0) == '⁻' ? "-" : Integer.toString(SUPERSCRIPTS.indexOf(peek(0))));
            at++;
        } while (SUPERSCRIPTS.indexOf(peek(0)) >= 0);
        if (power.toString().equals("-")) {
            throw wrong(start, "this power has no digits", "write for example ^(-1)");
        }
        write("^", start);
        write("(", start);
        write(power.toString(), start);
        write(")", start);
    }

    private void readSymbol(char c) {
        switch (c) {
            case '(' -> {
                beginPart(at);
                push(new Bracket(at, "", 1, 1, 0));
            }
            case ')' -> close();
            case ',' -> comma();
            case '+' -> sign("+");
            case '-', '−', '–', '—', '‐', '‑' -> sign("-");
            case '*' -> operator(peek(1) == '*' ? "^" : "*", peek(1) == '*' ? 2 : 1);
            case '·', '×', '⋅', '∙', '∗', '•' -> operator("*", 1);
            case '/', '÷', '∕', '⁄' -> operator("/", 1);
            case '^' -> operator("^", 1);
            case '<', '>' -> operator(peek(1) == '=' ? c + "=" : Character.toString(c), peek(1) == '=' ? 2 : 1);
            case '≤' -> operator("<=", 1);
            case '≥' -> operator(">=", 1);
            case '√' -> {
                int start = at++;
                skipBlanks();
                open(start, Function.SQRT);
            }
            default -> throw wrong(at, "'" + characterAt(at) + "' has no meaning in a formula", hint(c));
        }
    }

    private String hint(char c) {
        return switch (c) {
            case '[', ']', '{', '}' -> "brackets are ( and )";
            case '|' -> "write abs(u) for |u|";
            case '=' -> "write only what stands on the right of =";
            case ';' -> "arguments are separated by commas";
            default -> partExpected ? words.parts() + " may stand here" : operators() + " may stand here";
        };
    }

    private String operators() {
        return brackets.isEmpty() ? "+ - * / ^" : "+ - * / ^ or ')'";
    }

    private void operator(String operator, int length) {
        if (partExpected) {
            throw wrong(at, "nothing stands before '" + operator + "'", words.parts() + " may stand here");
        }
        write(operator, at);
        at += length;
        partExpected = true;
    }

    private void sign(String sign) {
        if (!partExpected) {
            operator(sign, 1);
            return;
        }
        boolean afterPower = !plain.isEmpty() && plain.charAt(plain.length() - 1) == '^';
        if (sign.equals("-") && afterPower) {
            plain.append('-');
            positions.add(at);
        } else if (sign.equals("-")) {
            if (plain.toString().endsWith("^-")) {
                throw wrong(at, "two signs stand in a power", "put it in brackets");
            }
            write("-", at);
        }
        at++;
    }

    private void close() {
        if (brackets.isEmpty()) {
            throw wrong(at, "this ')' closes no bracket", "write a '(' before it or leave it out");
        }
        var bracket = brackets.pop();
        if (partExpected
                && !bracket.name().isEmpty()
                && bracket.commas() == 0
                && plain.toString().endsWith("(")) {
            throw wrong(at, bracket.name() + " has nothing in its brackets", words.parts() + " may stand here");
        }
        if (partExpected) {
            throw wrong(at, "something is missing before this ')'", words.parts() + " may stand here");
        }
        if (bracket.commas() + 1 < bracket.least()) {
            throw wrong(
                    at,
                    bracket.name() + " needs " + bracket.least() + " arguments and has " + (bracket.commas() + 1),
                    "write ',' and the next one here");
        }
        write(")", at);
        at++;
    }

    private void comma() {
        if (partExpected) {
            throw wrong(at, "something is missing before this comma", words.parts() + " may stand here");
        }
        boolean isDecimal = isDigit(peek(-1)) && isDigit(peek(1));
        var advice = isDecimal ? "a decimal number is written with a point, 0.5" : operators() + " may stand here";
        if (brackets.isEmpty()) {
            if (pieces.size() + 1 == most) {
                var count = most == 1 ? "one formula is" : most + " formulas are";
                throw wrong(at, count + " expected, and this comma begins another", advice);
            }
            endPiece();
            from = ++at;
            partExpected = true;
            return;
        }
        var bracket = brackets.pop().afterComma();
        if (bracket.commas() + 1 > bracket.most()) {
            var holder = bracket.name().isEmpty() ? "a bracket without a function" : bracket.name();
            var holds = bracket.most() == 1 ? "1 argument" : bracket.most() + " arguments";
            throw wrong(at, holder + " has " + holds + " and no comma here", advice);
        }
        brackets.push(bracket);
        write(",", at);
        at++;
        partExpected = true;
    }

    private void endPiece() {
        if (!brackets.isEmpty()) {
            int open = brackets.peek().position();
            throw wrong(open, "this bracket is not closed", "write ')' where it ends");
        }
        if (partExpected) {
            throw new FormulaException(at, "the formula ends where " + words.parts() + " must stand");
        }
        int[] places = positions.stream().mapToInt(place -> place).toArray();
        pieces.add(new Piece(from, at, plain.toString(), places));
        plain.setLength(0);
        positions.clear();
    }

    /// Two parts side by side are multiplied.
    private void beginPart(int position) {
        if (!partExpected) {
            write("*", position);
        }
    }

    private void write(String word, int position) {
        plain.append(' ').append(word);
        for (int i = 0; i <= word.length(); i++) {
            positions.add(position);
        }
    }

    private void digits() {
        while (isDigit(peek(0))) {
            at++;
        }
    }

    /// Whether there is more to read.
    private boolean skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    /// The character at this distance, or a blank beyond the ends.
    private char peek(int distance) {
        int index = at + distance;
        return 0 <= index && index < text.length() ? text.charAt(index) : ' ';
    }

    private FormulaException wrong(int position, String what, String advice) {
        return new FormulaException(position, what + " (" + character(position) + "): " + advice);
    }

    private static String character(int position) {
        return "character " + (position + 1);
    }

    private String characterAt(int position) {
        return FormulaWords.shortened(Character.toString(text.codePointAt(position)));
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isDigit(char c) {
        return '0' <= c && c <= '9';
    }

    private static boolean isInName(char c) {
        return isLetter(c) || isDigit(c) || '₀' <= c && c <= '₉';
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c) || c == '_';
    }
}
