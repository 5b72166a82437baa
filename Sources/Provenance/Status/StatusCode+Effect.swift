extension StatusCode {
  /// What follows when a code is found. This is the one place where it is decided.
  package enum Effect: Sendable, Hashable {
    /// Nothing: a check held.
    case success
    /// Nothing: the standard calls it informational.
    case informational
    /// Bytes of the file or of what it was made from are not those that were signed.
    case alters
    /// The manifest itself fails: nothing in it counts as proved any more.
    case altersManifest
    /// Nothing in the manifest counts as proved. That something changed is not said.
    case disproves
    /// The bytes are those that were signed; by whom and when is another matter.
    case concernsSigner
    /// The same, and the signer is only unknown: it does not count against the file.
    case leavesSignerUnknown
    /// An identity assertion does not hold. It is judged for itself.
    case identityOnly
    /// An identity assertion cannot be judged here.
    case leavesIdentityUnknown
    /// The manifest is not as the standard asks.
    case malforms
  }

  /// What follows when the code is found.
  package var effect: Effect {
    switch self {
    case .assertionAccessible, .assertionAlternativeContentRepresentationMatch,
      .assertionBmffHashMatch, .assertionBoxesHashMatch, .assertionCollectionHashMatch,
      .assertionDataHashMatch, .assertionHashedURIMatch, .assertionLinkedResourceIntegrityMatch,
      .assertionMultiAssetHashMatch, .assertionSegmentHashMatch, .claimSignatureInsideValidity,
      .claimSignatureValidated, .ingredientClaimSignatureValidated, .ingredientManifestValidated,
      .signingCredentialOcspNotRevoked, .signingCredentialTrusted, .timeStampTrusted,
      .timeStampValidated, .cawgIdentityTrusted, .cawgIdentityWellFormed,
      .cawgX509CredentialTrusted, .cawgX509SignatureValidated, .cawgX509SignatureInsideValidity,
      .cawgX509TimeStampTrusted, .cawgX509TimeStampValidated, .cawgX509OcspNotRevoked,
      .cawgIcaTimeStampValidated:
      .success
    case .algorithmDeprecated, .assertionActionIngredientLocationMismatch,
      .assertionBmffHashAdditionalExclusionsPresent,
      .assertionBoxesHashAdditionalExclusionsPresent,
      .assertionDataHashAdditionalExclusionsPresent,
      .assertionLinkedResourceIntegrityFormatMismatch,
      .assertionLinkedResourceIntegrityHashMismatch,
      .assertionLinkedResourceIntegrityInaccessible,
      .assertionLinkedResourceIntegritySizeMismatch, .assertionLinkedResourceIntegritySkipped,
      .assertionRedacted, .ingredientUnknownProvenance, .signingCredentialOcspInaccessible,
      .signingCredentialOcspSkipped, .signingCredentialOcspUnknown, .timeOfSigningInsideValidity,
      .timeOfSigningOutsideValidity, .timeStampCredentialInvalid, .timeStampMalformed,
      .timeStampMismatch, .timeStampOutsideValidity, .timeStampUntrusted,
      .cawgX509TimeStampMalformed, .cawgX509TimeStampMismatch, .cawgX509TimeStampUntrusted,
      .cawgX509TimeStampOutsideValidity, .cawgX509TimeStampCredentialInvalid,
      .cawgX509OcspUnknown:
      .informational
    case .assertionBmffHashMismatch, .assertionBoxesHashMismatch, .assertionBoxesHashUnknownBox,
      .assertionCollectionHashIncorrectFileCount, .assertionCollectionHashMismatch,
      .assertionDataHashMismatch, .assertionMultiAssetHashMismatch, .assertionSegmentHashMismatch,
      .hashedURIMismatch, .hashedURIMissing, .ingredientClaimSignatureMismatch,
      .ingredientClaimSignatureMissing, .ingredientManifestMismatch, .ingredientManifestMissing:
      .alters
    case .assertionHashedURIMismatch, .assertionMissing, .assertionNotRedacted,
      .assertionUndeclared, .claimSignatureMismatch:
      .altersManifest
    case .algorithmUnsupported, .assertionOutsideManifest, .assertionSelfRedacted,
      .claimSignatureMissing:
      .disproves
    case .claimSignatureOutsideValidity, .signingCredentialInvalid, .signingCredentialOcspRevoked:
      .concernsSigner
    case .signingCredentialUntrusted:
      .leavesSignerUnknown
    case .cawgIdentityCborInvalid, .cawgIdentityAssertionMismatch,
      .cawgIdentityAssertionDuplicate, .cawgIdentityCredentialRevoked,
      .cawgIdentityHardBindingMissing, .cawgIdentityHardBindingIncorrect, .cawgIdentityPadInvalid,
      .cawgX509AlgorithmUnsupported, .cawgX509SignatureMismatch,
      .cawgX509SignatureOutsideValidity,
      .cawgIcaInvalidCoseSign1, .cawgIcaInvalidAlg, .cawgIcaInvalidContentType,
      .cawgIcaInvalidVerifiableCredential, .cawgIcaInvalidIssuer, .cawgIcaInvalidDidDocument,
      .cawgIcaSignatureMismatch, .cawgIcaTimeStampInvalid, .cawgIcaValidFromMissing,
      .cawgIcaValidFromInvalid, .cawgIcaValidUntilInvalid, .cawgIcaSignerPayloadMismatch,
      .cawgIcaVerifiedIdentitiesMissing, .cawgIcaVerifiedIdentitiesInvalid:
      .identityOnly
    case .cawgIdentitySigTypeUnknown, .cawgIdentityNetworkTrafficBlocked,
      .cawgX509CredentialUntrusted,
      .cawgIcaDidUnsupportedMethod, .cawgIcaDidUnavailable, .cawgIcaUntrustedIssuer,
      .cawgIcaRevocationUnsupported:
      .leavesIdentityUnknown
    case .assertionActionIngredientMismatch, .assertionActionMalformed, .assertionActionRedacted,
      .assertionActionRedactionMismatch, .assertionActionSoftBindingMissing,
      .assertionAlternativeContentRepresentationHashMismatch,
      .assertionAlternativeContentRepresentationMalformed,
      .assertionAlternativeContentRepresentationMissing, .assertionBmffHashMalformed,
      .assertionBoxesHashMalformed, .assertionCborInvalid, .assertionCloudDataActions,
      .assertionCloudDataHardBinding, .assertionCloudDataLabelMismatch,
      .assertionCloudDataMalformed, .assertionCollectionHashInvalidURI,
      .assertionCollectionHashMalformed, .assertionDataHashMalformed, .assertionDataHashRedacted,
      .assertionExternalReferenceCreated, .assertionExternalReferenceHashMismatch,
      .assertionExternalReferenceLabelMismatch, .assertionExternalReferenceMalformed,
      .assertionHardBindingRedacted, .assertionInaccessible, .assertionIngredientMalformed,
      .assertionJsonInvalid, .assertionLinkedResourceIntegrityInvalidURI,
      .assertionLinkedResourceIntegrityMalformed, .assertionLinkedResourceIntegrityNotCreated,
      .assertionMetadataMalformed, .assertionMultiAssetHashMalformed,
      .assertionMultiAssetHashMissingPart, .assertionMultipleHardBindings,
      .assertionSegmentHashMalformed, .assertionSegmentHashPartialCoverage,
      .assertionSegmentHashPredecessorMismatch, .assertionTimestampMalformed,
      .claimActionsMissing, .claimCborInvalid, .claimHardBindingsMissing, .claimMalformed,
      .claimMissing, .claimMultiple, .generalError, .livevideoAssertionInvalid,
      .livevideoContinuityMethodInvalid, .livevideoInitInvalid, .livevideoManifestInvalid,
      .livevideoSegmentInvalid, .livevideoSessionkeyInvalid, .manifestAppendOnlyTextNoSentinel,
      .manifestCompressedInvalid, .manifestInaccessible, .manifestInaccessibleEncrypted,
      .manifestInaccessibleMalformed, .manifestMultipleParents, .manifestUpdateInvalid,
      .manifestUpdateWrongParents, .manifestHtmlMultipleManifests,
      .manifestStructuredTextEmptyReference, .manifestStructuredTextMalformedReference,
      .manifestStructuredTextMultipleReferences, .manifestStructuredTextNoManifest,
      .manifestStructuredTextNoResolutionPath, .manifestTextCorruptedWrapper,
      .manifestTextMultipleWrappers, .manifestTimestampInvalid, .manifestTimestampWrongParents:
      .malforms
    }
  }
}

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
    switch effect {
    case .success: .success
    case .informational: .informational
    case .alters, .altersManifest, .disproves, .concernsSigner, .leavesSignerUnknown, .identityOnly,
      .leavesIdentityUnknown, .malforms:
      .failure
    }
  }
}

