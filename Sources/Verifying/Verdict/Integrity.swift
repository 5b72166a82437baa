/// The first axis of a verdict: did the bytes change since they were signed?
public enum Integrity: String, Sendable, Hashable, CaseIterable {
  /// Every hash, the claim signature and the hard binding match.
  case intact
  /// A manifest is there, and the file or the manifest does not match what was signed.
  case altered
  /// No manifest store was found. This is not evidence of anything.
  case noLabel = "no-label"
  /// Something that looks like a manifest store is there, but it cannot be read as one.
  case malformed
  /// The file could not be read to its end; nothing was judged.
  case unreadable
}
