import BroadsealNotes

/// A code of a validation status, spelled as the standards spell it.
///
/// C2PA 2.5 Appendix D, the codes that only 2.4 has, and CAWG Identity Assertion 1.3.
package enum StatusCode: UInt8, CodeFamily {
  // Successes (C2PA 2.5 §D.1).

  case assertionAccessible
  case assertionAlternativeContentRepresentationMatch
  case assertionBmffHashMatch
  case assertionBoxesHashMatch
  case assertionCollectionHashMatch
  case assertionDataHashMatch
  case assertionHashedURIMatch
  case assertionLinkedResourceIntegrityMatch
  case assertionMultiAssetHashMatch
  case assertionSegmentHashMatch
  case claimSignatureInsideValidity
  case claimSignatureValidated
  case ingredientClaimSignatureValidated
  case ingredientManifestValidated
  case signingCredentialOcspNotRevoked
  case signingCredentialTrusted
  case timeStampTrusted
  case timeStampValidated

  // Neither (C2PA 2.5 §D.2).

  case algorithmDeprecated
  case assertionActionIngredientLocationMismatch
  case assertionBmffHashAdditionalExclusionsPresent
  case assertionBoxesHashAdditionalExclusionsPresent
  case assertionDataHashAdditionalExclusionsPresent
  case assertionLinkedResourceIntegrityFormatMismatch
  case assertionLinkedResourceIntegrityHashMismatch
  case assertionLinkedResourceIntegrityInaccessible
  case assertionLinkedResourceIntegritySizeMismatch
  case assertionLinkedResourceIntegritySkipped
  case assertionRedacted
  case ingredientUnknownProvenance
  case signingCredentialOcspInaccessible
  case signingCredentialOcspSkipped
  case signingCredentialOcspUnknown
  case timeOfSigningInsideValidity
  case timeOfSigningOutsideValidity
  case timeStampCredentialInvalid
  case timeStampMalformed
  case timeStampMismatch
  case timeStampOutsideValidity
  case timeStampUntrusted

  // Failures (C2PA 2.5 §D.3).

  case algorithmUnsupported
  case assertionActionIngredientMismatch
  case assertionActionMalformed
  case assertionActionRedacted
  case assertionActionRedactionMismatch
  case assertionActionSoftBindingMissing
  case assertionAlternativeContentRepresentationHashMismatch
  case assertionAlternativeContentRepresentationMalformed
  case assertionAlternativeContentRepresentationMissing
  case assertionBmffHashMalformed
  case assertionBmffHashMismatch
  case assertionBoxesHashMalformed
  case assertionBoxesHashMismatch
  case assertionBoxesHashUnknownBox
  case assertionCborInvalid
  case assertionCloudDataActions
  case assertionCloudDataHardBinding
  case assertionCloudDataLabelMismatch
  case assertionCloudDataMalformed
  case assertionCollectionHashIncorrectFileCount
  case assertionCollectionHashInvalidURI
  case assertionCollectionHashMalformed
  case assertionCollectionHashMismatch
  case assertionDataHashMalformed
  case assertionDataHashMismatch
  case assertionDataHashRedacted
  case assertionExternalReferenceCreated
  case assertionExternalReferenceHashMismatch
  case assertionExternalReferenceLabelMismatch
  case assertionExternalReferenceMalformed
  case assertionHardBindingRedacted
  case assertionHashedURIMismatch
  case assertionInaccessible
  case assertionIngredientMalformed
  case assertionJsonInvalid
  case assertionLinkedResourceIntegrityInvalidURI
  case assertionLinkedResourceIntegrityMalformed
  case assertionLinkedResourceIntegrityNotCreated
  case assertionMetadataMalformed
  case assertionMissing
  case assertionMultiAssetHashMalformed
  case assertionMultiAssetHashMismatch
  case assertionMultiAssetHashMissingPart
  case assertionMultipleHardBindings
  case assertionNotRedacted
  case assertionOutsideManifest
  case assertionSegmentHashMalformed
  case assertionSegmentHashMismatch
  case assertionSegmentHashPartialCoverage
  case assertionSegmentHashPredecessorMismatch
  case assertionSelfRedacted
  case assertionTimestampMalformed
  case assertionUndeclared
  case claimActionsMissing
  case claimCborInvalid
  case claimHardBindingsMissing
  case claimMalformed
  case claimMissing
  case claimMultiple
  case claimSignatureMismatch
  case claimSignatureMissing
  case claimSignatureOutsideValidity
  case generalError
  case hashedURIMismatch
  case hashedURIMissing
  case ingredientClaimSignatureMismatch
  case ingredientClaimSignatureMissing
  case ingredientManifestMismatch
  case ingredientManifestMissing
  case livevideoAssertionInvalid
  case livevideoContinuityMethodInvalid
  case livevideoInitInvalid
  case livevideoManifestInvalid
  case livevideoSegmentInvalid
  case livevideoSessionkeyInvalid
  case manifestAppendOnlyTextNoSentinel
  case manifestCompressedInvalid
  case manifestInaccessible
  case manifestInaccessibleEncrypted
  case manifestInaccessibleMalformed
  case manifestMultipleParents
  case manifestUpdateInvalid
  case manifestUpdateWrongParents
  case signingCredentialInvalid
  case signingCredentialOcspRevoked
  case signingCredentialUntrusted

  // Failures that only C2PA 2.4 has.

  case manifestHtmlMultipleManifests
  case manifestStructuredTextEmptyReference
  case manifestStructuredTextMalformedReference
  case manifestStructuredTextMultipleReferences
  case manifestStructuredTextNoManifest
  case manifestStructuredTextNoResolutionPath
  case manifestTextCorruptedWrapper
  case manifestTextMultipleWrappers
  case manifestTimestampInvalid
  case manifestTimestampWrongParents

  // Successes of CAWG Identity Assertion 1.3.

  case cawgIdentityTrusted
  case cawgIdentityWellFormed
  case cawgX509CredentialTrusted
  case cawgX509SignatureValidated
  case cawgX509SignatureInsideValidity
  case cawgX509TimeStampTrusted
  case cawgX509TimeStampValidated
  case cawgX509OcspNotRevoked
  case cawgIcaTimeStampValidated

  // What CAWG Identity Assertion 1.3 calls informational.

  case cawgX509TimeStampMalformed
  case cawgX509TimeStampMismatch
  case cawgX509TimeStampUntrusted
  case cawgX509TimeStampOutsideValidity
  case cawgX509TimeStampCredentialInvalid
  case cawgX509OcspUnknown

  // Failures of CAWG Identity Assertion 1.3.

  case cawgIdentityCborInvalid
  case cawgIdentityAssertionMismatch
  case cawgIdentityAssertionDuplicate
  case cawgIdentityCredentialRevoked
  case cawgIdentityHardBindingMissing
  case cawgIdentityHardBindingIncorrect
  case cawgIdentitySigTypeUnknown
  case cawgIdentityPadInvalid
  case cawgIdentityNetworkTrafficBlocked
  case cawgX509AlgorithmUnsupported
  case cawgX509CredentialUntrusted
  case cawgX509SignatureMismatch
  case cawgX509SignatureOutsideValidity
  case cawgIcaInvalidCoseSign1
  case cawgIcaInvalidAlg
  case cawgIcaInvalidContentType
  case cawgIcaInvalidVerifiableCredential
  case cawgIcaInvalidIssuer
  case cawgIcaDidUnsupportedMethod
  case cawgIcaDidUnavailable
  case cawgIcaInvalidDidDocument
  case cawgIcaUntrustedIssuer
  case cawgIcaSignatureMismatch
  case cawgIcaTimeStampInvalid
  case cawgIcaValidFromMissing
  case cawgIcaValidFromInvalid
  case cawgIcaValidUntilInvalid
  case cawgIcaRevocationUnsupported
  case cawgIcaSignerPayloadMismatch
  case cawgIcaVerifiedIdentitiesMissing
  case cawgIcaVerifiedIdentitiesInvalid
}
