import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// One ID3 tag and its frames.
struct ID3Block: Sendable {
  /// Its header.
  let header: ID3Header
  /// The second header; nil in most tags.
  private(set) var extended: ByteRange?
  /// Its frames, in order; not those behind a fault.
  private(set) var frames: [ID3Frame] = []
  /// Where the last frame ends and padding begins.
  private(set) var framesEnd: Int
  /// Why the frames, or those behind the last of `frames`, cannot be read as they stand.
  private(set) var fault: Note?
  /// Whether bytes were put in that its header alone speaks of: then every frame is read so.
  private(set) var isWrittenOver = false

  /// Reads the tag at `header`.
  ///
  /// Throws when the file ends before the tag does.
  init(
    _ header: ID3Header, of source: ByteSource, in window: inout ByteWindow
  ) throws(DocumentError) {
    guard header.end <= source.size else {
      throw .malformed(
        code: ID3Code.truncated.code,
        Malformed("the tag states more bytes than there are", at: header.start))
    }
    self.header = header
    framesEnd = header.start + ID3Header.length
    let isUnsynchronised = header.flags.contains(.unsynchronised)
    if header.version == 2, header.flags.contains(.extended) {
      fault = Note(ID3Code.frames, "a compressed tag", at: header.start)
      return
    }
    // Before version 4 the whole tag is written over, sizes and all.
    if isUnsynchronised, let range = ByteRange(framesEnd..<header.contentEnd) {
      isWrittenOver = try ID3Block.holdsEscapes(range, of: source)
    }
    if header.version < 4, isWrittenOver {
      fault = Note(ID3Code.unsynchronised, at: header.start)
      return
    }
    if header.version > 2, header.flags.contains(.extended) {
      guard let length = try ID3Block.extendedLength(header, in: &window),
        let range = ByteRange(start: framesEnd, length: length), range.end <= header.contentEnd
      else {
        fault = Note(ID3Code.frames, "a second header that does not fit", at: framesEnd)
        return
      }
      extended = range
      framesEnd = range.end
    }
    try readFrames(isUnsynchronised, in: &window)
  }

  private mutating func readFrames(
    _ isUnsynchronised: Bool, in window: inout ByteWindow
  ) throws(DocumentError) {
    let length = ID3Frame.headerLength(version: header.version)
    while framesEnd < header.contentEnd, try window.byte(at: framesEnd) != 0 {
      guard framesEnd + length <= header.contentEnd, frames.count < ID3Limits.maximumFrames,
        let bytes = try window.bytes(length, at: framesEnd),
        let frame = ID3Frame(
          bytes, at: framesEnd, version: header.version, tagIsUnsynchronised: isUnsynchronised),
        frame.range.end <= header.contentEnd
      else {
        fault = Note(ID3Code.frames, "bytes that are no frame", at: framesEnd)
        return
      }
      frames.append(frame)
      framesEnd = frame.range.end
    }
  }

  private static func extendedLength(
    _ header: ID3Header, in window: inout ByteWindow
  ) throws(DocumentError) -> Int? {
    guard let bytes = try window.bytes(4, at: header.start + ID3Header.length) else { return nil }
    // Version 4 counts the size itself (ID3v2.3 §3.2, ID3v2.4 §3.2).
    guard header.version == 3 else {
      return ID3Header.sevenBits(bytes).flatMap { $0 < 6 ? nil : $0 }
    }
    return 4 + bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  /// Whether a byte was put in somewhere in `range` (ID3v2.4 §6.1).
  static func holdsEscapes(_ range: ByteRange, of source: ByteSource) throws(DocumentError) -> Bool
  {
    var start = range.start
    while start < range.end {
      guard let part = ByteRange(start..<min(range.end, start + ID3Limits.blockSize)) else { break }
      if try source.bytes(part).firstEscape != nil { return true }
      // The two bytes may stand on either side.
      start = part.end < range.end ? part.end - 1 : part.end
    }
    return false
  }

  /// The footer; nil where there is none.
  var footer: ByteRange? {
    ByteRange(header.contentEnd..<header.end).flatMap { $0.length > 0 ? $0 : nil }
  }

  /// Whether nothing but frames of `others` stands in it, so that without them nothing is left.
  func holdsNothing(but others: [ID3Frame]) -> Bool {
    fault == nil && frames == others && framesEnd == header.contentEnd && extended == nil
  }
}

extension [UInt8] {
  /// Where a zero follows a byte of ones, which stands for the latter alone; nil when none does.
  fileprivate var firstEscape: Int? {
    var search = startIndex
    while let place = self[...].firstIndex(ofByte: 0xFF, from: search) {
      if place + 1 < endIndex, self[place + 1] == 0 { return place }
      search = place + 1
    }
    return nil
  }
}

/// Limits on ID3 tags.
package enum ID3Limits {
  /// Most frames that are read of a tag.
  package static let maximumFrames = 65_536
  /// Most tags that stand one behind the other.
  package static let maximumTags = 16
  /// Most bytes of the texts in front of a store.
  static let maximumTexts = 4_096
  /// Bytes that are looked through at a time.
  static let blockSize = 1 << 16
}
