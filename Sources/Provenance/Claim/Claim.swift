package import BroadsealCBOR
package import BroadsealJUMBF

/// A claim (C2PA 2.4 §10): what was parsed, not what was proved.
package struct Claim: Hashable, Sendable {
  /// 1 for `c2pa.claim`, 2 for `c2pa.claim.v2`.
  package let version: Int
  /// The claim's CBOR exactly as received: the bytes that were signed.
  package let bytes: [UInt8]
  /// Every field.
  package let map: CBOR.Map
  /// Identifier of the asset's instance; some claims of version 1 have none.
  package let instanceID: String?
  /// The program that made the claim; version 1 may name several, the last to act first, or none.
  package let generators: [GeneratorInfo]
  /// The free text by which claims of version 1 name their program.
  package let generatorText: String?
  /// Reference to the signature box, as received.
  package let signatureURL: String
  /// Assertions that the signer vouches for; all assertions of version 1.
  package let created: [HashedURI]
  /// Assertions that the signer passes on without vouching for them.
  package let gathered: [HashedURI]
  /// References to assertions of other manifests that this claim redacts.
  package let redacted: [String]
  /// Hash algorithm where an assertion or a reference states none.
  package let algorithm: String?
  /// `dc:title`: an attacker's text in an unproved manifest.
  package let title: String?

  /// Every assertion the claim lists, the created ones first.
  package var assertions: [HashedURI] { created + gathered }

  /// The reference to the signature, when it names a superbox of the same store.
  package var signatureURI: JUMBF.URI? { JUMBF.URI(signatureURL) }

  /// Version of the standard that the claim says it follows.
  package var specVersion: String? { generators.first?.specVersion }
}
