import BroadsealBytes
import BroadsealCBOR
import BroadsealJUMBF
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance

/// Manifests by hand, sound unless a test breaks them.
enum Fixture {
  static let label = "urn:c2pa:11111111-2222-4333-8444-555555555555"
  static let parentLabel = "urn:c2pa:aaaaaaaa-2222-4333-8444-555555555555"
  static let salt = [UInt8](repeating: 0x5A, count: 16)
  static let fields = ClaimFields(
    instanceID: "xmp:iid:1", generator: GeneratorInfo(name: "Test", specVersion: "2.4.0"))

  /// A builder with actions and a data hash.
  static func builder(label: String = label) throws -> ManifestBuilder {
    var builder = ManifestBuilder(label: label)
    let created = Action("c2pa.created", digitalSourceType: .digitalCreation)
    _ = try builder.add(
      .cbor(Actions([created], allActionsIncluded: true).asValue), label: Actions.label,
      in: .created, salt: salt)
    _ = try builder.add(.cbor(dataHash.asValue), label: DataHash.label, in: .created, salt: salt)
    return builder
  }

  static let dataHash = DataHash(
    exclusions: [], algorithm: "sha256", hash: [UInt8](repeating: 7, count: 32))

  /// A manifest's bytes with a signature box of zeros.
  static func manifest(label: String = label) throws -> [UInt8] {
    let builder = try builder(label: label)
    return builder.manifest(claim: builder.claim(fields), signature: [0])
  }

  /// A manifest of the given superboxes.
  static func manifest(
    _ contents: [[UInt8]], label: String = label, type: ContentUUID = .standardManifest
  ) -> [UInt8] {
    JUMBF.Writer.superbox(type, label: label, contents)
  }

  static func claimBox(_ claim: CBOR.Value, label: String = "c2pa.claim.v2") -> [UInt8] {
    claimBox(CBOR.Encoder.encode(claim), label: label)
  }

  static func claimBox(_ claim: [UInt8], label: String = "c2pa.claim.v2") -> [UInt8] {
    JUMBF.Writer.superbox(.claim, label: label, [JUMBF.Writer.box(.cbor, claim)])
  }

  static let signatureBox = JUMBF.Writer.superbox(
    .signature, label: "c2pa.signature", [JUMBF.Writer.box(.cbor, [0])])

  static func assertionStore(_ assertions: [[UInt8]] = []) -> [UInt8] {
    JUMBF.Writer.superbox(.assertionStore, label: "c2pa.assertions", assertions)
  }

  /// A claim of version 2 that says the least it may.
  static let claim: CBOR.Value = [
    "instanceID": "xmp:iid:1", "claim_generator_info": ["name": "Test"],
    "signature": "self#jumbf=c2pa.signature", "created_assertions": [], "alg": "sha256",
  ]

  /// `value` with one field replaced, or without it.
  static func changing(_ value: CBOR.Value, _ key: String, to field: CBOR.Value?) -> CBOR.Value {
    let others = value.map?.entries.filter { $0.key.text != key } ?? []
    return .map(Map(others + (field.map { [Map.Entry(key: .text(key), value: $0)] } ?? [])))
  }

  /// The manifest of a store around `manifests`, the last one.
  static func active(_ manifests: [UInt8]...) throws -> Manifest {
    try store(manifests).active
  }

  static func store(_ manifests: [[UInt8]]) throws -> ManifestStore {
    try ManifestStore(
      parsing: JUMBF.Writer.superbox(.manifestStore, label: "c2pa", manifests))
  }

  /// The reference that `text` is.
  static func uri(_ text: String) throws -> JUMBF.URI {
    guard let uri = JUMBF.URI(text) else { throw Malformed("no reference: \(text)", at: 0) }
    return uri
  }

  /// An assertion read from a superbox.
  static func assertion(_ superbox: [UInt8]) throws -> Assertion? {
    try active(
      manifest([assertionStore([superbox]), claimBox(claim), signatureBox])
    ).assertions.first
  }
}

extension Result where Failure == Problem {
  /// The code of the failure.
  var code: StatusCode? {
    if case .failure(let problem) = self { problem.code } else { nil }
  }
}
