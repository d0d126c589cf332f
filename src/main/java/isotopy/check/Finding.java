package isotopy.check;

/// What was found where an oracle was asked; `remark` says why nothing was, else it is empty.
public record Finding(Oracle oracle, double found, boolean holds, String remark) {}
