import BroadsealBytes
import BroadsealCBOR
import BroadsealCOSE
import BroadsealNotes
import BroadsealOpenSSL

/// Signs claims and stamps the signatures (C2PA 2.4 §10.3).
struct ClaimSigner {
  /// What signing a claim came to.
  enum Outcome {
    /// What was asked for, in exactly its size, and the time stamp in it.
    case signed([UInt8], TimeStamper.Stamped?)
    /// The authority's token is larger than what was reserved for it.
    case needsRoom(forToken: Int)
  }

  private let credential: Credential
  private let stamper: TimeStamper

  /// A signer of claims with `credential` and stamps from `stamper`.
  init(_ credential: Credential, _ stamper: TimeStamper) {
    self.credential = credential
    self.stamper = stamper
  }

  /// Room for a signature whose time stamp has up to `tokenSize` bytes.
  func reservedSize(tokenSize: Int) -> Int {
    let blank = credential.blank
    let token = [UInt8](repeating: 0, count: tokenSize)
    return (tokenSize > 0 ? stamped(blank, by: token) : blank).encode().count
      + ClaimSigner.padding
  }

  /// Signs `claim` and stamps the signature, in exactly `size` bytes.
  ///
  /// - Parameter notes: receives a note for each time-stamp authority that failed.
  func sign(
    _ claim: [UInt8], size: Int, notes: inout [Note]
  ) throws(SigningError) -> Outcome {
    let (sign1, stamp) = try draw(claim, notes: &notes)
    do throws(Sign1.SizeError) {
      return .signed(try sign1.encode(totalSize: size), stamp)
    } catch {
      guard let stamp else { throw SigningError(.internal, "no room was left for the signature") }
      return .needsRoom(forToken: stamp.token.der.count)
    }
  }

  /// Signs `claim` and stamps the signature, without padding.
  ///
  /// - Parameter notes: receives a note for each time-stamp authority that failed.
  func draw(
    _ claim: [UInt8], notes: inout [Note]
  ) throws(SigningError) -> (sign1: Sign1, stamp: TimeStamper.Stamped?) {
    let input = credential.blank.signatureInput(payload: claim)
    let sign1 = credential.blank.with(
      signature: try credential.key.sign(input, with: credential.algorithm))
    let stamp = try stamper.stamp(
      sign1.counterSignatureInput(), credential.algorithm.timeStampDigest, notes: &notes)
    guard let stamp else { return (sign1, nil) }
    try credential.requireValidity(at: stamp.token.generated)
    return (stamped(sign1, by: stamp.token.der), stamp)
  }

  /// A structure such as `draw` makes, with bytes of no meaning for the signature.
  ///
  /// - Parameter tokenSize: size of the time stamp when that is known; nil to take one such as the
  ///   authority gives.
  func sample(tokenSize: Int?) throws(SigningError) -> Sign1 {
    let signature = SampleBytes.of(credential.blank.signature.count)
    let sign1 = credential.blank.with(signature: signature)
    let token: [UInt8]
    if let tokenSize {
      token = SampleBytes.of(tokenSize)
    } else {
      token = try stamper.sampleToken(credential.algorithm.timeStampDigest)
    }
    return token.isEmpty ? sign1 : stamped(sign1, by: token)
  }

  /// Size of the token that is reserved first.
  var expectedTokenSize: Int { stamper.reservedSize }

  /// Whether another draw costs nothing but time of this machine.
  var drawsFreely: Bool { stamper.isLocal }

  /// Spare bytes for padding, so that every smaller structure can be brought to the size.
  private static let padding = 16

  private func stamped(_ sign1: Sign1, by token: [UInt8]) -> Sign1 {
    sign1.with(
      unprotected: Map(
        credential.headers + [(HeaderLabel.timeStamp, TimeStampHeader.value(of: token))]))
  }
}
