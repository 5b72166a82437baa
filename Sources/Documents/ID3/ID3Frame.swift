import BroadsealBytes
import BroadsealFiles

/// One frame of an ID3 tag: what it is, and its content (ID3v2.3 §3.3, ID3v2.4 §4).
struct ID3Frame: Hashable, Sendable {
  /// Its name: three letters in version 2, else four.
  let name: String
  /// The frame with its header.
  let range: ByteRange
  /// What stands before the content and is not part of it: a group, a length.
  let prefixLength: Int
  /// Whether the content cannot be read as it stands: compressed or encrypted.
  let isTransformed: Bool
  /// Whether bytes were put in so that nothing looks like sound.
  let isUnsynchronised: Bool
  private let headerLength: Int

  /// The content.
  var content: Range<Int> {
    min(range.end, range.start + headerLength + prefixLength)..<range.end
  }

  /// A frame of `version` whose header is `header`; nil for bytes that are none.
  init?(_ header: ArraySlice<UInt8>, at offset: Int, version: UInt8, tagIsUnsynchronised: Bool) {
    let bytes = Array(header)
    let length = ID3Frame.headerLength(version: version)
    let nameLength = version == 2 ? 3 : 4
    guard bytes.count == length, bytes[..<nameLength].allSatisfy(ID3Frame.isLetter) else {
      return nil
    }
    let stated = bytes[nameLength..<(version == 2 ? 6 : 8)]
    let size =
      version == 4 ? ID3Header.sevenBits(stated) : stated.reduce(0) { $0 << 8 | Int($1) }
    guard let size, let range = ByteRange(start: offset, length: length + size) else { return nil }
    let form = version == 2 ? 0 : bytes[9]
    name = String(decoding: bytes[..<nameLength], as: UTF8.self)
    headerLength = length
    self.range = range
    switch version {
    case 3:
      isTransformed = form & 0xC0 != 0
      prefixLength = form & 0x20 != 0 ? 1 : 0
      isUnsynchronised = tagIsUnsynchronised
    case 4:
      isTransformed = form & 0x0C != 0
      prefixLength = (form & 0x40 != 0 ? 1 : 0) + (form & 0x01 != 0 ? 4 : 0)
      isUnsynchronised = tagIsUnsynchronised || form & 0x02 != 0
    default:
      (isTransformed, prefixLength, isUnsynchronised) = (false, 0, tagIsUnsynchronised)
    }
  }

  /// Length of the header of a frame.
  static func headerLength(version: UInt8) -> Int { version == 2 ? 6 : 10 }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
  }

  /// Whether it says at which byte of the file something is: an index of the sound (`ASPI`, ID3v2.4 §4.30), or
  /// a chapter (`CHAP`, ID3v2 Chapter Frame Addendum §3.1) that does not leave it to its times.
  func leads(in source: ByteSource) throws(DocumentError) -> Bool {
    guard name != "ASPI" else { return true }
    guard name == "CHAP",
      let range = ByteRange(start: content.lowerBound, length: min(content.count, 1 << 10))
    else { return false }
    let bytes = try source.bytes(range)
    guard !isTransformed, let end = bytes.firstIndex(of: 0), bytes.count >= end + 17 else {
      return true
    }
    let places = bytes[(end + 9)..<(end + 17)]
    return !places.allSatisfy { $0 == 0xFF } && !places.allSatisfy { $0 == 0 }
  }

  /// Whether it is a picture, which is no text.
  var isPicture: Bool { name == "APIC" || name == "PIC" }

  /// Whether it is a file that is kept in the tag.
  var isObject: Bool { name == "GEOB" || name == "GEO" }
}
