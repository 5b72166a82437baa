import BroadsealBinding
import BroadsealBytes
import BroadsealDocuments
import BroadsealOpenSSL
import BroadsealProvenance

/// A manifest that is complete but for the hash of the document and the signature.
///
/// Its size depends on nothing but where the store stands in the file, so that the room for it can
/// be reserved before the document is read.
struct ManifestDraft {
  /// Name of the manifest.
  let label: String
  /// The time of signing.
  let time: UTCTime
  /// Label of the parent's active manifest, when one is kept.
  let parent: String?

  private var builder: ManifestBuilder
  /// Whether it binds the document itself; an update manifest leaves that to its parent.
  private let bindsContent: Bool
  private let identity: OrganisationIdentity?
  /// What the identity stands behind, beside the binding to the document: all that is said, since
  /// what it leaves out would be the claim signer's word alone.
  private var endorsed: [HashedURI] = []
  private let fields: ClaimFields
  private let kept: [ArraySlice<UInt8>]

  /// Hash of every reference and of the document (C2PA 2.4 §13.1).
  static let algorithm = DigestAlgorithm.sha256
  /// Assertions that a manifest has at most.
  private static let maximumAssertions = 7

  /// The manifest that `request` asks for.
  ///
  /// - Parameters:
  ///   - parent: the credentials to keep.
  ///   - lost: what was found in a label of the document that cannot be read, and so not be kept.
  ///   - mediaType: type of the document.
  ///   - format: the type that is put under the signature: it says more where the name decides.
  ///   - time: the time of signing.
  init(
    _ request: SigningRequest, parent: ParentCredentials?, lost: RecordedValidation? = nil,
    mediaType: String, format: String, generator: ClaimGenerator,
    identity: OrganisationIdentity? = nil, at time: UTCTime, _ environment: Environment
  ) throws(SigningError) {
    let plan = try ActionPlan(
      request, hasParent: parent != nil || lost != nil, generator: generator, at: time)
    var names = try ManifestIdentity(
      assertions: ManifestDraft.maximumAssertions, environment)
    self.identity = identity
    self.time = time
    bindsContent = true
    label = ManifestURN(uuid: names.manifest).text
    self.parent = parent?.active.label
    kept = parent?.superboxes ?? []
    fields = ClaimFields(
      instanceID: "xmp:iid:" + names.instance,
      generator: GeneratorInfo(
        name: generator.name, version: generator.version,
        specVersion: ClaimGenerator.specificationVersion))
    builder = ManifestBuilder(label: label, algorithm: ManifestDraft.algorithm)
    let binding = HardBindings.writing(nil)
    do throws(OpenSSLError) {
      var opened: HashedURI?
      if plan.opensParent {
        let ingredient =
          try parent.map { parent throws(OpenSSLError) in
            try ParentIngredient.known(parent, ManifestDraft.algorithm)
          } ?? lost.map { ParentIngredient.lost(mediaType: mediaType, $0) }
          ?? ParentIngredient.unknown(mediaType: mediaType, source: plan.parentSource)
        opened = try builder.add(
          .cbor(ingredient.asValue), label: Ingredient.label, in: .created,
          salt: names.nextSalt())
      }
      let actions = plan.actions(parent: opened)
      let listed = try builder.add(
        .cbor(actions.asValue), label: Actions.label, in: .created, salt: names.nextSalt())
      let bound = try builder.add(
        .cbor(binding.value(nil, ManifestDraft.algorithm)), label: binding.label, in: .created,
        salt: names.nextSalt())
      let assertions = LabelAssertions(
        request.label, uniqueID: "urn:uuid:" + names.instance)
      endorsed = [opened, listed].compactMap(\.self)
      if let disclosure = assertions.disclosure {
        endorsed.append(
          try builder.add(
            .cbor(disclosure.asValue), label: AIDisclosure.label, in: .created,
            salt: names.nextSalt()))
      }
      endorsed.append(
        try builder.add(
          .cbor(assertions.label.asValue), label: BroadsealLabel.label, in: .created,
          salt: names.nextSalt()))
      let metadata = Metadata(
        title: request.title, language: request.language, format: format)
      endorsed.append(
        try builder.add(
          .json(metadata.asValue), label: Metadata.label, in: .gathered, salt: names.nextSalt()))
      if let identity {
        _ = try builder.add(
          identity.placeholder([bound] + endorsed), label: IdentityAssertion.label,
          in: .gathered, salt: names.nextSalt())
      }
    } catch { throw .cryptography(error) }
  }

