import BroadsealBytes
package import BroadsealFiles

/// Whether bytes of a file look like a manifest store, or like what a format calls one.
///
/// Asked only of a file whose structure cannot be read: it tells a labelled file that was damaged from
/// one that never had a label. It finds no store for anybody.
package enum StoreTrace {
  /// The description box of a store (C2PA 2.5 §11.1.4.1): as it is, and in Base64, where it begins with a
  /// group of its own; the names of a store in a package and in a PDF.
  private static let marks: [StaticString] = [
    "jumdc2pa\u{0}\u{11}\u{0}\u{10}", "anVtZGMycGEAEQAQ", "META-INF/content_credential.c2pa",
    "/C2PA_Manifest",
  ]
  private static let longest = 64
  private static let blockSize = 1 << 20

  /// Whether one of them stands anywhere in `source`.
  package static func isPresent(in source: ByteSource) throws(SourceError) -> Bool {
    var start = 0
    while start < source.size {
      guard let range = ByteRange(start..<min(source.size, start + blockSize)) else { return false }
      let block = try source.read(range)[...]
      if marks.contains(where: { block.firstIndex(of: $0) != nil }) { return true }
      guard range.end < source.size else { return false }
      start = range.end - longest
    }
    return false
  }
}
