import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes

/// Texts with a block, put together by hand.
enum TextSample {
  static let store = DummyStore.bytes(100)
  static let begin = "-----BEGIN C2PA MANIFEST-----"
  static let end = "-----END C2PA MANIFEST-----"
  static let reference = "data:application/c2pa;base64," + Base64.encode(store)

  /// The block on one line, without prefix, suffix and terminator.
  static let line = "\(begin) \(reference) \(end)"
  /// The block as Markdown has it.
  static let comment = "<!-- \(line) -->"

  /// The document that `text` is under `name`.
  static func document(_ text: String, _ name: String) throws -> Document {
    try Document(ByteSource(bytes: Array(text.utf8)), path: FilePath(name))
  }

  /// What is located in `text` under `name`.
  static func location(_ text: String, _ name: String) throws -> StoreLocation {
    let document = try document(text, name)
    guard let carrier = document.carrier else { throw document.problem ?? .storeSize(0) }
    return try carrier.locate()
  }

  /// The store in `text`; nil when there is none that can be used.
  static func found(_ text: String, _ name: String) throws -> LocatedStore? {
    if case .found(let store) = try location(text, name) { store } else { nil }
  }

  /// Why the store in `text` cannot be used; nil when it can, or there is none.
  static func fault(_ text: String, _ name: String) throws -> String? {
    if case .unusable(let note) = try location(text, name) { note.code.name } else { nil }
  }
}
