import BroadsealBinding
import BroadsealBytes
import BroadsealCOSE
import BroadsealJUMBF
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance

/// The manifest that carries a time stamp for an earlier one (C2PA 2.4 §18.18 and §11.2.3).
///
/// It is signed, so that whoever stamps becomes the active signer, and an official document is only
/// official by its active signer. So the agency that issued the document repeats its own label here,
/// byte for byte: the statement is made anew by whoever is believed for it. Nobody else's label is
/// ever repeated; an update by a stranger is a stranger's word.
struct StampedLabel {
  /// The credentials that are stamped.
  let parent: ParentCredentials
  /// Their signature.
  private let signature: Sign1
  /// The label to repeat, as its CBOR was received; nil when the parent states nothing official.
  private let label: [UInt8]?
  /// The media type that the parent's signer has put under the signature.
  private let format: String?

  /// Salted assertions that such a manifest has at most.
  private static let maximumAssertions = 6

  /// The label in `parent`, to be stamped by `agency`.
  ///
  /// - Throws: `SigningError` of kind `refused` when a stamp would not help, or would take an official
  ///   label from whom it belongs to.
  init(
    _ parent: ParentCredentials, by agency: StampingRequest.Agency?, path: String
  ) throws(SigningError) {
    self.parent = parent
    try StampedLabel.requireSound(parent.validation, path: path)
    let stated = parent.active.assertions.first { $0.label.text == BroadsealLabel.label }
    label = try StampedLabel.repeated(
      stated, agency, proved: parent.validation.agency, path: path)
    format =
      parent.active.assertions.first { $0.label.text == Metadata.label }
      .flatMap { $0.json }.flatMap { try? Metadata($0) }?.format
    do {
      signature = try Sign1(decoding: parent.active.signature.get().bytes)
    } catch {
      throw SigningError(.malformed, "its signature cannot be read", path: path)
    }
  }

  /// What the authority stamps (C2PA 2.4 §10.3.2.5): the same as for a stamp in the signature.
  var message: [UInt8] { signature.counterSignatureInput() }

  /// The hash that the authority is asked for.
  var digest: DigestAlgorithm { signature.algorithm?.timeStampDigest ?? .sha256 }

  /// The manifest that carries `token`, or that repeats the label alone.
  ///
  /// - Parameter isUpdate: whether the binding of the parent still holds for the output; else the
  ///   manifest binds the output itself.
  func draft(
    _ token: TimeStampToken?, isUpdate: Bool, generator: ClaimGenerator, at time: UTCTime,
    _ environment: Environment
  ) throws(SigningError) -> ManifestDraft {
    var names = try ManifestIdentity(assertions: StampedLabel.maximumAssertions, environment)
    var builder = ManifestBuilder(
      label: ManifestURN(uuid: names.manifest).text, algorithm: ManifestDraft.algorithm,
      isUpdate: isUpdate)
    do throws(OpenSSLError) {
      let ingredient = try ParentIngredient.known(parent, ManifestDraft.algorithm)
      let opened = try builder.add(
        .cbor(ingredient.asValue), label: Ingredient.label, in: .created, salt: names.nextSalt())
      if !isUpdate {
        let action = Action(
          "c2pa.opened", when: StatedTime(time),
          softwareAgent: GeneratorInfo(name: generator.name, version: generator.version),
          parameters: ActionParameters(ingredients: [opened]))
        _ = try builder.add(
          .cbor(Actions([action], allActionsIncluded: true).asValue), label: Actions.label,
          in: .created, salt: names.nextSalt())
        let binding = HardBindings.writing(nil)
        _ = try builder.add(
          .cbor(binding.value(nil, ManifestDraft.algorithm)), label: binding.label, in: .created,
          salt: names.nextSalt())
      }
      if let label {
        _ = try builder.add(
          .encodedCBOR(label), label: BroadsealLabel.label, in: .created, salt: names.nextSalt())
      }
      // An update leaves that to the manifest that binds the content.
      if !isUpdate, label != nil, let format {
        _ = try builder.add(
          .json(Metadata(format: format).asValue), label: Metadata.label, in: .gathered,
          salt: names.nextSalt())
      }
      if let token {
        let stamps = TimeStamps(of: parent.active.label, token: token.der)
        _ = try builder.add(
          .cbor(stamps.asValue), label: TimeStamps.label, in: .created, salt: names.nextSalt())
      }
    } catch { throw .cryptography(error) }
    let fields = ClaimFields(
      instanceID: "xmp:iid:" + names.instance,
      generator: GeneratorInfo(
        name: generator.name, version: generator.version,
        specVersion: ClaimGenerator.specificationVersion))
    return ManifestDraft(builder, fields, parent: parent, bindsContent: !isUpdate, at: time)
  }

  /// A label that does not hold today is not made better by a stamp; least of all one whose
  /// certificate has expired, since a stamp dates it too late.
  static func requireSound(
    _ validation: RecordedValidation, path: String
  ) throws(SigningError) {
    guard
      let fault = validation.failure.first(where: { $0.known != .signingCredentialUntrusted })
    else { return }
    let isTooLate = fault.known == .claimSignatureOutsideValidity
    throw SigningError(
      refused: isTooLate ? SigningCode.stampTooLate : .stampUnsound,
      isTooLate
        ? "the signer's certificate has expired, so that a time stamp comes too late"
        : "its label does not hold: \(fault.explanation ?? fault.code)",
      path: path, hint: "sign the document anew")
  }

  private static func repeated(
    _ stated: Assertion?, _ agency: StampingRequest.Agency?, proved: String?, path: String
  ) throws(SigningError) -> [UInt8]? {
    guard let stated, let value = stated.cbor else { return nil }
    guard let origin = try? BroadsealLabel(value).origin else { return nil }
    guard let agency, origin.agency.id.isExactly(agency.id),
      origin.jurisdiction.isExactly(agency.jurisdiction)
    else {
      throw SigningError(
        refused: SigningCode.stampOtherIssuer,
        "its official label is another agency's, and stamped by you it would no longer be official",
        path: path, hint: "the agency that issued it stamps it, with its own profile")
    }
    // A forged label must not be confirmed by the agency's own signature.
    guard let proved, proved.isExactly(agency.id) else {
      throw SigningError(
        refused: SigningCode.stampUnproved,
        "its official label names your agency, and is not proved to be your agency's", path: path,
        hint: "name the government list that knows its signer in [trust] of the profile")
    }
    return stated.superbox.boxes.first { $0.type == .cbor }.map { Array($0.payload) }
  }
}
