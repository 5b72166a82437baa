import BroadsealBytes
import BroadsealOpenSSL

/// A time stamp that a message bears over its signature value (RFC 3161 Appendix A), read and computed once.
struct SignatureToken: Sendable {
  /// The token as it was received.
  let bytes: [UInt8]
  /// The stamp; nil when the bytes are none.
  let stamp: ReceivedStamp?
  /// What came of it, and whose it is.
  let proof: ReceivedMessage.Proof
  /// What is wrong with it, to follow "its time stamp"; nil when it holds.
  let fault: String?

  /// Whether it holds.
  var holds: Bool { stamp != nil && proof.outcome == .holds }

  /// Whether it was computed, and is a stamp of something else, or of nobody.
  var differs: Bool { if case .differs = proof.outcome { true } else { false } }

  /// Most stamps of one signature that are looked at.
  static let maximumCount = 4

  /// The first stamps of `message`.
  ///
  /// - Parameters:
  ///   - helpers: certificates that the document brings beside the message.
  ///   - count: how many are looked at.
  static func list(
    of message: ReceivedMessage, helpers: [Certificate], first count: Int = maximumCount
  ) -> [SignatureToken] {
    let others = message.certificates + helpers
    return message.tokens.prefix(count).map {
      SignatureToken($0, over: message.signatureValue, among: others)
    }
  }

  private init(_ bytes: [UInt8], over signature: [UInt8], among others: [Certificate]) {
    self.bytes = bytes
    do throws(Malformed) {
      let stamp = try ReceivedStamp(bytes)
      self.stamp = stamp
      guard let value = stamp.hash?.value(of: signature) else {
        proof = (nil, .unknown("its hash function is not computed here"))
        fault = "is not judged: its hash function is not computed here"
        return
      }
      proof = stamp.proved(ofHash: value, among: others)
      switch proof.outcome {
      case .holds: fault = nil
      case .differs(let reason): fault = "does not hold: \(reason)"
      case .unknown(let reason), .malformed(let reason): fault = "is not judged: \(reason)"
      }
    } catch {
      stamp = nil
      proof = (nil, .malformed(error.reason))
      fault = "cannot be read: \(error.reason)"
    }
  }
}
