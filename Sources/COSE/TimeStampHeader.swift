package import BroadsealCBOR

/// A time stamp header of a signature (C2PA 2.4 §10.3.2.5).
package struct TimeStampHeader: Hashable, Sendable {
  /// Which of the two forms it has.
  package enum Form: String, Hashable, Sendable {
    /// `sigTst2`: a token over the signature.
    case overSignature = "sigTst2"
    /// `sigTst`, of C2PA 1.x: a response over the claim.
    case overClaim = "sigTst"
  }

  /// Which of the two forms it has.
  package let form: Form
  /// The DER of each token or response, not parsed; nil when the header is malformed. The standard
  /// wants exactly one.
  package let tokens: [[UInt8]]?

  /// Most tokens that are read.
  package static let maximumCount = 16

  init(_ form: Form, _ value: Value) {
    self.form = form
    let list = value["tstTokens"]?.array ?? []
    let tokens = list.compactMap { $0["val"]?.bytes }
    let isWellFormed = (1...Self.maximumCount).contains(list.count) && tokens.count == list.count
    self.tokens = isWellFormed ? tokens : nil
  }

  /// The header's value for one token.
  package static func value(of token: [UInt8]) -> Value {
    ["tstTokens": [["val": .bytes(token)]]]
  }
}
