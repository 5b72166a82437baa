package import BroadsealBytes
import BroadsealFiles
import BroadsealVerifying

/// A register of documents: what there should be.
///
/// A table in CSV (RFC 4180) whose first line names its columns: `path`, `sha256` or `reference`, any of them. A
/// document is in the register by the first of them that a row fills, in this order. The table of an audit's own report
/// is one: its remarks, rows that begin with `# `, are no part of it.
package struct Register: Sendable {
  /// A row, by what it is found.
  private enum Key: Hashable, Sendable {
    case path([UInt8])
    case digest(String)
    case reference(String)
  }

  private var rows: [Key: Int] = [:]
  private var names: [String] = []
  /// The file that it stands in.
  package let path: FilePath

  /// Largest register that is read, in bytes.
  package static let maximumSize = 16 << 20

  /// How many documents are registered.
  package var count: Int { names.count }

  /// Whether documents are found by the SHA-256 of their files.
  package private(set) var needsDigests = false

  /// Why a register cannot be used.
  package struct Fault: Error, Sendable {
    /// One line in lower case, without a full stop.
    package let reason: String
  }

  /// Reads the register at `path`.
  package init(_ path: FilePath) throws(Fault) {
    self.path = path
    let bytes: [UInt8]
    do throws(SourceError) {
      bytes = try ByteSource.whole(path, limit: Register.maximumSize)
    } catch { throw Fault(reason: error.reason) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(reason: "not a text in UTF-8")
    }
    var isReport = false
    let tables = CSVReader.separators.map { separator -> (CSVReader, [Int?]) in
      var table = CSVReader(text, separator: separator)
      var row = table.next()
      while let remark = row, Register.isRemark(remark) {
        isReport = true
        row = table.next()
      }
      let heading = row?.map { $0.lowercased().trimmed } ?? []
      return (table, ["path", "sha256", "reference"].map { heading.firstIndex(of: $0) })
    }
    guard let found = tables.first(where: { $0.1.contains { $0 != nil } }) else {
      throw Fault(reason: "the first line names none of the columns path, sha256, reference")
    }
    var table = found.0
    let columns = found.1
    while let row = table.next() {
      let cells = columns.map { column in
        column.flatMap { row.indices.contains($0) && !row[$0].isEmpty ? row[$0] : nil }
      }
      if row.allSatisfy(\.isEmpty) || isReport && Register.isRemark(row) { continue }
      let key: Key
      if let place = cells[0] {
        key = .path(Array(place.precomposed.utf8))
      } else if let digest = cells[1]?.lowercased() {
        guard digest.utf8.count == 64, digest.utf8.allSatisfy(Register.isHexadecimal) else {
          throw Fault(reason: "line \(table.line): this is no SHA-256: \(digest)")
        }
        key = .digest(digest)
        needsDigests = true
      } else if let reference = cells[2] {
        key = .reference(reference)
      } else {
        throw Fault(reason: "line \(table.line): the row names no document")
      }
      guard rows.updateValue(names.count, forKey: key) == nil else {
        throw Fault(reason: "line \(table.line): the document is registered twice")
      }
      names.append(cells[0] ?? cells[2] ?? cells[1] ?? "")
    }
    if table.isBroken { throw Fault(reason: "a quotation mark is not closed") }
    if names.isEmpty { throw Fault(reason: "there is no document in it") }
  }

  /// Whether a row is about the table and not of it, as the reports of audits have them.
  private static func isRemark(_ row: [String]) -> Bool { row.first?.hasPrefix("# ") ?? false }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }

  /// The row of a file; nil where it is not registered. Only a label that a list vouches for says a reference number.
  func row(of verdict: Verdict, at place: PolicyPlace) -> Int? {
    for path in place.paths {
      if let row = rows[.path(path)] { return row }
    }
    if let digest = verdict.sha256, let row = rows[.digest(digest)] { return row }
    guard verdict.originInWhole == .official, let number = verdict.statement?.claim?.reference
    else {
      return nil
    }
    return rows[.reference(number)]
  }

  /// What a row calls its document.
  func name(of row: Int) -> String { names[row] }
}

extension String {
  /// The text without blanks at its ends.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
