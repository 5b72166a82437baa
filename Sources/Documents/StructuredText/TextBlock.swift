import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// The one manifest block of a structured text (C2PA 2.5 §A.9.4).
struct TextBlock {
  /// Its line, or its three lines, with the terminator.
  let lines: ByteRange
  /// The bytes of the store's Base64 text.
  let reference: ByteRange
  /// What a hard binding leaves out (§A.9.5.1).
  let extent: ByteRange
  /// What it may leave out as well, by another reading of the same rule.
  let alternatives: [ByteRange]
  /// What is wrong with the bytes around the store, which no hash covers.
  let defects: [Note]
  /// Why not every reader would take the block for one.
  let doubts: [Note]

  static let begin = Array("-----BEGIN C2PA MANIFEST-----".utf8)
  static let end = Array("-----END C2PA MANIFEST-----".utf8)
  /// What opens an embedded store (RFC 2397); the standard spells it in lower case.
  static let dataURI = Array("data:application/c2pa;base64,".utf8)

  /// What a search for the delimiters came to.
  enum Search {
    /// Neither delimiter is there.
    case none
    /// Delimiters that the text only speaks of, the first of them here.
    case quoted(at: Int)
    /// One block.
    case found(TextBlock)
    /// Delimiters, but not one block with a store inside.
    case unusable(Note)
  }

  /// What is taken out of the file of `size` bytes with the block.
  ///
  /// A block that closes the file without a line terminator brought the one before it along.
  var removal: ByteRange { removed }

  private let removed: ByteRange

  init(
    lines: ByteRange, reference: ByteRange, extent: ByteRange, alternatives: [ByteRange],
    removed: ByteRange, defects: [Note], doubts: [Note]
  ) {
    self.lines = lines
    self.reference = reference
    self.extent = extent
    self.alternatives = alternatives
    self.removed = removed
    self.defects = defects
    self.doubts = doubts
  }
}

/// Limits on what is read of a structured text.
package enum StructuredTextLimits {
  /// How many bytes from the start are searched for the place of a block: declarations, headers and
  /// front matter stand there.
  package static let headSize = 64 << 10
  /// Most bytes on the line of a block beside its Base64 text: a longer line is no block.
  package static let maximumFraming = 1_024
  /// Most delimiters that may be quotations; a text with more of them is not looked through.
  package static let maximumQuotations = 64
}
