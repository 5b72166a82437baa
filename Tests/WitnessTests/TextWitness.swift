import BroadsealBytes
import BroadsealJSON
import Testing

/// Libraries that find a manifest store in text (Scripts/text.py).
enum TextWitness {
  /// A library.
  enum Library: String { case structured, unstructured, c2patxt }

  /// What a library found in a file.
  struct Finding {
    /// The bytes that it leaves out of the hash; nil when it does not say.
    let extent: ByteRange?
    /// The store; nil when it found none.
    let store: [UInt8]?
    /// SHA-256 of the rest; nil when it does not say.
    let hash: [UInt8]?
    /// Why it found none.
    let error: String?
  }

  /// What `library` finds in each of `paths`.
  static func find(in paths: [String], with library: Library) throws -> [Finding] {
    let request = JSON.Value.array(
      paths.map { ["path": .string($0), "library": .string(library.rawValue)] })
    let answers = try Witness.run("text.py", request).array ?? []
    try #require(answers.count == paths.count)
    return answers.map { answer in
      func bytes(_ key: String) -> [UInt8]? { answer[key]?.string.flatMap { Base64.decode($0) } }
      let start = answer["start"]?.integer.map { Int($0) }
      let length = answer["length"]?.integer.map { Int($0) }
      return Finding(
        extent: start.flatMap { start in length.flatMap { ByteRange(start: start, length: $0) } },
        store: bytes("store"), hash: bytes("hash"), error: answer["error"]?.string)
    }
  }
}
