package import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL

/// What was known when a document was signed, kept for the day when its certificates have expired
/// and its list is stale: `broadseal.evidence/1`.
///
/// Nothing in it is believed because it stands here. A list needs the signatures of keys that the
/// reader pins, an OCSP response or a revocation list that of the issuer, a certificate its place in
/// a path. The digest over the whole tells damage from an honest bundle and proves nothing.
package struct EvidenceBundle: Hashable, Sendable {
  /// A government list as it was signed.
  package struct List: Hashable, Sendable {
    /// File name of the list.
    package let name: String
    /// The signed list, byte for byte.
    package let bytes: [UInt8]

    /// A list under the name of its file.
    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// SHA-256 of the document, in lower-case hexadecimal.
  package var document: String
  /// Label of the active manifest.
  package var manifest: String
  /// When it was put together, as its maker states.
  package var created: UTCTime
  /// The signer's chain in DER, signer first, the anchor of the list last.
  package var certificates: [[UInt8]]
  /// The chain of the time-stamp authority in DER, authority first.
  package var authorities: [[UInt8]]
  /// The government lists.
  package var lists: [List]
  /// OCSP responses in DER.
  package var responses: [[UInt8]]
  /// Revocation lists in DER or PEM.
  package var revocationLists: [[UInt8]]

  /// Name of the format.
  package static let schema = "broadseal.evidence/1"
  /// What is put behind the name of the labelled file.
  package static let suffix = ".evidence.json"
  /// Largest bundle that is read, in bytes.
  package static let maximumSize = 64 << 20
  /// Most items of one kind.
  package static let maximumCount = 64

  /// A bundle of these parts.
  package init(
    document: String, manifest: String, created: UTCTime, certificates: [[UInt8]],
    authorities: [[UInt8]], lists: [List], responses: [[UInt8]] = [],
    revocationLists: [[UInt8]] = []
  ) {
    self.document = document
    self.manifest = manifest
    self.created = created
    self.certificates = certificates
    self.authorities = authorities
    self.lists = lists
    self.responses = responses
    self.revocationLists = revocationLists
  }

  /// The bundle as it is kept: JSON of one form.
  package func text() throws(TrustError) -> [UInt8] {
    let digest = Value.string(try EvidenceBundle.digest(of: members))
    return Writer.bytes(of: .object(Object(members + [("digest", digest)])), pretty: true)
      + [UInt8(ascii: "\n")]
  }

  private var members: [(String, Value)] {
    func items(_ list: [[UInt8]]) -> Value { .array(list.map { .string(Base64.encode($0)) }) }
    return [
      ("schema", .string(EvidenceBundle.schema)), ("document", .string(document)),
      ("manifest", .string(manifest)), ("created", .string(created.rfc3339)),
      ("certificates", items(certificates)), ("authorities", items(authorities)),
      (
        "lists",
        .array(
          lists.map { ["name": .string($0.name), "list": .string(Base64.encode($0.bytes))] })
      ),
      ("responses", items(responses)), ("revocationLists", items(revocationLists)),
    ]
  }

  /// SHA-256 of the members in their one compact form.
  private static func digest(of members: [(String, Value)]) throws(TrustError) -> String {
    do throws(OpenSSLError) {
      return try Digest.of(Writer.bytes(of: .object(Object(members))), .sha256).hex
    } catch { throw TrustError(.unreadable, "evidence", error.description) }
  }
}

extension EvidenceBundle {
  /// Reads the bundle at `path`.
  ///
  /// - Throws: `.missing`, `.unreadable`, `.tooLarge`, `.malformed`.
  package static func read(_ path: FilePath) throws(TrustError) -> EvidenceBundle {
    try EvidenceBundle(
      parsing: try TrustFile.read(path, limit: maximumSize), name: path.display)
  }

  /// Reads a bundle; `name` stands in errors.
  ///
  /// - Throws: `.malformed` for anything that was not written so, a single changed byte included.
  package init(parsing bytes: [UInt8], name: String) throws(TrustError) {
    let value = try TrustError.malformed(name) { () throws(Malformed) in
      try Reader.parse(bytes)
    }
    let fields = try ListFields(value, at: "the evidence", of: name)
    try fields.allowOnly([
      "schema", "document", "manifest", "created", "certificates", "authorities", "lists",
      "responses", "revocationLists", "digest",
    ])
    guard try fields.text("schema") == EvidenceBundle.schema else {
      throw fields.malformed("schema", "is not \(EvidenceBundle.schema)")
    }
    self.init(
      document: try fields.text("document"), manifest: try fields.text("manifest"),
      created: try fields.time("created"),
      certificates: try EvidenceBundle.items("certificates", of: fields),
      authorities: try EvidenceBundle.items("authorities", of: fields),
      lists: try EvidenceBundle.lists(of: fields),
      responses: try EvidenceBundle.items("responses", of: fields),
      revocationLists: try EvidenceBundle.items("revocationLists", of: fields))
    // Base64 and numbers have more than one spelling: what is not written as we write it is damage.
    guard try text() == bytes else {
      throw TrustError(
        .malformed, name, "the evidence was altered: its digest does not match",
        hint: "take the bundle that was written when the document was signed")
    }
  }

  private static func items(
    _ key: String, of fields: ListFields
  ) throws(TrustError) -> [[UInt8]] {
    guard let array = fields.object[key]?.array else {
      throw fields.malformed(key, "is not an array")
    }
    guard array.count <= maximumCount else { throw fields.malformed(key, "is too long") }
    var items: [[UInt8]] = []
    for value in array {
      guard let bytes = value.string.flatMap({ Base64.decode($0) }) else {
        throw fields.malformed(key, "holds something that is not Base64")
      }
      items.append(bytes)
    }
    return items
  }

  private static func lists(of fields: ListFields) throws(TrustError) -> [List] {
    guard let array = fields.object["lists"]?.array else {
      throw fields.malformed("lists", "is not an array")
    }
    guard array.count <= maximumCount else { throw fields.malformed("lists", "is too long") }
    var lists: [List] = []
    for value in array {
      let item = try ListFields(value, at: "lists", of: fields.list)
      try item.allowOnly(["name", "list"])
      guard let bytes = item.object["list"]?.string.flatMap({ Base64.decode($0) }) else {
        throw item.malformed("list", "is not Base64")
      }
      lists.append(List(name: try item.text("name"), bytes: bytes))
    }
    return lists
  }
}
