package import BroadsealNotes

extension StatusCode {
  /// The family of the standards' codes.
  package static var family: Family { .standard }

  /// Spelling, nature and words.
  package var row: CodeRow { CodeRow(name, nature, words) }

  /// Whether a check held or failed.
  package var nature: Nature {
    switch kind {
    case .success: .success
    case .informational: .informational
    case .failure: .failure
    }
  }

  /// The code that is spelled so; nil for a writer's own.
  package init?(named name: String) {
    guard let code = StatusCode.byName[name] else { return nil }
    self = code
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

  /// The spelling of the standards.
  package var name: String {
    switch self {
    case .assertionAccessible: "assertion.accessible"
    case .assertionAlternativeContentRepresentationMatch:
      "assertion.alternativeContentRepresentation.match"
    case .assertionBmffHashMatch: "assertion.bmffHash.match"
    case .assertionBoxesHashMatch: "assertion.boxesHash.match"
    case .assertionCollectionHashMatch: "assertion.collectionHash.match"
    case .assertionDataHashMatch: "assertion.dataHash.match"
    case .assertionHashedURIMatch: "assertion.hashedURI.match"
    case .assertionLinkedResourceIntegrityMatch: "assertion.linkedResourceIntegrity.match"
    case .assertionMultiAssetHashMatch: "assertion.multiAssetHash.match"
    case .assertionSegmentHashMatch: "assertion.segmentHash.match"
    case .claimSignatureInsideValidity: "claimSignature.insideValidity"
    case .claimSignatureValidated: "claimSignature.validated"
    case .ingredientClaimSignatureValidated: "ingredient.claimSignature.validated"
    case .ingredientManifestValidated: "ingredient.manifest.validated"
    case .signingCredentialOcspNotRevoked: "signingCredential.ocsp.notRevoked"
    case .signingCredentialTrusted: "signingCredential.trusted"
    case .timeStampTrusted: "timeStamp.trusted"
    case .timeStampValidated: "timeStamp.validated"
    case .algorithmDeprecated: "algorithm.deprecated"
    case .assertionActionIngredientLocationMismatch: "assertion.action.ingredientLocationMismatch"
    case .assertionBmffHashAdditionalExclusionsPresent:
      "assertion.bmffHash.additionalExclusionsPresent"
    case .assertionBoxesHashAdditionalExclusionsPresent:
      "assertion.boxesHash.additionalExclusionsPresent"
    case .assertionDataHashAdditionalExclusionsPresent:
      "assertion.dataHash.additionalExclusionsPresent"
    case .assertionLinkedResourceIntegrityFormatMismatch:
      "assertion.linkedResourceIntegrity.formatMismatch"
    case .assertionLinkedResourceIntegrityHashMismatch:
      "assertion.linkedResourceIntegrity.hashMismatch"
    case .assertionLinkedResourceIntegrityInaccessible:
      "assertion.linkedResourceIntegrity.inaccessible"
    case .assertionLinkedResourceIntegritySizeMismatch:
      "assertion.linkedResourceIntegrity.sizeMismatch"
    case .assertionLinkedResourceIntegritySkipped: "assertion.linkedResourceIntegrity.skipped"
    case .assertionRedacted: "assertion.redacted"
    case .ingredientUnknownProvenance: "ingredient.unknownProvenance"
    case .signingCredentialOcspInaccessible: "signingCredential.ocsp.inaccessible"
    case .signingCredentialOcspSkipped: "signingCredential.ocsp.skipped"
    case .signingCredentialOcspUnknown: "signingCredential.ocsp.unknown"
    case .timeOfSigningInsideValidity: "timeOfSigning.insideValidity"
    case .timeOfSigningOutsideValidity: "timeOfSigning.outsideValidity"
    case .timeStampCredentialInvalid: "timeStamp.credentialInvalid"
    case .timeStampMalformed: "timeStamp.malformed"
    case .timeStampMismatch: "timeStamp.mismatch"
    case .timeStampOutsideValidity: "timeStamp.outsideValidity"
    case .timeStampUntrusted: "timeStamp.untrusted"
    case .algorithmUnsupported: "algorithm.unsupported"
    case .assertionActionIngredientMismatch: "assertion.action.ingredientMismatch"
    case .assertionActionMalformed: "assertion.action.malformed"
    case .assertionActionRedacted: "assertion.action.redacted"
    case .assertionActionRedactionMismatch: "assertion.action.redactionMismatch"
    case .assertionActionSoftBindingMissing: "assertion.action.softBindingMissing"
    case .assertionAlternativeContentRepresentationHashMismatch:
      "assertion.alternativeContentRepresentation.hashMismatch"
    case .assertionAlternativeContentRepresentationMalformed:
      "assertion.alternativeContentRepresentation.malformed"
    case .assertionAlternativeContentRepresentationMissing:
      "assertion.alternativeContentRepresentation.missing"
    case .assertionBmffHashMalformed: "assertion.bmffHash.malformed"
    case .assertionBmffHashMismatch: "assertion.bmffHash.mismatch"
    case .assertionBoxesHashMalformed: "assertion.boxesHash.malformed"
    case .assertionBoxesHashMismatch: "assertion.boxesHash.mismatch"
    case .assertionBoxesHashUnknownBox: "assertion.boxesHash.unknownBox"
    case .assertionCborInvalid: "assertion.cbor.invalid"
    case .assertionCloudDataActions: "assertion.cloud-data.actions"
    case .assertionCloudDataHardBinding: "assertion.cloud-data.hardBinding"
    case .assertionCloudDataLabelMismatch: "assertion.cloud-data.labelMismatch"
    case .assertionCloudDataMalformed: "assertion.cloud-data.malformed"
    case .assertionCollectionHashIncorrectFileCount: "assertion.collectionHash.incorrectFileCount"
    case .assertionCollectionHashInvalidURI: "assertion.collectionHash.invalidURI"
    case .assertionCollectionHashMalformed: "assertion.collectionHash.malformed"
    case .assertionCollectionHashMismatch: "assertion.collectionHash.mismatch"
    case .assertionDataHashMalformed: "assertion.dataHash.malformed"
    case .assertionDataHashMismatch: "assertion.dataHash.mismatch"
    case .assertionDataHashRedacted: "assertion.dataHash.redacted"
    case .assertionExternalReferenceCreated: "assertion.external-reference.created"
    case .assertionExternalReferenceHashMismatch: "assertion.external-reference.hashMismatch"
    case .assertionExternalReferenceLabelMismatch: "assertion.external-reference.labelMismatch"
    case .assertionExternalReferenceMalformed: "assertion.external-reference.malformed"
    case .assertionHardBindingRedacted: "assertion.hardBinding.redacted"
    case .assertionHashedURIMismatch: "assertion.hashedURI.mismatch"
    case .assertionInaccessible: "assertion.inaccessible"
    case .assertionIngredientMalformed: "assertion.ingredient.malformed"
    case .assertionJsonInvalid: "assertion.json.invalid"
    case .assertionLinkedResourceIntegrityInvalidURI: "assertion.linkedResourceIntegrity.invalidURI"
    case .assertionLinkedResourceIntegrityMalformed: "assertion.linkedResourceIntegrity.malformed"
    case .assertionLinkedResourceIntegrityNotCreated: "assertion.linkedResourceIntegrity.notCreated"
    case .assertionMetadataMalformed: "assertion.metadata.malformed"
    case .assertionMissing: "assertion.missing"
    case .assertionMultiAssetHashMalformed: "assertion.multiAssetHash.malformed"
    case .assertionMultiAssetHashMismatch: "assertion.multiAssetHash.mismatch"
    case .assertionMultiAssetHashMissingPart: "assertion.multiAssetHash.missingPart"
    case .assertionMultipleHardBindings: "assertion.multipleHardBindings"
    case .assertionNotRedacted: "assertion.notRedacted"
    case .assertionOutsideManifest: "assertion.outsideManifest"
    case .assertionSegmentHashMalformed: "assertion.segmentHash.malformed"
    case .assertionSegmentHashMismatch: "assertion.segmentHash.mismatch"
    case .assertionSegmentHashPartialCoverage: "assertion.segmentHash.partialCoverage"
    case .assertionSegmentHashPredecessorMismatch: "assertion.segmentHash.predecessorMismatch"
    case .assertionSelfRedacted: "assertion.selfRedacted"
    case .assertionTimestampMalformed: "assertion.timestamp.malformed"
    case .assertionUndeclared: "assertion.undeclared"
    case .claimActionsMissing: "claim.actions.missing"
    case .claimCborInvalid: "claim.cbor.invalid"
    case .claimHardBindingsMissing: "claim.hardBindings.missing"
    case .claimMalformed: "claim.malformed"
    case .claimMissing: "claim.missing"
    case .claimMultiple: "claim.multiple"
    case .claimSignatureMismatch: "claimSignature.mismatch"
    case .claimSignatureMissing: "claimSignature.missing"
    case .claimSignatureOutsideValidity: "claimSignature.outsideValidity"
    case .generalError: "general.error"
    case .hashedURIMismatch: "hashedURI.mismatch"
    case .hashedURIMissing: "hashedURI.missing"
    case .ingredientClaimSignatureMismatch: "ingredient.claimSignature.mismatch"
    case .ingredientClaimSignatureMissing: "ingredient.claimSignature.missing"
    case .ingredientManifestMismatch: "ingredient.manifest.mismatch"
    case .ingredientManifestMissing: "ingredient.manifest.missing"
    case .livevideoAssertionInvalid: "livevideo.assertion.invalid"
    case .livevideoContinuityMethodInvalid: "livevideo.continuityMethod.invalid"
    case .livevideoInitInvalid: "livevideo.init.invalid"
    case .livevideoManifestInvalid: "livevideo.manifest.invalid"
    case .livevideoSegmentInvalid: "livevideo.segment.invalid"
    case .livevideoSessionkeyInvalid: "livevideo.sessionkey.invalid"
    case .manifestAppendOnlyTextNoSentinel: "manifest.appendOnlyText.noSentinel"
    case .manifestCompressedInvalid: "manifest.compressed.invalid"
    case .manifestInaccessible: "manifest.inaccessible"
    case .manifestInaccessibleEncrypted: "manifest.inaccessible.encrypted"
    case .manifestInaccessibleMalformed: "manifest.inaccessible.malformed"
    case .manifestMultipleParents: "manifest.multipleParents"
    case .manifestUpdateInvalid: "manifest.update.invalid"
    case .manifestUpdateWrongParents: "manifest.update.wrongParents"
    case .signingCredentialInvalid: "signingCredential.invalid"
    case .signingCredentialOcspRevoked: "signingCredential.ocsp.revoked"
    case .signingCredentialUntrusted: "signingCredential.untrusted"
    case .manifestHtmlMultipleManifests: "manifest.html.multipleManifests"
    case .manifestStructuredTextEmptyReference: "manifest.structuredText.emptyReference"
    case .manifestStructuredTextMalformedReference: "manifest.structuredText.malformedReference"
    case .manifestStructuredTextMultipleReferences: "manifest.structuredText.multipleReferences"
    case .manifestStructuredTextNoManifest: "manifest.structuredText.noManifest"
    case .manifestStructuredTextNoResolutionPath: "manifest.structuredText.noResolutionPath"
    case .manifestTextCorruptedWrapper: "manifest.text.corruptedWrapper"
    case .manifestTextMultipleWrappers: "manifest.text.multipleWrappers"
    case .manifestTimestampInvalid: "manifest.timestamp.invalid"
    case .manifestTimestampWrongParents: "manifest.timestamp.wrongParents"
    case .cawgIdentityTrusted: "cawg.identity.trusted"
    case .cawgIdentityWellFormed: "cawg.identity.well-formed"
    case .cawgX509CredentialTrusted: "cawg.x509.credential.trusted"
    case .cawgX509SignatureValidated: "cawg.x509.signature.validated"
    case .cawgX509SignatureInsideValidity: "cawg.x509.signature.inside_validity"
    case .cawgX509TimeStampTrusted: "cawg.x509.time_stamp.trusted"
    case .cawgX509TimeStampValidated: "cawg.x509.time_stamp.validated"
    case .cawgX509OcspNotRevoked: "cawg.x509.ocsp.not_revoked"
    case .cawgX509TimeStampMalformed: "cawg.x509.time_stamp.malformed"
    case .cawgX509TimeStampMismatch: "cawg.x509.time_stamp.mismatch"
    case .cawgX509TimeStampUntrusted: "cawg.x509.time_stamp.untrusted"
    case .cawgX509TimeStampOutsideValidity: "cawg.x509.time_stamp.outside_validity"
    case .cawgX509TimeStampCredentialInvalid: "cawg.x509.time_stamp.credential_invalid"
    case .cawgX509OcspUnknown: "cawg.x509.ocsp.unknown"
    case .cawgIdentityCborInvalid: "cawg.identity.cbor.invalid"
    case .cawgIdentityAssertionMismatch: "cawg.identity.assertion.mismatch"
    case .cawgIdentityAssertionDuplicate: "cawg.identity.assertion.duplicate"
    case .cawgIdentityCredentialRevoked: "cawg.identity.credential_revoked"
    case .cawgIdentityHardBindingMissing: "cawg.identity.hard_binding_missing"
    case .cawgIdentityHardBindingIncorrect: "cawg.identity.hard_binding_incorrect"
    case .cawgIdentitySigTypeUnknown: "cawg.identity.sig_type.unknown"
    case .cawgIdentityPadInvalid: "cawg.identity.pad.invalid"
    case .cawgIdentityNetworkTrafficBlocked: "cawg.identity.network_traffic_blocked"
    case .cawgX509AlgorithmUnsupported: "cawg.x509.algorithm.unsupported"
    case .cawgX509CredentialUntrusted: "cawg.x509.credential.untrusted"
    case .cawgX509SignatureMismatch: "cawg.x509.signature.mismatch"
    case .cawgX509SignatureOutsideValidity: "cawg.x509.signature.outside_validity"
    }
  }
}
