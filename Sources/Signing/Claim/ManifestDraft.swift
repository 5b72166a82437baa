import Bytes
import OpenSSL
import Provenance

/// A manifest that is complete but for the hash of the document and the signature.
///
/// Its size depends on nothing but where the store stands in the file, so that the room for it can
/// be reserved before the document is read.
struct ManifestDraft {
  /// Name of the manifest.
  let label: String
  /// Label of the parent's active manifest, when one is kept.
  let parent: String?

  private var builder: ManifestBuilder
  private let identity: OrganisationIdentity?
  /// What the identity stands behind, beside the binding to the document.
  private var endorsed: [HashedURI] = []
  private let fields: ClaimFields
  private let kept: [ArraySlice<UInt8>]
  private let baseSize: Int

  /// Hash of every reference and of the document (C2PA 2.4 §13.1).
  static let algorithm = DigestAlgorithm.sha256
  /// Size of a binding that leaves nothing out.
  private static let bareBindingSize = binding(nil, hash: nil).encodedSize
  /// Assertions that a manifest has at most.
  private static let maximumAssertions = 7

  /// The manifest that `request` asks for.
  ///
  /// - Parameters:
  ///   - parent: the credentials to keep.
  ///   - mediaType: type of the document.
  ///   - time: the time of signing.
  init(
    _ request: SigningRequest, parent: ParentCredentials?, mediaType: String,
    generator: ClaimGenerator, identity: OrganisationIdentity? = nil, at time: UTCTime,
    _ environment: Environment
  ) throws(SigningError) {
    let plan = try ActionPlan(
      request, hasParent: parent != nil, generator: generator, at: time)
    var names = try ManifestIdentity(
      assertions: ManifestDraft.maximumAssertions, environment)
    self.identity = identity
    label = ManifestURN(uuid: names.manifest).text
    self.parent = parent?.active.label
    kept = parent?.superboxes ?? []
    fields = ClaimFields(
      instanceID: "xmp:iid:" + names.instance,
      generator: GeneratorInfo(
        name: generator.name, version: generator.version,
        specVersion: ClaimGenerator.specificationVersion))
    builder = ManifestBuilder(label: label, algorithm: ManifestDraft.algorithm)
    let binding = ManifestDraft.binding(nil, hash: nil)
    do throws(OpenSSLError) {
      var opened: HashedURI?
      if plan.opensParent {
        let ingredient =
          try parent.map { parent throws(OpenSSLError) in
            try ParentIngredient.known(parent, ManifestDraft.algorithm)
          } ?? ParentIngredient.unknown(mediaType: mediaType, source: plan.parentSource)
        opened = try builder.add(
          .cbor(ingredient.asValue), label: Ingredient.label, in: .created,
          salt: names.nextSalt())
      }
      let actions = plan.actions(parent: opened)
      let listed = try builder.add(
        .cbor(actions.asValue), label: Actions.label, in: .created, salt: names.nextSalt())
      let bound = try builder.add(
        .cbor(binding.asValue), label: DataHash.label, in: .created, salt: names.nextSalt())
      let assertions = LabelAssertions(
        request.label, uniqueID: "urn:uuid:" + names.instance)
      if let disclosure = assertions.disclosure {
        _ = try builder.add(
          .cbor(disclosure.asValue), label: AIDisclosure.label, in: .created,
          salt: names.nextSalt())
      }
      let stated = try builder.add(
        .cbor(assertions.label.asValue), label: BroadsealLabel.label, in: .created,
        salt: names.nextSalt())
      endorsed = [listed, stated]
      if request.title != nil || request.language != nil {
        let metadata = Metadata(title: request.title, language: request.language)
        _ = try builder.add(
          .json(metadata.asValue), label: Metadata.label, in: .gathered,
          salt: names.nextSalt())
      }
      if let identity {
        _ = try builder.add(
          identity.placeholder([bound] + endorsed), label: IdentityAssertion.label,
          in: .gathered, salt: names.nextSalt())
      }
    } catch { throw .cryptography(error) }
    baseSize = ManifestDraft.size(builder, fields, kept)
  }

  /// Size of the store without its signature, when `extent` stays out of the document's hash.
  func size(excluding extent: ByteRange?) -> Int {
    baseSize + ManifestDraft.binding(extent, hash: nil).encodedSize - ManifestDraft.bareBindingSize
  }

  /// The manifest bound to the document, ready to be signed.
  ///
  /// - Parameters:
  ///   - size: size of the store that was reserved: the signature takes what the rest leaves.
  ///   - extent: the store's room; nil when it stands in a file of its own.
  ///   - hash: the digest of the rest of the document.
  func bound(
    size: Int, excluding extent: ByteRange?, hash: Digest
  ) throws(SigningError) -> BoundManifest {
    var builder = builder
    let binding = ManifestDraft.binding(extent, hash: hash)
    let reference = try replace(DataHash.label, with: .cbor(binding.asValue), in: &builder)
    if let identity {
      let assertion = try identity.assertion([reference] + endorsed)
      _ = try replace(IdentityAssertion.label, with: assertion, in: &builder)
    }
    return BoundManifest(
      builder: builder, claim: builder.claim(fields), kept: kept, storeSize: size,
      signatureSize: size - self.size(excluding: extent))
  }

  private func replace(
    _ label: String, with content: AssertionDraft, in builder: inout ManifestBuilder
  ) throws(SigningError) -> HashedURI {
    do throws(OpenSSLError) {
      if let reference = try builder.replace(label, with: content) { return reference }
    } catch { throw .cryptography(error) }
    throw SigningError(.internal, "the draft has no assertion \(label)")
  }

  private static func binding(_ extent: ByteRange?, hash: Digest?) -> DataHash {
    DataHash(
      exclusions: extent.map { [$0] } ?? [], algorithm: algorithm.rawValue,
      hash: hash?.bytes ?? [UInt8](repeating: 0, count: algorithm.byteCount),
      name: "jumbf manifest")
  }

  private static func size(
    _ builder: ManifestBuilder, _ fields: ClaimFields, _ kept: [ArraySlice<UInt8>]
  ) -> Int {
    let new = builder.size(claim: builder.claim(fields).count, signature: 0)
    return ManifestStore.assemble(new: []).count + kept.reduce(new) { $0 + $1.count }
  }
}
