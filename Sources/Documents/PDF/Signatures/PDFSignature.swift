package import BroadsealBytes
import BroadsealOpenSSL

/// A signature dictionary (ISO 32000-2 §12.8.1) that stands as an object of its own.
struct PDFSignature: Sendable {
  /// Offset of the object.
  let offset: Int
  /// The hexadecimal string of `Contents`, with its angle brackets, in the file.
  let contents: ByteRange
  /// `ByteRange`: the bytes that the signature covers.
  let covered: [ByteRange]
  /// `SubFilter`: what `Contents` holds.
  let subFilter: [UInt8]
  /// `M`: when it says that it was made, as it stands there.
  let date: [UInt8]
  /// Whether the hole in `ByteRange` is exactly the string.
  let isAround: Bool
  /// Whether that is so, and the string is plain hexadecimal text of a DER value with nothing but
  /// zeros behind it, or of zeros alone.
  let isExact: Bool
  /// What is wrong with where it stands and what it covers.
  let faults: Set<DocumentSignature.Fault>

  /// Reads the dictionary in `object`; nil when it is no signature, or in an object stream.
  init?(_ object: PDFIndirectObject, in file: PDFFile) {
    guard object.container == nil, let dictionary = object.dictionary else { return nil }
    self.init(
      dictionary, text: object.text, offset: object.offset, byteRange: dictionary["ByteRange"],
      in: file)
  }

  /// Reads a dictionary that stands in the file itself; nil when it is no signature.
  ///
  /// - Parameters:
  ///   - offset: where its object stands.
  ///   - byteRange: the value of `ByteRange`, which may stand elsewhere.
  init?(
    _ dictionary: PDFDictionary, text: PDFText, offset: Int, byteRange: PDFObject?, in file: PDFFile
  ) {
    let types: [PDFName] = ["Sig", "DocTimeStamp"]
    let value = dictionary.value("Contents").flatMap { $0.object.string == nil ? nil : $0 }
    guard dictionary["Type"].map({ $0.name.map(types.contains) ?? false }) ?? true,
      value != nil || dictionary["SubFilter"] != nil || byteRange != nil,
      let contents = ByteRange(
        start: file.origin + (value?.bounds.lowerBound ?? offset), length: value?.bounds.count ?? 0)
    else { return nil }
    self.offset = offset
    subFilter = dictionary["SubFilter"]?.name?.bytes ?? []
    date = dictionary["M"]?.string ?? []
    self.contents = contents
    var faults: Set<DocumentSignature.Fault> = value == nil ? [.noValue] : []
    covered = PDFSignature.ranges(byteRange, in: file, &faults)
    isAround =
      value != nil && covered.count == 2 && covered[0].start == 0
      && covered[0].end == contents.start && covered[1].start == contents.end
    isExact = isAround && value.map { PDFSignature.isPlain(text[$0.bounds]) } ?? false
    if covered.count == 2, !isAround { faults.insert(.gap) }
    self.faults = faults
  }

  /// The ranges that `ByteRange` names; none when it is no list of pairs of numbers.
  private static func ranges(
    _ byteRange: PDFObject?, in file: PDFFile, _ faults: inout Set<DocumentSignature.Fault>
  ) -> [ByteRange] {
    let numbers = byteRange?.array?.map(\.object.integer) ?? []
    let known = numbers.compactMap { $0 }
    if known.count != 4 { faults.insert(.byteRange) }
    guard known.count == numbers.count, known.count.isMultiple(of: 2) else { return [] }
    var covered: [ByteRange] = []
    for pair in stride(from: 0, to: known.count, by: 2) {
      guard known[pair] >= 0, known[pair] <= file.end,
        let range = ByteRange(start: file.origin + known[pair], length: known[pair + 1])
      else {
        faults.insert(.outside)
        return []
      }
      if range.start < covered.last?.end ?? 0 || range.end > file.end {
        faults.insert(.outside)
      }
      covered.append(range)
    }
    if covered.first?.start != 0 { faults.insert(.outside) }
    return covered
  }

  /// Whether the signature covers any byte of `range`.
  func covers(_ range: ByteRange) -> Bool { covered.contains { $0.overlaps(range) } }

  /// What `room` holds without the zeros that fill it, and whether anything else follows; empty when it
  /// is all zeros.
  static func message(in room: [UInt8]) -> (message: [UInt8], hasTail: Bool) {
    if room.first == 0x30, let end = BERReader.lengthOfElement(room) {
      return (Array(room[..<end]), room[end...].contains { $0 != 0 })
    }
    return (room.allSatisfy { $0 == 0 } ? [] : room, false)
  }