extension StatusCode.Effect {
  /// Whether bytes are not those that were signed.
  package var altersBytes: Bool {
    switch self {
    case .alters, .altersManifest: true
    case .success, .informational, .disproves, .concernsSigner, .leavesSignerUnknown,
      .identityOnly, .leavesIdentityUnknown, .malforms:
      false
    }
  }

  /// Whether nothing that the manifest says counts as proved.
  package var disprovesManifest: Bool {
    switch self {
    case .altersManifest, .disproves: true
    case .success, .informational, .alters, .concernsSigner, .leavesSignerUnknown, .identityOnly,
      .leavesIdentityUnknown, .malforms:
      false
    }
  }

  /// Whether it only bears on who signed, and when.
  package var onlyConcernsSigner: Bool {
    switch self {
    case .concernsSigner, .leavesSignerUnknown: true
    case .success, .informational, .alters, .altersManifest, .disproves, .identityOnly,
      .leavesIdentityUnknown, .malforms:
      false
    }
  }

  /// Whether it makes no asset invalid: an unknown signer, and what identity assertions are judged
  /// by for themselves.
  package var isTolerated: Bool {
    switch self {
    case .success, .informational, .leavesSignerUnknown, .identityOnly, .leavesIdentityUnknown: true
    case .alters, .altersManifest, .disproves, .concernsSigner, .malforms: false
    }
  }

  /// Whether it leaves only somebody unknown.
  package var leavesUnknown: Bool {
    switch self {
    case .leavesSignerUnknown, .leavesIdentityUnknown: true
    case .success, .informational, .alters, .altersManifest, .disproves, .concernsSigner,
      .identityOnly, .malforms:
      false
    }
  }
}
