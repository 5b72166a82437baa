package import BroadsealBytes
import CBroadsealOpenSSL

/// A time stamp token (RFC 3161 §2.4.2): parsed, not proved.
package struct TimeStampToken: Sendable {
  /// The bare token (a CMS `ContentInfo`) in DER.
  package let der: [UInt8]
  /// Whether it was given inside a whole `TimeStampResp`.
  package let wasResponse: Bool
  /// Whether the response around it, if there was one, grants and says nothing else.
  let hasPlainEnvelope: Bool
  /// The time it attests, a fraction of a second dropped.
  package let generated: UTCTime
  /// Dotted identifier of the policy it was issued under.
  package let policy: String
  /// The hash function of the imprint; nil when it is none that C2PA allows.
  package let hashAlgorithm: DigestAlgorithm?
  /// The hash of what was stamped.
  package let imprint: [UInt8]
  /// Serial number in lower-case hexadecimal.
  package let serialHex: String
  /// The number the requester sent along, most significant byte first; nil when there was none.
  package let nonce: [UInt8]?
  /// The certificates it brings, those that can be read, in its order.
  package let certificates: [Certificate]
  /// The certificate of its signer; nil when it is not among `certificates`.
  package let signer: Certificate?
  /// The message as OpenSSL read it: once, for the reading and for the proof.
  let message: HeldMessage

  /// Reads a token, bare or inside a response; nothing may follow it.
  package init(_ bytes: [UInt8]) throws(TimeStampError) {
    let (token, wasResponse, isPlain) = try TimeStampEnvelope.open(bytes)
    let parts = try Self.parts(of: token)
    let read = try CMSMessage(parts.bare)
    let info = try TimeStampInfo(read.content)
    let message = HeldMessage(read)
    der = token
    self.wasResponse = wasResponse
    hasPlainEnvelope = isPlain
    generated = info.generated
    policy = info.policy
    hashAlgorithm = info.hashAlgorithm
    imprint = info.imprint
    serialHex = info.serialHex
    nonce = info.nonce
    certificates = parts.certificates.compactMap { try? Certificate(der: $0) }
    signer = certificates.first { certificate in message.use { $0.isSigned(by: certificate) } }
    self.message = message
  }

  /// The token taken apart.
  static func parts(of token: [UInt8]) throws(TimeStampError) -> SignedDataParts {
    do throws(Malformed) {
      return try SignedDataParts(token)
    } catch { throw TimeStampError(.malformed, "the token is not a CMS message: \(error.reason)") }
  }

  /// Reads a bare token only, as `sigTst2` must carry it.
  package init(tokenDER: [UInt8]) throws(TimeStampError) {
    try self.init(tokenDER)
    guard !wasResponse else {
      throw TimeStampError(.malformed, "a response where a bare token belongs")
    }
  }

  /// Reads a response only, as `sigTst` must carry it.
  package init(responseDER: [UInt8]) throws(TimeStampError) {
    try self.init(responseDER)
    guard wasResponse else {
      throw TimeStampError(.malformed, "a bare token where a response belongs")
    }
  }
}

extension TimeStampToken: Hashable {
  /// Whether both are the same token, byte for byte.
  package static func == (left: TimeStampToken, right: TimeStampToken) -> Bool {
    left.der == right.der && left.wasResponse == right.wasResponse
  }

  /// Hashes the token's bytes.
  package func hash(into hasher: inout Hasher) { hasher.combine(der) }
}
