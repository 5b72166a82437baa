import BroadsealBytes

/// Four characters that name a chunk, a form or a list (RIFF, IBM/Microsoft Multimedia Programming
/// Interface 1.0, §2), most significant first.
struct FourCharacters: Hashable, Sendable {
  /// The characters as one number.
  let code: UInt32

  init(_ code: UInt32) { self.code = code }

  /// The first four characters of `text`.
  init(_ text: StaticString) {
    var code: UInt32 = 0
    for index in 0..<min(4, text.utf8CodeUnitCount) {
      code = code << 8 | UInt32(unsafe text.utf8Start[index])
    }
    self.code = code
  }

  /// The characters as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The characters as they stand in a file.
  var bytes: [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: code >> $0) } }

  /// Whether all of them can be printed, as they must.
  var isPrintable: Bool { bytes.allSatisfy { (0x20...0x7E).contains($0) } }

  static let riff = FourCharacters("RIFF")
  static let largeRIFF = FourCharacters("RF64")
  static let broadcastRIFF = FourCharacters("BW64")
  static let sizes = FourCharacters("ds64")
  static let list = FourCharacters("LIST")
  static let data = FourCharacters("data")
  static let store = FourCharacters("C2PA")
}

/// One chunk on the first level of a form: type, size, content, and a byte that makes its size even.
struct RIFFChunk: Hashable, Sendable {
  /// Its type.
  let type: FourCharacters
  /// What the list is of; nil for a chunk that is no list.
  let list: FourCharacters?
  /// Header and content, without the byte of padding.
  let range: ByteRange
  /// The byte of padding; nil where the size is even, and where a writer left it away.
  let padding: UInt8?

  /// Type and size.
  static let headerLength = 8

  /// The content.
  var content: Range<Int> { (range.start + RIFFChunk.headerLength)..<range.end }

  /// The chunk with its byte of padding.
  var padded: ByteRange {
    ByteRange(start: range.start, length: range.length + (padding == nil ? 0 : 1)) ?? range
  }

  /// Whether the byte is missing that makes its size even.
  var lacksPadding: Bool { padding == nil && range.length & 1 == 1 }
}

/// The first twelve bytes of a form: what it is, how long, and of which kind.
struct RIFFForm: Hashable, Sendable {
  /// `RIFF`, or one of the kinds for large files (EBU Tech 3306, ITU-R BS.2088).
  let container: FourCharacters
  /// `WAVE`, `AVI `, `WEBP`, …
  let kind: FourCharacters
  /// Where it begins.
  let start: Int
  /// Where it ends: as it states, and no later than the file.
  var end: Int
  /// Where it ends as it states; nil where that is left open, as a recorder does that writes to a pipe.
  let statedEnd: Int?

  /// Container, size and kind.
  static let headerLength = 12

  /// Those bytes.
  var header: ByteRange? { ByteRange(start: start, length: RIFFForm.headerLength) }
}

/// What is met in a RIFF file, in order: together these are all of its bytes.
enum RIFFPart {
  /// A form begins.
  case form(RIFFForm)
  /// A chunk of the form that began last.
  case chunk(RIFFChunk)
  /// Bytes inside a form that are no chunk.
  case loose(ByteRange)
  /// Bytes behind the last form.
  case trailing(ByteRange)
}

/// Limits on the structure of a RIFF file.
package enum RIFFLimits {
  /// Most chunks and forms that are walked over.
  package static let maximumParts = 500_000
  /// Most sizes in the table of a large file.
  static let maximumSizes = 4_096
}

extension RIFFChunk {
  /// A number as RIFF writes it: the lowest byte first.
  static func bytes(_ value: some FixedWidthInteger & UnsignedInteger) -> [UInt8] {
    var writer = ByteWriter()
    writer.writeLittleEndian(value)
    return writer.bytes
  }
}
