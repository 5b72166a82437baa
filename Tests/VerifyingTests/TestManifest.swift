import BroadsealBytes
import BroadsealCBOR
import BroadsealCOSE
import BroadsealDocuments
import BroadsealFiles
import BroadsealJUMBF
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealTrust
import TestSupport

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
  /// What stands in `c2pa.actions.v2` in place of `actions`: any value.
  var actionsValue: CBOR.Value?
  /// Further assertions, after all others.
  var further: [(label: String, content: AssertionDraft, list: ManifestBuilder.List)] = []
  /// Makes an identity assertion of the references to binding, actions and label.
  var identity: (([HashedURI]) throws -> AssertionDraft)?
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
  /// Label of the box with the claim.
  var claimLabel = "c2pa.claim.v2"
  /// Label of the assertion with the actions.
  var actionsLabel = Actions.label
  /// Whether it is an update manifest, which binds no content of its own.
  var isUpdate = false
  /// Which list of the claim the hard binding stands in.
  var bindingList = ManifestBuilder.List.created
  /// What is left out of the hash beside the store, counted from the end of the store.
  var holes: [ByteRange] = []
  /// Whether numbers elsewhere in the file that depend on the store's length are hashed, as some signers do.
  var hashesDependents = false
  /// A hard binding in place of the one that holds: any label, any value.
  var boundBy: (label: String, value: CBOR.Value)?
  /// The type of the boxes of a media file that are left out beside the store.
  var boxLeftOut: String?
  /// The algorithm that the protected header names; nil: that of the signer's key.
  var algorithm: SignatureAlgorithm?
  /// What becomes of the protected header before it is signed.
  var rewriteProtected: (CBOR.Map) -> CBOR.Map = { $0 }
  /// Makes the signature of the bytes to sign in place of the signer's key.
  var sign: (([UInt8]) throws -> [UInt8])?
  /// What the signature says it is for.
  var signatureContext = "Signature1"
  /// What becomes of the whole signature structure, tag and all.
  var rewriteSignature: (CBOR.Value) -> CBOR.Value = { $0 }
  /// Whether the stamp has the form of C2PA 1.x: a response over the claim.
  var stampsClaim = false
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
    try store(dataHash(try Digest.of(content, .sha256).bytes, excluding: []))
  }

  /// `content` with the store in the place that its format gives it.
  ///
  /// - Parameter asOneFile: whether the whole file is hashed at once even where the format asks for
  ///   another binding.
  func embedded<Format: Carrier>(
    in content: [UInt8], as format: Format.Type, asOneFile: Bool = false
  ) throws -> [UInt8] {
    try embedded(
      in: content, by: try Format(ByteSource(bytes: content)), asOneFile: asOneFile)
  }

  /// `content` with the store where its carrier puts it.
  func embedded(
    in content: [UInt8], by carrier: any Carrier, asOneFile: Bool = false
  ) throws -> [UInt8] {
    var placement = try carrier.reserve(100, insisting: true)
    let size = try store(binding(of: [], placement, asOneFile)).count
    placement = try carrier.reserve(size, insisting: true)
    var output: [UInt8] = []
    for piece in placement.pieces {
      switch piece {
      case .copy(let range): output += content[range.bounds]
      case .bytes(let bytes): output += bytes
      case .store(let length), .dependent(let length):
        output += [UInt8](repeating: 0, count: length)
      }
    }
    if hashesDependents {
      let zeros = [UInt8](repeating: 0, count: placement.storeSize)
      for fill in try carrier.fills(zeros, for: placement) {
        output.replaceSubrange(fill.range.bounds, with: fill.bytes)
      }
    }
    let made = try store(binding(of: output, placement, asOneFile))
    // A format may have room for a store of a few sizes only; zeros fill it.
    let signed = made + [UInt8](repeating: 0, count: placement.storeSize - made.count)
    for fill in try carrier.fills(signed, for: placement) {
      output.replaceSubrange(fill.range.bounds, with: fill.bytes)
    }
    return output
  }

  /// The hard binding of a file that `placement` describes; of no bytes, one of the same size.
  private func binding(
    of output: [UInt8], _ placement: Placement, _ asOneFile: Bool
  ) throws -> (label: String, value: CBOR.Value) {
    func digest(_ ranges: [ByteRange]) throws -> [UInt8] {
      guard !output.isEmpty else { return [UInt8](repeating: 0, count: 32) }
      return try Digest.of(ranges.flatMap { output[$0.bounds] }, .sha256).bytes
    }
    if let boxes = placement.coverage as? MediaBoxes, !asOneFile {
      return try boxesHash(of: output, boxes, without: placement.extent)
    }
    guard let collection = placement.coverage as? FileCollection, !asOneFile else {
      let end = placement.extent.end
      let further = holes.compactMap { ByteRange(start: end + $0.start, length: $0.length) }
      let rooms = hashesDependents ? [placement.extent] : placement.rooms
      let excluded = (rooms + further).sorted { $0.start < $1.start }
      var kept = output
      for range in excluded.reversed() where !output.isEmpty { kept.removeSubrange(range.bounds) }
      return try dataHash(try Digest.of(kept, .sha256).bytes, excluding: excluded)
    }
    let hash = CollectionHash(
      members: try collection.members.map { member in
        CollectionHash.Member(uri: member.uri, hash: try digest([member.range]))
      }, algorithm: "sha256", zipCentralDirectoryHash: try digest(collection.directory))
    return (CollectionHash.label, hash.asValue)
  }

  private func boxesHash(
    of output: [UInt8], _ boxes: MediaBoxes, without store: ByteRange
  ) throws -> (label: String, value: CBOR.Value) {
    let open = ["mfra"] + [boxLeftOut].compactMap(\.self)
    let kept = boxes.roots.filter {
      $0.range != store && !open.map(MediaBoxType.code).contains($0.type)
    }
    let bytes =
      output.isEmpty
      ? []
      : kept.flatMap {
        MediaFile.number(UInt64($0.range.start)) + output[$0.range.bounds]
      }
    let hash = BMFFHash(
      exclusions: [
        BMFFHash.Exclusion(
          xpath: "/uuid", data: [BMFFHash.Exclusion.Match(offset: 8, value: MediaFile.provenance)])
      ] + open.map { BMFFHash.Exclusion(xpath: "/" + $0) }, algorithm: "sha256",
      hash: try Digest.of(bytes, .sha256).bytes)
    return (BMFFHash.label, hash.asValue)
  }

  private func dataHash(
    _ hash: [UInt8], excluding ranges: [ByteRange]
  ) throws -> (label: String, value: CBOR.Value) {
    let hash = DataHash(exclusions: ranges, algorithm: "sha256", hash: hash)
    guard let padded = hash.padded(toSize: 220 + 32 * holes.count) else { throw Failure() }
    return (DataHash.label, padded.asValue)
  }

  /// `text` with a wrapper at its end whose binding holds the hash of `hashed`.
  func wrapped(_ text: [UInt8], hashing hashed: [UInt8]) throws -> [UInt8] {
    // A text of one letter gives the room and the frame, whatever the form of `text` is.
    let carrier = try PlainTextCarrier(ByteSource(bytes: [0x78]))
    let zeros = [UInt8](repeating: 0, count: 32)
    let size = try store(dataHash(zeros, excluding: [ByteRange(first: 0)])).count
    let placement = try carrier.reserve(size, insisting: true)
    let extent = ByteRange(start: text.count, length: placement.extent.length)
    let hash = try Digest.of(hashed, .sha256).bytes
    let signed = try store(dataHash(hash, excluding: [extent].compactMap(\.self)))
    return text + (try carrier.frame(signed, for: placement))
  }

  private func store(_ sound: (label: String, value: CBOR.Value)) throws -> [UInt8] {
    let binding = boundBy ?? sound
    let name = "urn:c2pa:\(try Random.uuid())"
    var builder = ManifestBuilder(label: name)
    var actions = actions
    if let parent {
      let reference = try builder.add(
        .cbor(parent.ingredient.asValue), label: Ingredient.label, in: .created, salt: nil)
      actions.insert(
        Action("c2pa.opened", parameters: ActionParameters(ingredients: [reference])), at: 0)
    }
    var endorsed: [HashedURI] = []
    endorsed += try [
      builder.add(
        .cbor(actionsValue ?? Actions(actions, allActionsIncluded: true).asValue),
        label: actionsLabel, in: .created, salt: nil)
    ]
    if let label {
      endorsed.append(
        try builder.add(
          .cbor(label.asValue), label: BroadsealLabel.label, in: labelList, salt: nil))
    }
    for assertion in further {
      _ = try builder.add(
        assertion.content, label: assertion.label, in: assertion.list, salt: nil)
    }
    if !isUpdate {
      let bound = try builder.add(
        .cbor(binding.value), label: binding.label, in: bindingList, salt: nil)
      endorsed.insert(bound, at: 0)
    }
    if let identity {
      _ = try builder.add(
        try identity(endorsed), label: IdentityAssertion.label, in: .gathered, salt: nil)
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
    if claimLabel != "c2pa.claim.v2" {
      // Nor does it say of which version the claim is.
      let parts = try Superbox.parse(manifest).superboxes.map { part in
        part.description.type == .claim
          ? JUMBF.Writer.superbox(
            .claim, label: claimLabel, StoreSurgery.contents(of: part)) : Array(part.raw)
      }
      manifest = JUMBF.Writer.superbox(.standardManifest, label: name, parts)
    }
    return ManifestStore.assemble(
      earlier: (kept + (parent?.manifests ?? [])).map { $0[...] }, new: manifest)
  }

  private func signature(over claim: [UInt8]) throws -> [UInt8] {
    guard let algorithm = algorithm ?? signer.key.defaultAlgorithm else { throw Failure() }
    var protected = Sign1.protectedHeader(algorithm, certificates: certificates ?? chain.map(\.der))
    if let map = try CBOR.Decoder.decode(protected).map {
      protected = CBOR.Encoder.encode(.map(rewriteProtected(map)))
    }
    let message = CBOR.Encoder.encode([
      .text(signatureContext), .bytes(protected), .bytes([]),
      .bytes(breaksSignature ? [] : claim),
    ])
    let value = try sign?(message) ?? signer.key.sign(message, with: algorithm)
    var sign1 = try Sign1(protectedBytes: protected, signature: value)
    var unprotected = headers
    if let authority {
      let stamper = try TimeStampAuthority(
        key: authority.key, certificate: authority.certificate,
        chain: Array(authority.chain.dropFirst()))
      let message =
        stampsClaim ? sign1.counterSignatureInputV1(claim: claim) : sign1.counterSignatureInput()
      let digest = try Digest.of(message, .sha256)
      let token =
        stampsClaim
        ? try stamper.respond(to: TimeStampRequest.der(digest), at: stampTime)
        : try stamper.stamp(digest, at: stampTime).der
      unprotected.append(
        (stampsClaim ? HeaderLabel.timeStampV1 : HeaderLabel.timeStamp, stampHeader(token)))
    }
    sign1 = sign1.with(unprotected: CBOR.Map(unprotected))
    let encoded = try sign1.encode(totalSize: signatureSize)
    return CBOR.Encoder.encode(rewriteSignature(try CBOR.Decoder.decode(encoded)))
  }
}
