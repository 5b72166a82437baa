import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// Walks over the markers of one picture in a JPEG file, from `SOI` to `EOI`.
///
/// Strict: between two segments only fill bytes may stand. Entropy-coded data is read over only
/// when the walker is asked to go past the first `SOS`.
struct JPEGWalker {
  private let size: Int
  private var window: ByteWindow
  private var scanner: EntropyScanner
  private let yieldsRestarts: Bool
  private var isAtEnd = false

  /// Offset of the next marker.
  private(set) var offset: Int

  /// Begins at `offset`, where `SOI` must stand.
  ///
  /// - Parameter yieldsRestarts: whether each restart interval is a segment of its own, as box
  ///   names need; otherwise a scan is one segment.
  init(_ source: ByteSource, at offset: Int = 0, yieldsRestarts: Bool = false) {
    size = source.size
    window = ByteWindow(source)
    scanner = EntropyScanner(source)
    self.offset = offset
    self.yieldsRestarts = yieldsRestarts
  }

  /// The next segment without entropy-coded data: for what stands before the picture.
  /// Nil after `EOI`.
  mutating func nextHeader() throws(DocumentError) -> JPEGSegment? {
    guard !isAtEnd else { return nil }
    let start = try skipFill()
    guard let code = try window.byte(at: start + 1) else { throw truncated(at: start) }
    let marker = JPEGMarker(code: code)
    guard code != 0 else { throw JPEGWalker.error("a zero where a marker must stand", at: start) }
    isAtEnd = marker == .endOfImage
    guard !marker.standsAlone else { return try segment(marker, start, payload: start + 2, 0) }
    guard let length = try window.number(UInt16.self, at: start + 2) else {
      throw truncated(at: start)
    }
    guard length >= 2 else {
      throw JPEGWalker.error("a segment length below 2", at: start + 2)
    }
    return try segment(marker, start, payload: start + 4, Int(length) - 2)
  }

  /// The next segment with the entropy-coded data that follows it.
  mutating func next() throws(DocumentError) -> JPEGSegment? {
    guard let head = try nextHeader() else { return nil }
    guard head.marker == .startOfScan || head.marker.isRestart else { return head }
    guard let end = try scanner.nextMarker(from: offset, stopsAtRestarts: yieldsRestarts),
      let range = ByteRange(head.range.start..<end)
    else { throw truncated(at: size) }
    offset = end
    return JPEGSegment(marker: head.marker, range: range, payload: head.payload)
  }

  /// Moves over the entropy-coded data of a scan whose header was read with `nextHeader`.
  mutating func skipScan() throws(DocumentError) {
    guard let end = try scanner.nextMarker(from: offset, stopsAtRestarts: false) else {
      throw truncated(at: size)
    }
    offset = end
  }

  private mutating func skipFill() throws(DocumentError) -> Int {
    var start = offset
    guard let first = try window.byte(at: start) else { throw truncated(at: start) }
    guard first == 0xFF else {
      throw JPEGWalker.error("bytes that belong to no segment", at: start)
    }
    while try window.byte(at: start + 1) == 0xFF { start += 1 }
    return start
  }

  private mutating func segment(
    _ marker: JPEGMarker, _ start: Int, payload: Int, _ length: Int
  ) throws(DocumentError) -> JPEGSegment {
    guard let payload = ByteRange(start: payload, length: length), payload.end <= size,
      let range = ByteRange(start..<payload.end)
    else { throw truncated(at: start) }
    offset = range.end
    return JPEGSegment(marker: marker, range: range, payload: payload)
  }

  static func error(_ reason: String, at offset: Int) -> DocumentError {
    .malformed(code: JPEGCode.structure.code, Malformed(reason, at: offset))
  }

  private func truncated(at offset: Int) -> DocumentError {
    .malformed(
      code: JPEGCode.truncated.code, Malformed("the file ends inside the picture", at: offset))
  }
}
