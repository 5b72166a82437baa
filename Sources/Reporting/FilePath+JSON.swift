package import BroadsealBytes
package import BroadsealJSON

extension FilePath {
  /// Members that name this path in a document for machines: `name` shows it, and where it is not UTF-8, `nameBytes`
  /// gives it byte for byte in base64. What is shown then has its bytes as `\xNN` and its backslashes doubled.
  package func members(_ name: String) -> [(String, JSON.Value)] {
    text.map { [(name, .string($0))] }
      ?? [(name, .string(display)), (name + "Bytes", .string(Base64.encode(bytes)))]
  }

  /// The same for what goes by a text: how its path shows, or a name or address that is none.
  package static func members(_ name: String, displayed text: String) -> [(String, JSON.Value)] {
    FilePath(displayed: text)?.members(name) ?? [(name, .string(text))]
  }
}

extension [FilePath] {
  /// Members that name these paths: `name` shows each, and where one is not UTF-8, `nameBytes` has as many elements:
  /// the path in base64, or null for one that `name` gives whole.
  package func members(_ name: String) -> [(String, JSON.Value)] {
    let shown = (name, JSON.Value.array(map { .string($0.text ?? $0.display) }))
    guard contains(where: { $0.text == nil }) else { return [shown] }
    let bytes = map { $0.text == nil ? JSON.Value.string(Base64.encode($0.bytes)) : .null }
    return [shown, (name + "Bytes", .array(bytes))]
  }
}
