import BroadsealBytes
import BroadsealCBOR
import BroadsealJSON
import BroadsealJUMBF
import BroadsealNotes
import BroadsealProvenance
import BroadsealReporting

/// One assertion in words, and its content as JSON.
enum AssertionText {
  /// What kind of content it is, and how long.
  static func kind(of content: AssertionContent) -> String {
    switch content {
    case .cbor: "CBOR"
    case .json: "JSON"
    case .embeddedFile(let file):
      "file \(Untrusted.clean(file.mediaType)), \(file.bytes.count) bytes"
    case .uuid(_, let data): "UUID content, \(data.count) bytes"
    case .redacted: "redacted"
    case .malformed(let problem): problem.code.name
    case .other: "unknown content"
    }
  }

  /// A list of a claim.
  enum List: String {
    case created
    case gathered
    case none = "not in the claim"

    /// The same in Japanese.
    var japanese: String {
      switch self {
      case .created: "署名者が作成"
      case .gathered: "署名者が収集"
      case .none: "クレームに記載なし"
      }
    }
  }

  /// In which of the claim's lists it stands.
  static func list(of assertion: Assertion, in claim: Claim) -> List {
    func holds(_ references: [HashedURI]) -> Bool {
      references.contains { $0.uri?.path.last == assertion.label.text }
    }
    return holds(claim.created) ? .created : holds(claim.gathered) ? .gathered : .none
  }

  /// The content of the active manifest's assertion called `label`.
  static func text(
    of label: String, in store: ManifestStore, _ path: FilePath
  ) throws(Failure) -> String {
    let assertions = store.active.assertions
    guard let assertion = assertions.first(where: { $0.label.text == label }) else {
      let labels = assertions.map(\.label.text).joined(separator: ", ")
      throw Failure(
        .unlabelled, path, "the active manifest has no assertion \(label)", hint: "it has \(labels)"
      )
    }
    if case .malformed(let problem) = assertion.content {
      throw Failure(.failed, path, "\(problem.code.name): \(problem.reason)")
    }
    return JSON.Writer.write(json(of: assertion.content), pretty: true) + "\n"
  }

  /// The content as JSON for people and programs.
  static func json(of content: AssertionContent) -> JSON.Value {
    switch content {
    case .cbor(let value): JSON.Value(showing: value)
    case .json(let value): value
    case .embeddedFile(let file):
      [
        "mediaType": .string(file.mediaType), "size": .integer(Int64(file.bytes.count)),
        "data": .string("b64'\(Base64.encode(file.bytes))'"),
      ]
    case .uuid(let identifier, let data):
      ["uuid": .string(Hex.encode(identifier)), "data": .string("b64'\(Base64.encode(data))'")]
    case .malformed, .redacted, .other: .string(kind(of: content))
    }
  }
}

extension JSON.Value {
  /// A CBOR item as JSON for people: byte strings as `b64'…'`, as crJSON has them; tags are left out.
  init(showing item: CBOR.Value) {
    self =
      switch item {
      case .unsigned(let number):
        Int64(exactly: number).map(JSON.Value.integer) ?? .string("\(number)")
      case .negative(let number):
        Int64(exactly: number).map { .integer(-1 - $0) } ?? .string("-1-\(number)")
      case .bytes(let bytes): .string("b64'\(Base64.encode(bytes))'")
      case .text(let text): .string(text)
      case .array(let items): .array(items.map { JSON.Value(showing: $0) })
      case .map(let map):
        .object(
          JSON.Object(
            map.entries.map { entry in
              (JSON.Value.name(of: entry.key), JSON.Value(showing: entry.value))
            }))
      case .tagged(_, let content): JSON.Value(showing: content)
      case .boolean(let flag): .bool(flag)
      case .float(let number): number.isFinite ? .number(number) : .string("\(number)")
      case .simple(let number): .string("simple(\(number))")
      case .null, .undefined: .null
      }
  }

  private static func name(of key: CBOR.Value) -> String {
    key.text ?? JSON.Writer.write(JSON.Value(showing: key))
  }
}
