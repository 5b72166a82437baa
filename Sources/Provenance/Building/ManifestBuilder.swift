import BroadsealCBOR
package import BroadsealJUMBF
package import BroadsealOpenSSL

/// Puts a new manifest together, box by box (C2PA 2.4 §10.3 and §11.1).
///
/// Pure assembly: identifiers, salts and the signature come in from the caller, and equal input gives
/// equal bytes. An assertion may be put in with a hash of zeros and replaced later by one of the
/// same size, so that the size of the whole is known before the hash is.
package struct ManifestBuilder: Sendable {
  /// Which list of the claim an assertion stands in.
  package enum List: Sendable, Hashable {
    /// The signer vouches for it.
    case created
    /// The signer passes it on.
    case gathered
  }

  private struct Entry: Sendable {
    let label: AssertionLabel
    let list: List
    let salt: [UInt8]?
    let superbox: [UInt8]
    let reference: HashedURI
    /// The reference as it stands in the claim, which is written several times.
    let value: CBOR.Value
  }

  /// Label of the manifest: a URN that no other manifest bears.
  package let label: String
  /// The hash algorithm of every reference.
  package let algorithm: DigestAlgorithm
  /// Standard or update: nothing that is hashed or signed says it.
  private let type: ContentUUID
  private var entries: [Entry] = []
  /// Bytes of the boxes around assertions, claim and signature.
  private let frameSize: Int

  /// A manifest without assertions.
  ///
  /// - Parameter isUpdate: whether it binds no content of its own (C2PA 2.4 §11.2.3).
  package init(label: String, algorithm: DigestAlgorithm = .sha256, isUpdate: Bool = false) {
    self.label = label
    self.algorithm = algorithm
    type = isUpdate ? .updateManifest : .standardManifest
    frameSize = ManifestBuilder.superbox(type, label, [], claim: [], signature: []).count
  }

  /// Adds an assertion; a second one of the same label is numbered `__1`, the next `__2`.
  ///
  /// - Parameters:
  ///   - salt: 16 or 32 random bytes, so that a redacted assertion cannot be guessed.
  /// - Returns: the reference by which other assertions name it.
  package mutating func add(
    _ content: AssertionDraft, label base: String, in list: List, salt: [UInt8]?
  ) throws(OpenSSLError) -> HashedURI {
    let label = AssertionLabel(
      base: base, instance: entries.filter { $0.label.base == base }.count)
    let entry = try entry(content, label: label, list: list, salt: salt)
    entries.append(entry)
    return entry.reference
  }

  /// Puts other content into an assertion, in its place and with its salt.
  ///
  /// - Parameter relabelled: the label of an assertion of another kind that takes its place.
  /// - Returns: the new reference; references made before name the old content. Nil when no
  ///   assertion is called `label`.
  package mutating func replace(
    _ label: String, with content: AssertionDraft, relabelled: String? = nil
  ) throws(OpenSSLError) -> HashedURI? {
    guard let index = entries.firstIndex(where: { $0.label.text == label }) else { return nil }
    let old = entries[index]
    let name = relabelled.map { AssertionLabel(base: $0, instance: 0) } ?? old.label
    let entry = try entry(content, label: name, list: old.list, salt: old.salt)
    entries[index] = entry
    return entry.reference
  }

  /// The claim's CBOR: the bytes to sign (C2PA 2.4 §10.2).
  package func claim(_ fields: ClaimFields) -> [UInt8] {
    let gathered = references(in: .gathered)
    return CBOR.Encoder.encode(
      .map(
        CBOR.Map([
          // In the order of the encoding, which then has nothing to sort.
          ("alg", .text(algorithm.rawValue)),
          ("dc:title", fields.title.map(CBOR.Value.text)),
          ("signature", .text(signatureURI.description)),
          ("instanceID", .text(fields.instanceID)),
          ("created_assertions", .array(references(in: .created))),
          ("gathered_assertions", gathered.isEmpty ? nil : .array(gathered)),
          ("claim_generator_info", fields.generator.asValue),
        ])))
  }

  /// The manifest's superbox around a signed claim.
  ///
  /// - Parameters:
  ///   - claim: what `claim(_:)` gave, unchanged.
  ///   - signature: the COSE structure, or as many zeros while only the size matters.
  package func manifest(claim: [UInt8], signature: [UInt8]) -> [UInt8] {
    ManifestBuilder.superbox(
      type, label, entries.map(\.superbox), claim: claim, signature: signature)
  }

  private static func superbox(
    _ type: ContentUUID, _ label: String, _ assertions: [[UInt8]], claim: [UInt8],
    signature: [UInt8]
  ) -> [UInt8] {
    JUMBF.Writer.superbox(
      type, label: label,
      [
        JUMBF.Writer.superbox(
          .assertionStore, label: Manifest.assertionStoreLabel, assertions),
        JUMBF.Writer.superbox(
          .claim, label: "c2pa.claim.v2", [JUMBF.Writer.box(.cbor, claim)]),
        JUMBF.Writer.superbox(
          .signature, label: Manifest.signatureLabel, [JUMBF.Writer.box(.cbor, signature)]),
      ])
  }

  /// How many bytes `manifest(claim:signature:)` has for a claim and a signature of these sizes.
  package func size(claim: Int, signature: Int) -> Int {
    frameSize + entries.reduce(0) { $0 + $1.superbox.count } + claim + signature
  }

  /// The absolute reference to the signature box.
  package var signatureURI: JUMBF.URI {
    JUMBF.URI(manifest: label, path: [Manifest.signatureLabel])
  }

  private func entry(
    _ content: AssertionDraft, label: AssertionLabel, list: List, salt: [UInt8]?
  ) throws(OpenSSLError) -> Entry {
    let superbox = content.superbox(label: label.text, salt: salt)
    let hash = try ManifestBuilder.hash(superbox: superbox, algorithm)
    let uri = JUMBF.URI(manifest: nil, path: [Manifest.assertionStoreLabel, label.text])
    let reference = HashedURI(uri: uri, hash: hash)
    return Entry(
      label: label, list: list, salt: salt, superbox: superbox, reference: reference,
      value: reference.asValue)
  }

  private func references(in list: List) -> [CBOR.Value] {
    entries.filter { $0.list == list }.map(\.value)
  }

  /// The hash of a superbox just written: all of it but its header (C2PA 2.4 §8.4.2.3).
  private static func hash(
    superbox: [UInt8], _ algorithm: DigestAlgorithm
  ) throws(OpenSSLError) -> [UInt8] {
    let isLong = superbox[3] == 1 && superbox[..<3].allSatisfy { $0 == 0 }
    return try Digest.of(superbox[(isLong ? 16 : 8)...], algorithm).bytes
  }
}

/// What a new claim says besides its assertions (C2PA 2.4 §10.2).
package struct ClaimFields: Hashable, Sendable {
  /// Identifier of this instance of the asset: `xmp:iid:` and a UUID.
  package let instanceID: String
  /// The program that makes the claim.
  package let generator: GeneratorInfo
  /// Title of the asset.
  package let title: String?

  /// Fields of a claim.
  package init(instanceID: String, generator: GeneratorInfo, title: String? = nil) {
    self.instanceID = instanceID
    self.generator = generator
    self.title = title
  }
}

extension ManifestStore {
  /// A store of earlier superboxes, byte for byte, and a new manifest, which becomes the active one.
  ///
  /// - Parameters:
  ///   - earlier: complete superboxes of earlier stores, oldest first; no two of one label.
  ///   - new: what `ManifestBuilder.manifest` gave.
  package static func assemble(earlier: [ArraySlice<UInt8>] = [], new: [UInt8]) -> [UInt8] {
    JUMBF.Writer.superbox(.manifestStore, label: label, earlier.map { Array($0) } + [new])
  }
}
