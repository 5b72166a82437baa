package import BroadsealBytes
import BroadsealFiles

/// The text of a file of settings in TOML, and where in it something stands.
package struct SettingsFile: Sendable {
  /// Path of the file.
  package let path: FilePath
  /// Its text.
  let text: String

  /// Largest file of settings, in bytes.
  package static let maximumSize = 1 << 20

  /// Reads the file at `path`.
  package init(_ path: FilePath) throws(SettingsError) {
    self.path = path
    let bytes: [UInt8]
    do throws(SourceError) {
      bytes = try ByteSource.whole(path, limit: SettingsFile.maximumSize)
    } catch { throw SettingsError(path, unreadable: error) }
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw SettingsError(path, "not a text in UTF-8")
    }
    // The parser under this hands texts over as C strings, and would cut them there.
    guard !text.contains("\\u0000"), !text.contains("\\U00000000") else {
      throw SettingsError(path, "a text holds a NUL")
    }
    self.text = text
    // It also takes for granted that a table's name begins as names do, and stops the program for `[.a]`.
    if let line = SettingsFile.lineOfNamelessTable(bytes) {
      throw failure("a table has no name", at: SettingsPlace(line: line, column: 1))
    }
  }

  /// The line of the first table header, or of what would be one, that does not go on with a name.
  private static func lineOfNamelessTable(_ bytes: [UInt8]) -> Int? {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let line = lines.firstIndex { line in
      let words = line.drop(while: isBlank)
      guard words.first == UInt8(ascii: "[") else { return false }
      // Two brackets begin an array of tables; a third is no name either.
      var name = words.dropFirst().drop(while: isBlank)
      if name.first == UInt8(ascii: "[") { name = name.dropFirst().drop(while: isBlank) }
      return name.first.map { !mayBeginName($0) } ?? true
    }
    return line.map { $0 + 1 }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Whether a name may begin so (TOML 1.0, keys), or there is none for the parser to say so.
  private static func mayBeginName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "]"):
      true
    default: false
    }
  }

  /// Its bytes.
  package var bytes: some Collection<UInt8> { text.utf8 }

  /// A failure over the whole file, or over one place of it.
  func failure(
    _ reason: String, at place: SettingsPlace? = nil, hint: String? = nil
  ) -> SettingsError {
    SettingsError(path, reason.asClause, at: place, hint: hint)
  }

  /// A failure over `key` in the table `table`, or over the table itself when there is no key.
  func failure(
    _ reason: String, at key: String? = nil, in table: String, hint: String? = nil
  ) -> SettingsError {
    let places = SettingsPlaces(text)
    let name = key.map { table.isEmpty ? $0 : "\(table).\($0)" }
    return failure(reason, at: name.flatMap { places[$0] } ?? places[table], hint: hint)
  }
}
