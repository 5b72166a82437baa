import BroadsealBytes
import BroadsealDocuments
import BroadsealProvenance

/// Of which type the signer says that the file is, held against its name.
///
/// Text of every kind shares its content with the others: a table renamed to a page runs its cells as
/// scripts. Where the content proves the type nothing is asked here, but of an encrypted document, of which it
/// proves no more than that.
enum TypeReading {
  /// What comes of it.
  enum Outcome: Sendable {
    /// Name and signed type call one parser, or are of one extension, or the name says nothing.
    case agrees
    /// The name calls another parser, or says another type, than what was signed.
    case differs(named: String, signed: String)
    /// Nothing under the signature states the type, as in labels of earlier versions; the file's name does.
    case unsigned
    /// Several types, or something else than one.
    case ambiguous
  }

  static func outcome(of asset: AssetValidation) -> Outcome {
    // The carrier of a drawing is chosen by the name, where the content leaves it open.
    let format = asset.document.format
    guard !format.isProvedByContent || format == .svg || format == .encrypted,
      let path = asset.document.path
    else { return .agrees }
    // An update says nothing of the content: the manifest below that binds it does.
    let manifests = [asset.validation.active.proof, asset.validation.binding?.proof]
    let stated = manifests.compactMap(\.self).lazy.map(types).first { !$0.isEmpty } ?? []
    let named: String
    switch NameReading.ending(of: path) {
    case .silent: return .agrees
    case .known(let type): named = type
    case .unknown(let type, let before):
      // What is no text has first bytes, by which programs know it.
      guard let signed = stated.first else {
        return before == nil && !format.isText ? .agrees : .unsigned
      }
      if NameReading.isOfText(signed) {
        named = type
      } else {
        guard let before else { return .agrees }
        named = before
      }
    }
    guard let type = stated.first else { return .unsigned }
    guard stated.count == 1 else { return .ambiguous }
    if format == .encrypted {
      return type.isExactly(named) ? .agrees : .differs(named: named, signed: type)
    }
    return NameReading.agrees(named: named, signed: type)
      ? .agrees : .differs(named: named, signed: type)
  }

  private static func types(in manifest: ProvedManifest) -> Set<String> {
    Set(
      manifest.assertions.filter { $0.label.isOne(of: [Metadata.label]) }.flatMap { assertion in
        assertion.assertion.json.flatMap { try? Metadata($0) }?.texts(named: "format") ?? []
      })
  }
}
