import BroadsealCBOR

/// What a named actor signs (CAWG identity 1.3 §5.2), and the assertion around that signature.
package struct IdentityDraft: Hashable, Sendable {
  /// In which order the fields of the signed map stand.
  package enum Encoding: String, Hashable, Sendable, CaseIterable {
    /// The core deterministic encoding, as CAWG 1.3 demands.
    case deterministic
    /// The order in which c2pa-rs encodes the map anew before it checks the signature. It takes
    /// every other order for a broken signature, the one of the standard among them.
    case c2paRS = "c2pa-rs"
  }

  /// The assertions that the actor stands behind, the hard binding among them.
  package let references: [HashedURI]
  /// What the actor has to do with the asset: `cawg.publisher`, …
  package let roles: [String]
  /// In which order the fields stand.
  package let encoding: Encoding

  /// A draft for a signature by an X.509 certificate.
  package init(references: [HashedURI], roles: [String], encoding: Encoding) {
    self.references = references
    self.roles = roles
    self.encoding = encoding
  }

  /// The bytes to sign.
  package var payload: [UInt8] {
    encoded(
      [
        ("referenced_assertions", CBOR.Encoder.encode(.array(references.map(\.asValue)))),
        ("sig_type", CBOR.Encoder.encode(.text(IdentityAssertion.x509Type))),
      ] + (roles.isEmpty ? [] : [("role", CBOR.Encoder.encode(.array(roles.map { .text($0) })))]))
  }

  /// The assertion around `signature`: a COSE structure, or as many zeros while only size matters.
  package func assertion(signature: [UInt8]) -> AssertionDraft {
    .encodedCBOR(
      encoded([
        ("signer_payload", payload), ("signature", CBOR.Encoder.encode(.bytes(signature))),
        ("pad1", CBOR.Encoder.encode(.bytes([]))),
      ]))
  }

  private func encoded(_ fields: [(key: String, encoded: [UInt8])]) -> [UInt8] {
    switch encoding {
    case .c2paRS: CBOR.Encoder.encode(inOrder: fields)
    case .deterministic:
      // A shorter key sorts first, since the head of a text holds its length.
      CBOR.Encoder.encode(
        inOrder: fields.sorted { one, other in
          (one.key.utf8.count, one.key) < (other.key.utf8.count, other.key)
        })
    }
  }
}
