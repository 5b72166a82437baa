package import BroadsealBytes
import BroadsealFiles
package import BroadsealNotes

extension ByteSource {
  /// The bytes of `range` for a carrier; check its length against a named limit first.
  package func bytes(_ range: ByteRange) throws(DocumentError) -> [UInt8] {
    do throws(SourceError) {
      return try read(range)
    } catch { throw .source(error) }
  }
}

extension ByteSource {
  /// Up to `length` bytes from the start.
  func opening(_ length: Int) throws(DocumentError) -> [UInt8] {
    try bytes(ByteRange(first: min(size, length)))
  }

  /// Up to `length` bytes from `start` on; none behind the end.
  func part(from start: Int, length: Int) throws(SourceError) -> ArraySlice<UInt8> {
    let end = min(size, start + length)
    guard start < end, let range = ByteRange(start..<end) else { return [] }
    return try read(range)[...]
  }
}

extension DocumentError {
  /// A store whose size cannot be reserved, or is not the one that was reserved.
  package static func storeSize(_ size: Int) -> DocumentError {
    .refused(
      Refusal(
        FileCode.storeSize, "a manifest store of \(size) bytes does not fit here", remedy: .sidecar)
    )
  }
}

extension Placement {
  /// The file of `size` bytes after `edits`, one of which brings the store's room.
  package static func of(
    _ edits: [Edit], size: Int, storeSize: Int, notes: [Note] = []
  ) throws(DocumentError) -> Placement {
    guard let pieces = Edit.recipe(edits, size: size),
      let placement = Placement(pieces: pieces, storeSize: storeSize, notes: notes)
    else { throw .storeSize(storeSize) }
    return placement
  }
}
