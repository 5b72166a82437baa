package import BroadsealBytes
import BroadsealJSON
package import BroadsealOpenSSL

/// What one run of `sign` is about to do, for a second person to approve: every document by its
/// digest, the label, the form and the certificate.
///
/// The same request always gives the same bytes, so that an approval of the bytes is one of the
/// request, and a plan is compared by making it again.
package struct SigningPlan: Sendable, Equatable {
  /// One document.
  package struct File: Sendable, Equatable {
    /// Its path as it was given.
    package let path: FilePath
    /// Its size in bytes.
    package let size: Int
    /// SHA-256 of all of it.
    package let sha256: Digest
    /// SHA-256 of the label that lies beside it, `FILE.EXT.c2pa`; nil when there is none.
    package let sidecar: Digest?
  }

  /// The documents in order.
  package let files: [File]
  /// The document that they were made from.
  package let parent: File?
  /// The plan in JSON, two spaces deep, a line break at the end.
  package let bytes: [UInt8]
  /// SHA-256 of the public key that will sign, in lower-case hex: whoever holds it cannot approve.
  package var signer: String? { value["signer"]?.string }
  /// SHA-256 of the public keys of those who may approve, in lower-case hex and in order; nil in a plan that nobody
  /// approves any more, since it leaves that open.
  package var approvers: [String]? { value["approvers"]?.array?.compactMap(\.string) }
  let value: Value

  /// Most documents in a plan.
  package static let maximumFiles = 10_000

  static let schema = "broadseal.plan/3"
  static let members = [
    "schema", "certificate", "signer", "approvers", "identity", "run", "form", "label", "document",
    "files",
  ]

  /// The plan to sign `inputs` as `request` says, with the key of `certificate`.
  ///
  /// - Throws: `SigningError` when a document cannot be read or the request contradicts itself.
  package init(
    _ request: SigningRequest, inputs: [FilePath], certificate: Certificate,
    _ circumstances: Circumstances = Circumstances()
  ) throws(SigningError) {
    try request.check()
    guard inputs.count <= SigningPlan.maximumFiles else {
      throw SigningError(.request, "a plan holds \(SigningPlan.maximumFiles) documents at most")
    }
    var files: [File] = []
    for path in inputs { files.append(try File(of: path)) }
    let parent = try request.parent.map { path throws(SigningError) in try File(of: path) }
    self.files = files
    self.parent = parent
    value = .object(
      Object([
        ("schema", .string(SigningPlan.schema)), ("certificate", .string(certificate.sha256)),
        ("signer", .string(certificate.publicKey.spkiSHA256)),
        ("approvers", circumstances.plannedApprovers),
        ("identity", circumstances.plannedIdentity), ("run", circumstances.plannedRun),
        ("form", .string(request.form.name)), ("label", request.label.planned),
        ("document", request.planned(parent: parent)),
        ("files", .array(files.map(\.planned))),
      ]))
    bytes = SigningPlan.bytes(of: value)
  }

  /// Reads a plan; anything but the very bytes that would be written for it is refused.
  package init(parsing bytes: [UInt8]) throws(Malformed) {
    let value = try Reader.parse(bytes)
    if let schema = value["schema"]?.string, schema.hasPrefix("broadseal.plan/"),
      schema != SigningPlan.schema
    {
      throw Malformed("a signing plan of another version: have a new plan made", at: 0)
    }
    guard value["schema"]?.string == SigningPlan.schema,
      value.object?.keys == SigningPlan.members,
      SigningPlan.isListOfKeys(value["approvers"])
    else { throw Malformed("not a signing plan of this version", at: 0) }
    guard let list = value["files"]?.array, list.count <= SigningPlan.maximumFiles else {
      throw Malformed("a signing plan without a list of documents, or with too many", at: 0)
    }
    var files: [File] = []
    for item in list { files.append(try File(planned: item)) }
    guard SigningPlan.bytes(of: value) == bytes else {
      throw Malformed("the signing plan is not in its own form", at: 0)
    }
    self.files = files
    parent = try value["document"]?["parent"].map { item throws(Malformed) in
      try File(planned: item)
    }
    self.value = value
    self.bytes = bytes
  }

  /// Whether `value` is null, or names keys by their digests and nothing else.
  private static func isListOfKeys(_ value: Value?) -> Bool {
    if case .null? = value { return true }
    return value?.array?.allSatisfy { $0.string.flatMap { Hex.decode($0) }?.count == 32 } ?? false
  }

  private static func bytes(of value: Value) -> [UInt8] {
    Array((Writer.write(value, pretty: true) + "\n").utf8)
  }
}
