import BroadsealBytes
package import BroadsealCBOR
import BroadsealJUMBF

/// Who stands behind the content: `cawg.identity` 1.3, unproved.
package struct IdentityAssertion: Hashable, Sendable {
  /// Label of the assertion.
  package static let label = "cawg.identity"
  /// The kind of signature that an X.509 certificate makes.
  package static let x509Type = "cawg.x509.cose"
  /// The kind of signature that stands over claims which a third party gathered.
  package static let aggregationType = "cawg.identity_claims_aggregation"

  /// Kind of signature: `cawg.x509.cose`, `cawg.identity_claims_aggregation`, anything received.
  package let signatureType: String
  /// Assertions that the signature covers.
  package let referencedAssertions: [HashedURI]
  /// Roles of the actor.
  package let roles: [String]
  /// The signature, COSE for the kinds known.
  package let signature: [UInt8]
  /// What the signature may cover: `signer_payload` exactly as received, and in its deterministic
  /// encoding. CAWG 1.3 §8.2.2 has the latter signed, however the assertion itself is written; older
  /// writers signed what they wrote. Both are the same values, since nothing ambiguous is read.
  package let payloads: [[UInt8]]
  /// What the signature is about: `signer_payload`, decoded.
  package let signedValue: CBOR.Value
  /// Whether the payload has its one deterministic encoding (RFC 8949 §4.2.1), as CAWG 1.3 asks.
  package let isDeterministic: Bool
  /// Whether it has no field beside those read here: CAWG 1.3 §5.2 knows others, which tie it to one
  /// claim generator or claim.
  package let hasOnlyKnownFields: Bool
  /// Whether both paddings are all zeros.
  package let paddingIsZero: Bool

  /// Reads an assertion.
  ///
  /// - Throws: `cawg.identity.cbor.invalid` for a field that is missing or of another type, and for
  ///   content that is no CBOR.
  package init(_ assertion: Assertion) throws(Problem) {
    let code = StatusCode.cawgIdentityCborInvalid
    guard let value = assertion.cbor,
      let box = assertion.superbox.boxes.first(where: {
        $0.type == .cbor
      })
    else { throw Problem(code, "the identity assertion is no CBOR") }
    try self.init(value, encoded: box.payload)
  }

  /// Reads the content of an assertion.
  ///
  /// - Parameter encoded: the same content as received.
  package init(_ value: CBOR.Value, encoded: ArraySlice<UInt8>) throws(Problem) {
    let code = StatusCode.cawgIdentityCborInvalid
    guard let payload = try value.optionalMap("signer_payload", orThrow: code),
      let received = try? CBOR.Decoder.encodedValues(ofMap: encoded, form: .wellFormed)[
        "signer_payload"]
    else { throw Problem(code, "the field signer_payload is missing") }
    signedValue = payload
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
    hasOnlyKnownFields =
      (payload.map?.entries ?? []).allSatisfy { IdentityAssertion.known.contains($0.key) }
      && (value.map?.entries ?? []).allSatisfy { IdentityAssertion.known.contains($0.key) }
    let canonical = CBOR.Encoder.encode(payload)
    isDeterministic = received.elementsEqual(canonical)
    payloads = isDeterministic ? [canonical] : [Array(received), canonical]
  }

  private static let known: Set<CBOR.Value> = [
    "signer_payload", "sig_type", "referenced_assertions", "role", "signature", "pad1", "pad2",
  ]
}
