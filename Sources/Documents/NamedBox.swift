package import Bytes

/// One box of a file as `c2pa.hash.boxes` names it (C2PA 2.4 §18.7.2).
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
}
