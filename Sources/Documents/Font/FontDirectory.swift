import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// One table of a font.
struct FontTable: Hashable, Sendable {
  /// Its name: four letters, blanks among them.
  let tag: String
  /// The checksum that the directory states.
  let checksum: UInt32
  /// Where the entry of the directory stands.
  let record: Int
  /// The bytes of the table, without those that fill up its last four.
  let range: ByteRange

  /// The tables that are asked for here.
  static let store = "C2PA"
  static let head = "head"
  static let signature = "DSIG"
  static let names = "name"
  /// Tables of outlines that only one version of the format has.
  static let postScript: Set<String> = ["CFF ", "CFF2"]

  /// `checkSumAdjustment` of the table `head`, which every checksum takes for zero: it depends on all others.
  var adjustment: ByteRange? {
    tag == FontTable.head && range.length >= 12 ? ByteRange(start: range.start + 8, length: 4) : nil
  }

  /// The table as a box, under the name that the standard gives it (C2PA 2.5 §16.3.3.3.6).
  var box: NamedBox {
    NamedBox(
      name: tag == FontTable.store ? NamedBox.store : tag, range: range, zeroed: adjustment)
  }
}

/// The directory of a font: which tables it has, and where (ISO/IEC 14496-22 §4.5).
struct FontDirectory: Sendable {
  /// What kind of outlines it has.
  let version: UInt32
  /// The three numbers that make searching faster.
  let search: [UInt16]
  /// The tables in the order of the directory; at least one.
  let tables: [FontTable]

  static let headerLength = 12
  static let recordLength = 16
  static let trueType: UInt32 = 0x0001_0000
  static let openType: UInt32 = 0x4F54_544F  // OTTO
  /// What Apple's fonts begin with.
  static let apple: UInt32 = 0x7472_7565  // true

  /// Whether `head` may be the beginning of a font: other files begin with the same four bytes.
  @Sendable static func opens(_ head: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(head.prefix(headerLength + 4))
    guard bytes.count == headerLength + 4 else { return false }
    let count = Int(bytes[4]) << 8 | Int(bytes[5])
    return (1...FontLimits.maximumTables).contains(count)
      && bytes.suffix(4).allSatisfy { (0x20...0x7E).contains($0) }
  }

  /// Reads the directory: every table has to be in the file.
  init(_ source: ByteSource) throws(DocumentError) {
    var reader = ByteReader(try source.opening(FontLimits.longestDirectory))
    do throws(Malformed) {
      version = try reader.readUInt32()
      let known = [FontDirectory.trueType, FontDirectory.openType, FontDirectory.apple]
      guard known.contains(version) else { throw reader.malformed("no font of one face") }
      let count = Int(try reader.readUInt16())
      guard (1...FontLimits.maximumTables).contains(count) else {
        throw reader.malformed("a number of tables that cannot be")
      }
      search = [try reader.readUInt16(), try reader.readUInt16(), try reader.readUInt16()]
      let end = FontDirectory.headerLength + count * FontDirectory.recordLength
      var tables: [FontTable] = []
      var tags: Set<String> = []
      for _ in 0..<count {
        let record = reader.offset
        let letters = try reader.readBytes(4)
        guard letters.allSatisfy({ (0x20...0x7E).contains($0) }) else {
          throw Malformed("a table whose name is not four letters", at: record)
        }
        let tag = String(decoding: letters, as: UTF8.self)
        guard tags.insert(tag).inserted else {
          throw Malformed("a second table \(tag)", at: record)
        }
        let checksum = try reader.readUInt32()
        let start = Int(try reader.readUInt32())
        let length = Int(try reader.readUInt32())
        guard start >= end else { throw Malformed("a table in the directory", at: record) }
        guard let range = ByteRange(start: start, length: length), range.end <= source.size else {
          throw Malformed("the file ends inside a table", at: source.size)
        }
        tables.append(FontTable(tag: tag, checksum: checksum, record: record, range: range))
      }
      self.tables = tables
    } catch {
      let isCut = error.offset >= source.size
      throw .malformed(code: isCut ? FontCode.truncated.code : FontCode.structure.code, error)
    }
  }

  /// The table of that name; nil when there is none.
  func table(_ tag: String) -> FontTable? { tables.first { $0.tag == tag } }

  /// Its own bytes.
  var length: Int { FontDirectory.length(tables.count) }

  /// The length of a directory of `count` tables.
  static func length(_ count: Int) -> Int { headerLength + count * recordLength }

  /// The three numbers that make searching faster in a directory of `count` tables.
  static func search(_ count: Int) -> [UInt16] {
    var (power, exponent) = (1, 0)
    while power * 2 <= count { (power, exponent) = (power * 2, exponent + 1) }
    return [power * recordLength, exponent, (count - power) * recordLength]
      .map { UInt16(truncatingIfNeeded: $0) }
  }
}

/// Limits on the structure of a font.
package enum FontLimits {
  /// Most tables of a font: all that are registered, and as many again.
  package static let maximumTables = 256
  static let longestDirectory = FontDirectory.length(maximumTables)
}
