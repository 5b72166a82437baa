package import BroadsealBytes
package import BroadsealCBOR
package import BroadsealOpenSSL

/// A COSE signature by one signer, with its payload kept elsewhere (RFC 9052 §4.2, C2PA 2.4 §13.2).
///
/// Parsed, not proved.
package struct Sign1: Hashable, Sendable {
  /// Whether it carried tag 18, as C2PA demands.
  package let isTagged: Bool
  /// The protected header exactly as received: what the signature covers.
  package let protectedBytes: [UInt8]
  /// The protected header, decoded.
  package let protected: Map
  /// The header that the signature does not cover.
  package let unprotected: Map
  /// The payload that it carries; nil when it stands elsewhere, as C2PA demands.
  package let payload: [UInt8]?
  /// Whether the payload stands elsewhere.
  package var payloadIsNil: Bool { payload == nil }
  /// The signature; ECDSA as raw `r ‖ s`.
  package let signature: [UInt8]

  /// The tag of COSE_Sign1.
  package static let tag: UInt64 = 18

  /// Reads one signature and nothing after it.
  ///
  /// - Parameters:
  ///   - bytes: the encoded structure.
  ///   - base: offset of its first byte, for error messages.
  package init(decoding bytes: ArraySlice<UInt8>, base: Int = 0) throws(Malformed) {
    var item = try Decoder.decode(bytes, base: base)
    var isTagged = false
    if case .tagged(Self.tag, let content) = item {
      item = content
      isTagged = true
    }
    guard let parts = item.array, parts.count == 4 else {
      throw Malformed("not a COSE_Sign1 array of four", at: base)
    }
    guard let protectedBytes = parts[0].bytes, let unprotected = parts[1].map,
      let signature = parts[3].bytes
    else { throw Malformed("wrong types in COSE_Sign1", at: base) }
    switch parts[2] {
    case .null: payload = nil
    case .bytes(let bytes): payload = bytes
    default: throw Malformed("the payload of COSE_Sign1 is neither nil nor bytes", at: base)
    }
    let decoded: Value = protectedBytes.isEmpty ? .map([:]) : try Decoder.decode(protectedBytes)
    guard let protected = decoded.map else {
      throw Malformed("the protected header is not a map", at: base)
    }
    self.isTagged = isTagged
    self.protectedBytes = protectedBytes
    self.protected = protected
    self.unprotected = unprotected
    self.signature = signature
  }

  init(copying other: Sign1, unprotected: Map, signature: [UInt8]) {
    isTagged = true
    payload = nil
    protectedBytes = other.protectedBytes
    protected = other.protected
    self.signature = signature
    self.unprotected = unprotected
  }

  /// A signature that was just made.
  package init(protectedBytes: [UInt8], unprotected: Map = [:], signature: [UInt8])
    throws(Malformed)
  {
    guard let protected = try Decoder.decode(protectedBytes).map else {
      throw Malformed("the protected header is not a map", at: 0)
    }
    isTagged = true
    payload = nil
    self.protectedBytes = protectedBytes
    self.protected = protected
    self.unprotected = unprotected
    self.signature = signature
  }
}

extension Sign1 {
  /// The bytes that the signature covers, for a detached `payload`.
  package func signatureInput(payload: [UInt8]) -> [UInt8] {
    Self.signatureInput(protectedBytes: protectedBytes, payload: payload)
  }

  /// The bytes to sign, before there is a signature.
  package static func signatureInput(protectedBytes: [UInt8], payload: [UInt8]) -> [UInt8] {
    SigStructure.encode(.signature, protected: protectedBytes, payload: payload)
  }

  /// The bytes that a `sigTst2` token covers: its payload is the *encoded* signature byte string
  /// (C2PA 2.4 §10.3.2.5).
  package func counterSignatureInput() -> [UInt8] {
    SigStructure.encode(
      .counterSignature, protected: protectedBytes, payload: Encoder.encode(.bytes(signature)))
  }

  /// The bytes that a `sigTst` response of C2PA 1.x covers: its payload is the claim.
  package func counterSignatureInputV1(claim: [UInt8]) -> [UInt8] {
    SigStructure.encode(.counterSignature, protected: protectedBytes, payload: claim)
  }

  /// Whether `key` made the signature over `payload` with `algorithm`.
  package func isSigned(
    by key: PublicKey, over payload: [UInt8], with algorithm: SignatureAlgorithm
  ) -> Bool {
    key.verify(signature, of: signatureInput(payload: payload), with: algorithm)
  }
}

/// The bytes that a COSE signature covers (RFC 9052 §4.4), with empty external data.
enum SigStructure {
  /// Why the bytes are signed.
  enum Context: String {
    /// The signature itself.
    case signature = "Signature1"
    /// A time stamp over it.
    case counterSignature = "CounterSignature"
  }

  /// The encoded array `[context, protected, h'', payload]`.
  static func encode(_ context: Context, protected: [UInt8], payload: [UInt8]) -> [UInt8] {
    Encoder.encode(
      .array([.text(context.rawValue), .bytes(protected), .bytes([]), .bytes(payload)]))
  }
}
