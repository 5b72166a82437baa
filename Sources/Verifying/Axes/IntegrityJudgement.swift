import BroadsealProvenance

/// What the standard's failures mean for the first axis.
enum IntegrityJudgement {
  /// The first axis, from the failures that count.
  ///
  /// A failure that only concerns who signed, or when, leaves the bytes proved unchanged. Where no
  /// signature was proved, or no binding, nothing proves them so.
  static func integrity(
    failures: [StatusLog.Entry], isSigned: Bool, isBound: Bool
  ) -> Integrity {
    if failures.contains(where: { altering.contains($0.code) }) { return .altered }
    let concernsOnlySigner = failures.allSatisfy { concerningSigner.contains($0.code) }
    return concernsOnlySigner && isSigned && isBound ? .intact : .malformed
  }

  /// Whether a failure that was recorded says that something did not hold, rather than by whom or when
  /// it was signed, or that nobody looked.
  static func saysBroken(_ recorded: String) -> Bool {
    if recorded == brokenPDFSignature { return true }
    guard let code = StatusCode(rawValue: recorded), code.kind == .failure, code != .generalError,
      !concerningSigner.contains(code)
    else { return false }
    return !recorded.hasPrefix("cawg.") && !recorded.hasPrefix("timeStamp.")
  }

  /// What a label of ours records of a PDF signature that did not hold.
  private static let brokenPDFSignature = "org.broadseal.pdfSignature.broken"

  /// Bytes are not those that were signed.
  private static let altering: Set<StatusCode> = [
    .assertionDataHashMismatch, .assertionBoxesHashMismatch, .assertionBoxesHashUnknownBox,
    .assertionBmffHashMismatch, .assertionCollectionHashMismatch,
    .assertionCollectionHashIncorrectFileCount, .assertionSegmentHashMismatch,
    .assertionMultiAssetHashMismatch, .assertionHashedURIMismatch, .assertionMissing,
    .assertionUndeclared, .assertionNotRedacted, .claimSignatureMismatch, .hashedURIMismatch,
    .hashedURIMissing, .ingredientManifestMismatch, .ingredientManifestMissing,
    .ingredientClaimSignatureMismatch, .ingredientClaimSignatureMissing,
  ]

  /// The bytes are those that were signed; by whom and when is another matter.
  private static let concerningSigner: Set<StatusCode> = [
    .signingCredentialInvalid, .signingCredentialOcspRevoked, .signingCredentialUntrusted,
    .claimSignatureOutsideValidity,
  ]
}
