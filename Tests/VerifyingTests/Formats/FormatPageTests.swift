import BroadsealDocuments
import Glibc
import TestSupport
import Testing

@Suite("README's table of formats is the program's")
struct FormatPageTests {
  private static let path = Corpus.packageFolder + "/README.md"
  private static let marks = ("<!-- formats: `make docs` writes them -->\n", "<!-- /formats -->\n")

  /// A row for each place that a label can have: what has it there, and how such files are named.
  static var table: String {
    var order: [String] = []
    var rows: [String: (names: [String], extensions: [String])] = [:]
    for format in Formats.all {
      for type in format.types {
        let label = type.label ?? format.label
        if rows[label] == nil { order.append(label) }
        var row = rows[label] ?? ([], [])
        if !row.names.contains(type.name.english) { row.names.append(type.name.english) }
        row.extensions += type.extensions
        rows[label] = row
      }
    }
    return "| file | named | label |\n|---|---|---|\n"
      + order.map { label in
        let row = rows[label] ?? ([], [])
        return "| \(row.names.joined(separator: ", ")) "
          + "| \(row.extensions.map { "`.\($0)`" }.joined(separator: " ")) | \(label) |\n"
      }.joined()
  }

  @Test("README.md holds the table (BROADSEAL_WRITE_PAGES=1 writes it)")
  func page() throws {
    let written = String(decoding: Scratch.bytes(of: Self.path) ?? [], as: UTF8.self)
    let start = try #require(written.firstRange(of: Self.marks.0)).upperBound
    let end = try #require(written.firstRange(of: Self.marks.1)).lowerBound
    try #require(start <= end)
    if unsafe getenv("BROADSEAL_WRITE_PAGES") != nil {
      let text = written[..<start] + Self.table + written[end...]
      let file = unsafe fopen(Self.path, "wb")
      let bytes = Array(text.utf8)
      #expect(unsafe file != nil && fwrite(bytes, 1, bytes.count, file) == bytes.count)
      if let file = unsafe file { #expect(unsafe fclose(file) == 0) }
    } else {
      #expect(String(written[start..<end]) == Self.table, "run `make docs`")
    }
  }
}
