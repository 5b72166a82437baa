import Bytes
import CBOR
import COSE
import Documents
import JUMBF
import OpenSSL
import Provenance
import TestSupport
import Trust

/// A manifest for tests, put together by hand: by default an official one of the demonstration's
/// agency of the United States, made by people and stamped.
struct TestManifest {
  /// What stopped a manifest from being made.
  struct Failure: Error {}

  /// The key that signs.
  var signer: DemoCredential
  /// What stands in `x5chain`, signer first.
  var chain: [Certificate]
  /// The house's own label; nil: none.
  var label: BroadsealLabel? = TestManifest.label()
  /// Which list of the claim the label stands in.
  var labelList = ManifestBuilder.List.created
  /// Actions of `c2pa.actions.v2`, in the created list.
  var actions = [Action("c2pa.created", digitalSourceType: .digitalCreation)]
  /// Further assertions, after all others.
  var further: [(label: String, content: AssertionDraft, list: ManifestBuilder.List)] = []
  /// The parent, and the manifests to keep with it.
  var parent: (ingredient: Ingredient, manifests: [[UInt8]])?
  /// Manifests to keep in the store that no parent brings.
  var kept: [[UInt8]] = []
  /// Whether the signature is over something else than the claim.
  var breaksSignature = false
  /// The authority that stamps; nil: no stamp.
  var authority: DemoCredential?
  /// The time of the stamp.
  var stampTime = TestPKI.now
  /// Further unprotected headers of the signature.
  var headers: [(String, CBOR.Value?)] = []
  /// What stands in `x5chain` in place of `chain`: any bytes.
  var certificates: [[UInt8]]?
  /// How the header of the time stamp is written around its token.
  var stampHeader: ([UInt8]) -> CBOR.Value = TimeStampHeader.value
  /// What becomes of the claim's map before it is signed.
  var rewriteClaim: (CBOR.Value) -> CBOR.Value = { $0 }
  /// Whether it is an update manifest, which binds no content of its own.
  var isUpdate = false
  /// Which list of the claim the hard binding stands in.
  var bindingList = ManifestBuilder.List.created
  /// What is left out of the hash beside the store, counted from the end of the store.
  var holes: [ByteRange] = []
  /// Size of the signature structure in bytes.
  var signatureSize = 6_000

  init(_ pki: TestPKI, signer: DemoCredential? = nil) {
    self.signer = signer ?? pki.demo.us.signer
    chain = self.signer.chain
    authority = pki.demo.tsa
  }

  /// An official label of the demonstration's agency of the United States.
  static func label(
    official: Bool = true, jurisdiction: String = "US", agency: String = "demo.us.press-office",
    ai: BroadsealLabel.AI.Use = .noneUsed
  ) -> BroadsealLabel {
    let names = BroadsealLabel.Agency(id: agency, english: "Demo Press Office", japanese: nil)
    return BroadsealLabel(
      origin: official ? BroadsealLabel.Origin(jurisdiction: jurisdiction, agency: names) : nil,
      ai: BroadsealLabel.AI(use: ai, uniqueID: "urn:uuid:1"))
  }

  /// A store for a sidecar of `content`.
  func sidecar(for content: [UInt8]) throws -> [UInt8] {
    try store(hash: try Digest.of(content, .sha256).bytes, excluding: [])
  }

  /// `content` with the store in the place that its format gives it.
  func embedded<Format: Carrier>(in content: [UInt8], as format: Format.Type) throws -> [UInt8] {
    let carrier = try Format(ByteSource(bytes: content))
    let zeros = [UInt8](repeating: 0, count: 32)
    let size = try store(hash: zeros, excluding: [ByteRange(first: 0)] + holes).count
    let placement = try carrier.reserve(size, insisting: false)
    var output: [UInt8] = []
    for piece in placement.pieces {
      switch piece {
      case .copy(let range): output += content[range.bounds]
      case .bytes(let bytes): output += bytes
      case .store(let length): output += [UInt8](repeating: 0, count: length)
      }
    }
    let extent = placement.extent
    let excluded =
      [extent] + holes.compactMap { ByteRange(start: extent.end + $0.start, length: $0.length) }
    var rest = output
    for range in excluded.reversed() { rest.removeSubrange(range.bounds) }
    let signed = try store(hash: try Digest.of(rest, .sha256).bytes, excluding: excluded)
    output.replaceSubrange(extent.bounds, with: try carrier.frame(signed, for: placement))
    return output
  }

  private func store(hash: [UInt8], excluding ranges: [ByteRange]) throws -> [UInt8] {
    let name = "urn:c2pa:\(try Random.uuid())"
    var builder = ManifestBuilder(label: name)
    var actions = actions
    if let parent {
      let reference = try builder.add(
        .cbor(parent.ingredient.asValue), label: Ingredient.label, in: .created, salt: nil)
      actions.insert(
        Action("c2pa.opened", parameters: ActionParameters(ingredients: [reference])), at: 0)
    }
    _ = try builder.add(
      .cbor(Actions(actions, allActionsIncluded: true).asValue), label: Actions.label,
      in: .created, salt: nil)
    if let label {
      _ = try builder.add(
        .cbor(label.asValue), label: BroadsealLabel.label, in: labelList, salt: nil)
    }
    for assertion in further {
      _ = try builder.add(
        assertion.content, label: assertion.label, in: assertion.list, salt: nil)
    }
    let binding = DataHash(exclusions: ranges, algorithm: "sha256", hash: hash)
    guard let padded = binding.padded(toSize: 160 + 32 * holes.count) else { throw Failure() }
    if !isUpdate {
      _ = try builder.add(
        .cbor(padded.asValue), label: DataHash.label, in: bindingList, salt: nil)
    }
    let fields = ClaimFields(
      instanceID: "xmp:iid:1",
      generator: GeneratorInfo(name: "test", version: "1", specVersion: "2.4.0"))
    let claim = CBOR.Encoder.encode(rewriteClaim(try CBOR.Decoder.decode(builder.claim(fields))))
    var manifest = builder.manifest(claim: claim, signature: try signature(over: claim))
    if isUpdate {
      // Nothing that is hashed or signed says of what kind a manifest is.
      let parts = StoreSurgery.contents(of: try Superbox.parse(manifest))
      manifest = JUMBF.Writer.superbox(.updateManifest, label: name, parts)
    }
    return ManifestStore.assemble(
      earlier: (kept + (parent?.manifests ?? [])).map { $0[...] }, new: manifest)
  }

  private func signature(over claim: [UInt8]) throws -> [UInt8] {
    guard let algorithm = signer.key.defaultAlgorithm else { throw Failure() }
    let protected = Sign1.protectedHeader(algorithm, certificates: certificates ?? chain.map(\.der))
    let value = try signer.key.sign(
      Sign1.signatureInput(protectedBytes: protected, payload: breaksSignature ? [] : claim),
      with: algorithm)
    var sign1 = try Sign1(protectedBytes: protected, signature: value)
    var unprotected = headers
    if let authority {
      let stamper = try TimeStampAuthority(
        key: authority.key, certificate: authority.certificate,
        chain: Array(authority.chain.dropFirst()))
      let digest = try Digest.of(sign1.counterSignatureInput(), .sha256)
      let token = try stamper.stamp(digest, at: stampTime)
      unprotected.append((HeaderLabel.timeStamp, stampHeader(token.der)))
    }
    sign1 = sign1.with(unprotected: CBOR.Map(unprotected))
    return try sign1.encode(totalSize: signatureSize)
  }
}
