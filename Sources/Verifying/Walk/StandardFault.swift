import BroadsealDocuments
import BroadsealNotes
import BroadsealProvenance

/// The standard's code, beside our own, for a label that cannot be taken out of its file.
///
/// C2PA 2.5 §14.5.1 has no codes for locating a store; those of 2.4 for texts and pages say more.
enum StandardFault {
  /// The code for `code`; nil where the standard has none.
  static func of(_ code: Code) -> StatusCode? {
    if let code = code.member(of: TextCode.self) { return fault(of: code) }
    if let code = code.member(of: ZIPCode.self) { return fault(of: code) }
    if code == HTMLCode.multipleStores.code { return .manifestHtmlMultipleManifests }
    if code == PDFCode.storeEncrypted.code { return .manifestInaccessibleEncrypted }
    return nil
  }

  private static func fault(of code: TextCode) -> StatusCode? {
    switch code {
    case .wrapperBroken: .manifestTextCorruptedWrapper
    case .wrappers: .manifestTextMultipleWrappers
    case .blocks: .manifestStructuredTextMultipleReferences
    case .blockBroken: .manifestStructuredTextNoManifest
    case .blockForm, .reference: .manifestStructuredTextMalformedReference
    case .empty, .encoding, .kind, .lineEnds, .nfc, .noComment, .nul, .padded, .place, .quotes,
      .shifted, .storeSize,
      .wrapperMisplaced, .wrapperPadding, .xml:
      nil
    }
  }

  /// Entries, directory and end record are what `zip_central_directory_hash` and the hashes of the
  /// entries cover (C2PA 2.5 §14.12.5.2, §A.6.2). An archive in which they are not every byte, or do not
  /// agree, is not the one that was bound.
  private static func fault(of code: ZIPCode) -> StatusCode? {
    switch code {
    case .storeEncrypted: .manifestInaccessibleEncrypted
    case .storeCompressed, .storeCRC, .storeFlags, .storeHeader, .storePath, .storeSize:
      .manifestInaccessibleMalformed
    default: code.code.nature.isDamage ? .assertionCollectionHashMismatch : nil
    }
  }
}

extension Nature {
  /// Whether the file is broken, or can be read in two ways.
  fileprivate var isDamage: Bool { self == .broken || self == .ambiguous }
}