  /// A manifest of the assertions in `builder`, which says nothing of the document's own.
  ///
  /// - Parameters:
  ///   - parent: the credentials to keep.
  ///   - bindsContent: whether a hard binding is among the assertions.
  ///   - time: the time of signing.
  init(
    _ builder: ManifestBuilder, _ fields: ClaimFields, parent: ParentCredentials,
    bindsContent: Bool, at time: UTCTime
  ) {
    self.time = time
    self.builder = builder
    self.fields = fields
    self.bindsContent = bindsContent
    label = builder.label
    self.parent = parent.active.label
    kept = parent.superboxes
    identity = nil
  }

  /// Size of the store without its signature, in the document that `placement` describes; nil: in a
  /// file of its own.
  func size(in placement: Placement?) throws(SigningError) -> Int {
    let builder = try bound(HardBindings.writing(placement), nil)
    return size(of: builder, claim: builder.claim(fields))
  }

  private func size(of builder: ManifestBuilder, claim: [UInt8]) -> Int {
    let new = builder.size(claim: claim.count, signature: 0)
    return ManifestStore.assemble(new: []).count + kept.reduce(new) { $0 + $1.count }
  }

  /// The manifest bound to the document, ready to be signed.
  ///
  /// - Parameters:
  ///   - size: size of the store that was reserved: the signature takes what the rest leaves.
  ///   - placement: where the store goes; nil when it stands in a file of its own.
  ///   - digests: those of the binding's parts.
  func bound(
    size: Int, in placement: Placement?, digests: [Digest]
  ) throws(SigningError) -> BoundManifest {
    let builder = try bound(HardBindings.writing(placement), digests, isFinal: true)
    let claim = builder.claim(fields)
    return BoundManifest(
      builder: builder, claim: claim, kept: kept, storeSize: size,
      signatureSize: size - self.size(of: builder, claim: claim))
  }

  /// The manifest with bytes of no meaning where only their number and their mix matter.
  func sample(in placement: Placement?, digests: [Digest]) throws(SigningError) -> BoundManifest {
    let builder = try bound(HardBindings.writing(placement), digests)
    return BoundManifest(
      builder: builder, claim: builder.claim(fields), kept: kept, storeSize: 0, signatureSize: 0)
  }

  /// - Parameters:
  ///   - digests: nil while only sizes matter.
  ///   - isFinal: whether the identity signs what there is now.
  private func bound(
    _ binding: any HardBinding, _ digests: [Digest]?, isFinal: Bool = false
  ) throws(SigningError) -> ManifestBuilder {
    guard bindsContent else { return builder }
    var builder = builder
    let reference = try replace(
      HardBindings.writing(nil).label, with: .cbor(binding.value(digests, ManifestDraft.algorithm)),
      relabelled: binding.label, in: &builder)
    if let identity {
      let references = [reference] + endorsed
      let assertion =
        isFinal ? try identity.assertion(references) : identity.placeholder(references)
      _ = try replace(IdentityAssertion.label, with: assertion, in: &builder)
    }
    return builder
  }

  private func replace(
    _ label: String, with content: AssertionDraft, relabelled: String? = nil,
    in builder: inout ManifestBuilder
  ) throws(SigningError) -> HashedURI {
    do throws(OpenSSLError) {
      let reference = try builder.replace(
        label, with: content, relabelled: relabelled ?? label)
      if let reference { return reference }
    } catch { throw .cryptography(error) }
    throw SigningError(.internal, "the draft has no assertion \(label)")
  }
}

/// A manifest that is bound to its document and lacks nothing but its signature.
struct BoundManifest {
  /// The manifest's boxes.
  let builder: ManifestBuilder
  /// The claim's CBOR: the bytes to sign.
  let claim: [UInt8]
  /// Superboxes of earlier stores, to copy.
  let kept: [ArraySlice<UInt8>]
  /// Size that the store must have.
  let storeSize: Int
  /// Size that the signature must have, so that the store has its own.
  let signatureSize: Int

  /// The store around the signed claim.
  func store(signature: [UInt8]) throws(SigningError) -> [UInt8] {
    let store = fitted(signature: signature)
    guard store.count == storeSize else {
      throw SigningError(
        .internal, "the store has \(store.count) bytes instead of \(storeSize)")
    }
    return store
  }

  /// The store around the signed claim, whatever its size.
  func fitted(signature: [UInt8]) -> [UInt8] {
    ManifestStore.assemble(
      earlier: kept, new: builder.manifest(claim: claim, signature: signature))
  }
}
