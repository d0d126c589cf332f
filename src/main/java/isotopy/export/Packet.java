package isotopy.export;

/// An encoded frame.
///
/// Units: times in frames from the beginning of the piece.
///
/// @param data the stream's bytes; the record's own
/// @param alpha what stands beside them in a transparent film, else empty
record Packet(byte[] data, byte[] alpha, long shown, long decoded, boolean key) {}
