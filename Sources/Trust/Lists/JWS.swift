import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL

/// A JSON Web Signature in the general JSON serialisation (RFC 7515 §7.2.1): one payload, several
/// signatures.
struct JWS: Sendable {
  /// One signature as received.
  struct Signature: Sendable {
    /// The protected header as it was signed: Base64url text.
    let protectedText: String
    /// `alg` of the protected header; nil when it is none of the three that are accepted.
    let algorithm: JWSAlgorithm?
    let value: [UInt8]
    /// The protected header.
    let protected: Value
  }

  /// The payload as it was signed: Base64url text.
  let payloadText: String
  let payload: [UInt8]
  let signatures: [Signature]

  /// Reads the serialisation; `name` stands in errors.
  ///
  /// - Throws: `.malformed` for anything that RFC 7515 §5.2 refuses, for `crit` (no extension is
  ///   understood) and `b64`, and for members beyond the general serialisation.
  init(_ value: Value, name: String) throws(TrustError) {
    let fields = try ListFields(value, at: "JWS", of: name)
    try fields.allowOnly(["payload", "signatures"])
    guard let payloadText = fields.object["payload"]?.string,
      let payload = Base64.decode(payloadText, alphabet: .url)
    else { throw fields.malformed("payload", "is not Base64url") }
    var signatures: [Signature] = []
    for item in try fields.objects("signatures") { signatures.append(try Signature(item)) }
    guard signatures.count <= TrustLimits.maximumSignatures else {
      throw fields.malformed("signatures", "are too many")
    }
    self.payloadText = payloadText
    self.payload = payload
    self.signatures = signatures
  }

  /// Which of `keys` have signed, each counted once however often it did.
  func signers(among keys: [PublicKey]) -> [PublicKey] {
    var found: Set<PublicKey> = []
    for signature in signatures {
      if let signer = signer(of: signature, among: keys) { found.insert(signer) }
    }
    return keys.filter(found.contains)
  }

  /// Which of `keys` made one of the signatures; nil when none did.
  func signer(of signature: Signature, among keys: [PublicKey]) -> PublicKey? {
    guard let algorithm = signature.algorithm else { return nil }
    let signed = JWS.input(signature.protectedText, payloadText)
    return keys.first { key in
      JWSAlgorithm(signatureBy: key) == algorithm
        && key.verify(signature.value, of: signed, with: algorithm.signature)
    }
  }

  /// The same payload with no signature yet.
  init(unsigned payload: [UInt8]) {
    payloadText = Base64.encode(payload, alphabet: .url)
    self.payload = payload
    signatures = []
  }

  /// A signature of the payload by `key`, as a member of `signatures`; `name` stands in errors.
  ///
  /// - Parameters:
  ///   - type: `typ` of the protected header.
  ///   - more: further members of the protected header.
  /// - Throws: `.malformed` when the key is of a kind that may not sign lists, or cannot sign.
  func signature(
    by key: PrivateKey, type: String = "lote+jws", and more: [(String, Value)] = [], name: String
  ) throws(TrustError) -> Value {
    guard let algorithm = JWSAlgorithm(signatureBy: key.publicKey) else {
      throw TrustError(
        .malformed, name,
        "a key of type \(key.publicKey.kind) signs here, not P-256, P-384 or Ed25519"
      )
    }
    let header = Value.object(
      Object(
        [
          ("alg", .string(algorithm.rawValue)), ("typ", .string(type)),
          ("kid", .string(key.publicKey.spkiSHA256)),
        ] + more))
    let protectedText = Base64.encode(Writer.bytes(of: header), alphabet: .url)
    do throws(OpenSSLError) {
      let value = try key.sign(JWS.input(protectedText, payloadText), with: algorithm.signature)
      return [
        "protected": .string(protectedText),
        "signature": .string(Base64.encode(value, alphabet: .url)),
      ]
    } catch {
      throw TrustError(.malformed, name, "the key cannot sign: \(error)")
    }
  }

  /// What is signed (RFC 7515 §5.1 step 5).
  private static func input(_ protectedText: String, _ payloadText: String) -> [UInt8] {
    Array(protectedText.utf8) + [UInt8(ascii: ".")] + Array(payloadText.utf8)
  }
}

extension JWS.Signature {
  init(_ fields: ListFields) throws(TrustError) {
    try fields.allowOnly(["protected", "header", "signature"])
    guard let protectedText = fields.object["protected"]?.string,
      let header = Base64.decode(protectedText, alphabet: .url)
    else { throw fields.malformed("protected", "is not Base64url") }
    guard
      let value = fields.object["signature"]?.string.flatMap({
        Base64.decode($0, alphabet: .url)
      })
    else { throw fields.malformed("signature", "is not Base64url") }
    let parsed = try TrustError.malformed(fields.list) { () throws(Malformed) in
      try Reader.parse(header)
    }
    let protected = try ListFields(parsed, at: "\(fields.path).protected", of: fields.list)
    let unprotected = fields.has("header") ? try fields.fields("header").object.keys : []
    for key in ["crit", "b64"] where protected.has(key) || unprotected.contains(key) {
      throw protected.malformed(key, "is not understood")
    }
    guard Set(unprotected).isDisjoint(with: protected.object.keys), !unprotected.contains("alg")
    else { throw fields.malformed("header", "repeats a protected member") }
    self.protectedText = protectedText
    self.algorithm = JWSAlgorithm(rawValue: try protected.text("alg"))
    self.value = value
    self.protected = parsed
  }
}
