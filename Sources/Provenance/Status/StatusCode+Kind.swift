extension StatusCode {
  /// What a code says about the manifest.
  package enum Kind: Sendable, Hashable {
    /// A check held.
    case success
    /// Worth knowing; decides nothing.
    case informational
    /// The claim is rejected.
    case failure
  }

  /// Whether the code is a success, a failure or neither.
  package var kind: Kind {
    if StatusCode.successes.contains(self) { return .success }
    return StatusCode.informationals.contains(self) ? .informational : .failure
  }

  private static let successes: Set<StatusCode> = [
    .assertionAccessible,
    .assertionAlternativeContentRepresentationMatch,
    .assertionBmffHashMatch,
    .assertionBoxesHashMatch,
    .assertionCollectionHashMatch,
    .assertionDataHashMatch,
    .assertionHashedURIMatch,
    .assertionLinkedResourceIntegrityMatch,
    .assertionMultiAssetHashMatch,
    .assertionSegmentHashMatch,
    .claimSignatureInsideValidity,
    .claimSignatureValidated,
    .ingredientClaimSignatureValidated,
    .ingredientManifestValidated,
    .signingCredentialOcspNotRevoked,
    .signingCredentialTrusted,
    .timeStampTrusted,
    .timeStampValidated,
    .cawgIdentityTrusted,
    .cawgIdentityWellFormed,
    .cawgX509CredentialTrusted,
    .cawgX509SignatureValidated,
    .cawgX509SignatureInsideValidity,
    .cawgX509TimeStampTrusted,
    .cawgX509TimeStampValidated,
    .cawgX509OcspNotRevoked,
  ]

  private static let informationals: Set<StatusCode> = [
    .algorithmDeprecated,
    .assertionActionIngredientLocationMismatch,
    .assertionBmffHashAdditionalExclusionsPresent,
    .assertionBoxesHashAdditionalExclusionsPresent,
    .assertionDataHashAdditionalExclusionsPresent,
    .assertionLinkedResourceIntegrityFormatMismatch,
    .assertionLinkedResourceIntegrityHashMismatch,
    .assertionLinkedResourceIntegrityInaccessible,
    .assertionLinkedResourceIntegritySizeMismatch,
    .assertionLinkedResourceIntegritySkipped,
    .assertionRedacted,
    .ingredientUnknownProvenance,
    .signingCredentialOcspInaccessible,
    .signingCredentialOcspSkipped,
    .signingCredentialOcspUnknown,
    .timeOfSigningInsideValidity,
    .timeOfSigningOutsideValidity,
    .timeStampCredentialInvalid,
    .timeStampMalformed,
    .timeStampMismatch,
    .timeStampOutsideValidity,
    .timeStampUntrusted,
    .cawgX509TimeStampMalformed,
    .cawgX509TimeStampMismatch,
    .cawgX509TimeStampUntrusted,
    .cawgX509TimeStampOutsideValidity,
    .cawgX509TimeStampCredentialInvalid,
    .cawgX509OcspUnknown,
  ]
}
