package import CBOR

/// Who stands behind the content: `cawg.identity` 1.3, unproved.
package struct IdentityAssertion: Hashable, Sendable {
  /// Label of the assertion.
  package static let label = "cawg.identity"
  /// The kind of signature that an X.509 certificate makes.
  package static let x509Type = "cawg.x509.cose"

  /// Kind of signature: `cawg.x509.cose`, `cawg.identity_claims_aggregation`, anything received.
  package let signatureType: String
  /// Assertions that the signature covers.
  package let referencedAssertions: [HashedURI]
  /// Roles of the actor.
  package let roles: [String]
  /// The signature, COSE for the kinds known.
  package let signature: [UInt8]
  /// Whether both paddings are all zeros.
  package let paddingIsZero: Bool

  /// Reads an assertion.
  ///
  /// - Throws: `cawg.identity.cbor.invalid` for a field that is missing or of another type.
  package init(_ value: CBOR.Value) throws(Problem) {
    let code = StatusCode.cawgIdentityCborInvalid
    guard let payload = try value.optionalMap("signer_payload", orThrow: code) else {
      throw Problem(code, "the field signer_payload is missing")
    }
    signatureType = try payload.requiredText("sig_type", orThrow: code)
    guard
      let references = try payload.optionalReferences("referenced_assertions", orThrow: code),
      !references.isEmpty
    else { throw Problem(code, "the field referenced_assertions is missing or empty") }
    referencedAssertions = references
    roles = try payload.optionalTexts("role", orThrow: code) ?? []
    signature = try value.requiredBytes("signature", orThrow: code)
    let pads = [
      try value.requiredBytes("pad1", orThrow: code),
      try value.optionalBytes("pad2", orThrow: code) ?? [],
    ]
    paddingIsZero = pads.joined().allSatisfy { $0 == 0 }
  }
}
