package import BroadsealCBOR
package import BroadsealOpenSSL

extension Sign1 {
  /// The number under `alg` in the protected header; nil when it is absent or no integer. One in
  /// the unprotected header counts for nothing.
  package var algorithmIdentifier: Int? { protected[integer: HeaderLabel.algorithm]?.int }

  /// The algorithm under `alg`; nil when C2PA does not allow it.
  package var algorithm: SignatureAlgorithm? {
    algorithmIdentifier.flatMap(SignatureAlgorithm.init(coseIdentifier:))
  }

  /// The media type under `content type` in the protected header; nil when it is absent or no text.
  package var contentType: String? { protected[integer: HeaderLabel.contentType]?.text }

  /// Whether a label stands in both headers, which RFC 9052 §3 forbids.
  package var hasRepeatedLabels: Bool {
    let inside = Set(protected.entries.map(\.key))
    return unprotected.entries.contains { inside.contains($0.key) }
  }

  /// Labels that `crit` makes mandatory and that are not understood here; a signature with one must
  /// be refused (RFC 9052 §3.1). A `crit` that is empty, no array or not protected names itself.
  package var unknownCriticalLabels: [Value] {
    let label = Value(Int(HeaderLabel.critical))
    if unprotected[integer: HeaderLabel.critical] != nil { return [label] }
    guard let value = protected[integer: HeaderLabel.critical] else { return [] }
    guard let labels = value.array, !labels.isEmpty else { return [label] }
    let known: Set<Value> = [
      Value(Int(HeaderLabel.algorithm)), label, Value(Int(HeaderLabel.x5chain)),
      .text(HeaderLabel.x5chainText),
    ]
    let present = Set(protected.entries.map(\.key))
    return labels.filter { !known.contains($0) || !present.contains($0) }
  }

  /// The signer's certificates, or why there are none.
  package var x5chain: Result<X5Chain, X5Chain.Problem> {
    do throws(X5Chain.Problem) {
      return .success(try X5Chain(protected: protected, unprotected: unprotected))
    } catch { return .failure(error) }
  }

  /// The time stamp headers, `sigTst2` before `sigTst`. Either bucket may hold them (C2PA 2.5 §14.7).
  package var timeStamps: [TimeStampHeader] {
    [TimeStampHeader.Form.overSignature, .overClaim].compactMap { form in
      header(form.rawValue).map { TimeStampHeader(form, $0) }
    }
  }

  /// The stapled OCSP responses in DER, not parsed; empty when there are none, nil when the header
  /// is malformed.
  package var ocspResponses: [[UInt8]]? {
    guard let value = header(HeaderLabel.revocationValues) else { return [] }
    guard let list = value["ocspVals"]?.array else { return nil }
    let responses = list.compactMap(\.bytes)
    return responses.count == list.count ? responses : nil
  }

  /// Whether every padding is a byte string of zeros, so that nothing hides in it.
  package var paddingIsZero: Bool {
    [HeaderLabel.padding, HeaderLabel.secondPadding].allSatisfy { label in
      guard let value = unprotected[label] else { return true }
      return value.bytes?.allSatisfy { $0 == 0 } ?? false
    }
  }

  private func header(_ label: String) -> Value? { unprotected[label] ?? protected[label] }
}

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
