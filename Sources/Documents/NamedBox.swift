package import BroadsealBytes

/// One box of a file as `c2pa.hash.boxes` names it (C2PA 2.5 §16.3.3.3).
package struct NamedBox: Hashable, Sendable {
  /// The name that the standard gives the box: `SOI`, `IHDR`, `C2PA`, …
  package let name: String
  /// Its bytes, with header and trailer.
  package let range: ByteRange

  /// A box of that name.
  package init(name: String, range: ByteRange) {
    self.name = name
    self.range = range
  }

  /// Name of the box that is the manifest store.
  package static let store = "C2PA"
  /// Name of the logical box for what follows the box structure (§16.3.3.2).
  package static let after = "c2pa.after"
}
