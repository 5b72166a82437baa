import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

@testable import BroadsealDocuments

/// Builds small PDFs, sound ones and broken ones; offsets are right unless a test bends them.
struct PDFSample {
  /// How a cross-reference section is written.
  enum Form: CaseIterable { case table, stream }

  /// The objects that every sample starts with: a catalog and one empty page.
  static let objects: [Int: String] = [
    1: "<< /Type /Catalog /Pages 2 0 R >>",
    2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
  ]

  /// The file so far.
  private(set) var bytes: [UInt8]
  /// Offset of the newest cross-reference section.
  private(set) var section: Int?
  private var highest = 0

  /// A file of one revision.
  init(
    _ changes: [Int: String] = [:], form: Form = .table, trailer: String = "",
    header: String = "%PDF-1.7\n"
  ) {
    bytes = Array(header.utf8)
    append(PDFSample.objects.merging(changes) { $1 }, form: form, trailer: trailer)
  }

  /// Appends a revision with `objects`, the text between `obj` and `endobj` of each.
  ///
  /// - Parameters:
  ///   - root: the catalog's number.
  ///   - link: writes `Prev`.
  mutating func append(
    _ objects: [Int: String], form: Form = .table, trailer: String = "", root: Int = 1,
    link: Bool = true
  ) {
    var offsets: [Int: Int] = [:]
    for (number, object) in objects.sorted(by: { $0.key < $1.key }) {
      offsets[number] = bytes.count
      write("\(number) 0 obj\n\(object)\nendobj\n")
    }
    let start = bytes.count
    highest = max(highest, objects.keys.max() ?? 0)
    if form == .stream {
      highest += 1
      offsets[highest] = start
    }
    var entries = "/Root \(root) 0 R /Size \(highest + 1) \(trailer)"
    if link, let section { entries += " /Prev \(section)" }
    let rows = offsets.sorted { $0.key < $1.key }
    switch form {
    case .table:
      write("xref\n" + (section == nil ? "0 1\n0000000000 65535 f \n" : ""))
      for (number, offset) in rows {
        write("\(number) 1\n\(PDFSample.padded(offset)) 00000 n \n")
      }
      write("trailer\n<< \(entries) >>\n")
    case .stream:
      let index = rows.map { "\($0.key) 1" }.joined(separator: " ")
      write("\(highest) 0 obj\n<< /Type /XRef \(entries) /W [1 4 1] /Index [\(index)] ")
      write("/Length \(rows.count * 6) >>\nstream\n")
      for (_, offset) in rows {
        var row = ByteWriter()
        row.write(1)
        row.writeBigEndian(UInt32(offset))
        row.write(0)
        bytes += row.bytes
      }
      write("\nendstream\nendobj\n")
    }
    write("startxref\n\(start)\n%%EOF\n")
    section = start
  }

  /// Appends one byte.
  mutating func write(_ byte: UInt8) { bytes.append(byte) }

  /// Appends text as it is.
  mutating func write(_ text: String) { bytes += Array(text.utf8) }

  /// The same file with other text of the same length at `range`.
  func replacingRange(_ range: Range<Int>, with text: String) -> PDFSample {
    var sample = self
    sample.bytes.replaceSubrange(range, with: Array(text.utf8))
    return sample
  }

  /// The file with the first `old` replaced.
  func replacing(_ old: String, with new: String) -> [UInt8] {
    PDFSample.replacing(old, with: new, in: bytes)
  }

  /// `bytes` with the first `old` replaced.
  static func replacing(_ old: String, with new: String, in bytes: [UInt8]) -> [UInt8] {
    let word = Array(old.utf8)
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: word) }) else {
      return bytes
    }
    return Array(bytes[..<start]) + Array(new.utf8) + Array(bytes[(start + word.count)...])
  }

  /// Ten digits.
  static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
  }
}

extension PDFCarrier {
  /// Reads bytes in memory.
  init(_ bytes: [UInt8]) throws(DocumentError) {
    try self.init(ByteSource(bytes: bytes))
  }

  /// The whole output with `store` in its room.
  func embedding(_ store: [UInt8], insisting: Bool = false) throws(DocumentError) -> [UInt8] {
    let placement = try reserve(store.count, insisting: insisting)
    return try output(of: placement.pieces, store: try frame(store, for: placement))
  }

  /// What the recipe writes.
  func output(of pieces: [Piece], store: [UInt8] = []) throws(DocumentError) -> [UInt8] {
    var output: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .copy(let range): output += try document.file.source.bytes(range)
      case .bytes(let bytes): output += bytes
      case .store: output += store
      case .dependent(let length): output += [UInt8](repeating: 0, count: length)
      }
    }
    return output
  }
}

extension StoreLocation {
  /// The store, when there is one.
  var store: LocatedStore? { if case .found(let store) = self { store } else { nil } }
  /// Why what is there cannot be used.
  var note: Note? { if case .unusable(let note) = self { note } else { nil } }
  /// Whether nothing is there.
  var isNone: Bool { if case .none = self { true } else { false } }
}

/// Bytes that stand for a manifest store: the carrier does not look into them.
func dummyStore(_ count: Int, _ salt: Int = 1) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ salt) }
}
