import BroadsealBytes
import BroadsealFiles

/// What the streams of a PDF hold whose cross-references cannot be read, by the dictionaries in front of them alone.
///
/// A stream may be another document, with a label of its own. It counts as one where it is as long as its dictionary
/// says; what stands in any other counts as the document's own.
struct PDFHeldData {
  /// The data of each stream, in order.
  private(set) var ranges: [ByteRange] = []

  private static let keyword = Array("stream".utf8)
  private static let ending = Array("endstream".utf8)
  private static let length = Array("/Length".utf8)
  private static let maximumStreams = 1 << 20
  /// Bytes before a stream in which its dictionary is looked at.
  private static let reach = 1_024

  /// Walks over the streams of `source`.
  init(_ source: ByteSource) throws(SourceError) {
    var search = SourceSearch(source)
    var offset = 0
    while ranges.count < PDFHeldData.maximumStreams,
      let place = try search.first(of: PDFHeldData.keyword, from: offset)
    {
      offset = place + PDFHeldData.keyword.count
      let line = Array(try search.bytes(2, at: offset))
      let start = offset + (line.starts(with: [0x0D, 0x0A]) ? 2 : 1)
      let before = try source.part(
        from: max(0, place - PDFHeldData.reach), length: min(place, PDFHeldData.reach))
      guard line.first == 0x0A || start == offset + 2,
        let stated = PDFHeldData.stated(in: before[...]),
        let range = ByteRange(start: start, length: stated), range.end <= source.size
      else { continue }
      let behind = try search.bytes(PDFHeldData.ending.count + 2, at: range.end)
        .drop { $0 == 0x0D || $0 == 0x0A }
      guard behind.starts(with: PDFHeldData.ending) else { continue }
      ranges.append(range)
      offset = range.end
    }
  }

  /// The length that the dictionary at the end of `bytes` states; nil where none stands there, or it is stated in
  /// an object of its own.
  private static func stated(in bytes: ArraySlice<UInt8>) -> Int? {
    var last: Int?
    var search = bytes[...]
    while let found = search.firstIndex(of: length) {
      if [0x20, 0x0A, 0x0D].contains(bytes.dropFirst(found - bytes.startIndex + length.count).first)
      {
        last = found
      }
      search = bytes[(found + 1)...]
    }
    guard let last else { return nil }
    let rest = bytes[(last + length.count)...].drop { $0 <= 0x20 }
    let digits = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
    // `12 0 R` is the number of an object.
    let next = rest[digits.endIndex...].drop { $0 <= 0x20 }.first
    guard !digits.isEmpty, digits.count <= 12, next == 0x2F || next == 0x3E else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
