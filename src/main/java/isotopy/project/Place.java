package isotopy.project;

/// Where something stands in a text; line and column count from 1.
record Place(int line, int column) {
    /// The place of the character with that index.
    static Place of(CharSequence text, int index) {
        int line = 1;
        int start = 0;
        for (int k = 0; k < index; k++) {
            if (text.charAt(k) == '\n') {
                line++;
                start = k + 1;
            }
        }
        return new Place(line, index - start + 1);
    }

    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