  /// Whether `text` is `<` hexadecimal digits of one case `>` with one DER sequence, then zeros, or
  /// all zeros: no byte of it could be another and mean the same.
  private static func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "<"), text.last == UInt8(ascii: ">") else { return false }
    let digits = text.dropFirst().dropLast()
    guard !digits.isEmpty, digits.count.isMultiple(of: 2), Hex.isOfOneCase(digits.span)
    else { return false }
    let start = Hex.decode(String(decoding: digits.prefix(12), as: UTF8.self)) ?? []
    let length = lengthOfSequence(start, of: digits.count / 2) ?? 0
    return digits.dropFirst(2 * length).allSatisfy { $0 == UInt8(ascii: "0") }
  }

  /// Length of the definite-length SEQUENCE that begins with `bytes`, header included, where there are
  /// `size` bytes.
  private static func lengthOfSequence(_ bytes: [UInt8], of size: Int) -> Int? {
    guard bytes.count >= 2, bytes[0] == 0x30 else { return nil }
    if bytes[1] < 0x80 { return 2 + Int(bytes[1]) <= size ? 2 + Int(bytes[1]) : nil }
    let octets = Int(bytes[1] & 0x7F)
    guard (1...4).contains(octets), bytes.count >= 2 + octets else { return nil }
    let length = bytes[2..<2 + octets].reduce(0) { $0 << 8 | Int($1) }
    let end = 2 + octets + length
    return end <= size ? end : nil
  }
}

/// A PDF signature to come, made in the same update as a manifest store (C2PA 2.5 §A.4.2.2).
package struct PDFSignatureRoom: Hashable, Sendable {
  /// What it is for.
  package enum Kind: Hashable, Sendable {
    /// A signature (PAdES, EN 319 142-1).
    case signature
    /// A time stamp of the document (ISO 32000-2 §12.8.5).
    case timeStamp
  }

  /// What it is for.
  package let kind: Kind
  /// Room for the message, in bytes.
  package let size: Int
  /// When it is signed, for `M`.
  package let time: UTCTime
  /// Name of the field, which no other field of the document has.
  package let field: String
}

/// The texts of a signature dictionary (ISO 32000-2 §12.8.1).
enum PDFSignatureText {
  /// Size of `ByteRange` with the spaces that fill it: known before its numbers are.
  static let byteRangeSize = 7 + 3 * String(PDFLimits.maximumTableOffset).utf8.count

  /// `ByteRange` of a file of `size` bytes around `hole`, filled up with spaces.
  static func byteRange(hole: Range<Int>, size: Int) -> [UInt8] {
    let text = "[0 \(hole.lowerBound) \(hole.upperBound) \(size - hole.upperBound)]"
    let padding = String(repeating: " ", count: max(0, byteRangeSize - text.utf8.count))
    return Array((text + padding).utf8)
  }

  /// Size of `Contents` with its brackets, for a message of up to `size` bytes.
  static func contentsSize(_ size: Int) -> Int { 2 * size + 2 }

  /// `Contents` around `message`, filled up with zeros; nil when it is longer than its room.
  static func contents(_ message: [UInt8], size: Int) -> [UInt8]? {
    guard message.count <= size else { return nil }
    let zeros = [UInt8](repeating: 0, count: size - message.count)
    return Array("<\(Hex.encode(message + zeros))>".utf8)
  }

  /// The time that PDF writes as `text` (ISO 32000-2 §7.9.4), to the second and with its zone; nil for
  /// any other form: what leaves out the zone says nothing.
  static func time(_ text: [UInt8]) -> UTCTime? {
    guard text.starts(with: "D:".utf8) else { return nil }
    let digits = text.dropFirst(2).prefix(14)
    let zone = Array(text.dropFirst(16).filter { $0 != UInt8(ascii: "'") })
    guard digits.count == 14, digits.allSatisfy(PDFLexer.isDigit) else { return nil }
    let pairs = stride(from: digits.startIndex, to: digits.endIndex, by: 2).map { index in
      String(decoding: digits[index..<index + 2], as: UTF8.self)
    }
    let clock = pairs[4...].joined(separator: ":")
    let local = "\(pairs[0])\(pairs[1])-\(pairs[2])-\(pairs[3])T\(clock)"
    if zone.first == UInt8(ascii: "Z") { return UTCTime(rfc3339: local + "Z") }
    guard zone.count == 5 else { return nil }
    let offset = String(decoding: zone, as: UTF8.self)
    return UTCTime(rfc3339: local + offset.prefix(3) + ":" + offset.suffix(2))
  }

  /// A time as PDF writes it (ISO 32000-2 §7.9.4).
  static func date(_ time: UTCTime) -> [UInt8] {
    let digits = time.rfc3339.utf8.filter(PDFLexer.isDigit)
    return Array("D:".utf8) + digits + Array("Z".utf8)
  }
}
