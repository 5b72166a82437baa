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
  }

  /// A failure over the whole file, or over one of its lines.
  func failure(_ reason: String, line: Int? = nil, hint: String? = nil) -> SettingsError {
    let place = line.map { "line \($0): " } ?? ""
    return SettingsError(
      path, place + reason.prefix(1).lowercased() + reason.dropFirst(), hint: hint)
  }

  /// A failure over `key` in the table `table`, or over the table itself when there is no key.
  func failure(
    _ reason: String, at key: String? = nil, in table: String, hint: String? = nil
  ) -> SettingsError {
    failure(reason, line: line(of: key, in: table), hint: hint)
  }

  /// The line on which `key` of `table` is most likely set: the parser keeps no places.
  private func line(of key: String?, in table: String) -> Int? {
    var current = ""
    var heading: Int?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let words = line.drop { $0 == " " || $0 == "\t" }
      if words.first == "[" {
        current = String(words.dropFirst().prefix { $0 != "]" })
        if current == table { heading = index + 1 }
        if let key, current == (table.isEmpty ? key : "\(table).\(key)") { return index + 1 }
      } else if current == table, let key, words.hasPrefix(key) {
        let next = words.dropFirst(key.count).first
        if next == " " || next == "=" || next == "." || next == "\t" { return index + 1 }
      }
    }
    return heading
  }
}
