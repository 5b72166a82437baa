import BroadsealCOSE
package import BroadsealNotes
import BroadsealOpenSSL

/// Signs bytes with a CMS message that stands in a file of its own (RFC 5652 §5.2, CAdES baseline), with
/// a time stamp of the signature: for files that no label can hold.
package struct DetachedSigner: Sendable {
  private let signer: PAdESSigner

  /// A signer with `credential`.
  ///
  /// - Throws: `SigningError` of kind `refused` for a key whose signatures CMS does not know.
  package init(
    _ credential: Credential, timeStamping: TimeStamping, environment: Environment
  ) throws(SigningError) {
    signer = try PAdESSigner(
      credential, TimeStamper(timeStamping, environment: environment))
    try credential.requireValidity(at: environment.now())
  }

  /// The message over `bytes`, in DER.
  ///
  /// - Parameter notes: receives a note for each time-stamp authority that failed.
  package func sign(_ bytes: [UInt8], notes: inout [Note]) throws(SigningError) -> [UInt8] {
    let digest: Digest
    do throws(OpenSSLError) {
      digest = try Digest.of(bytes, signer.digestAlgorithm)
    } catch { throw .cryptography(error) }
    switch try signer.sign(digest, size: .max, notes: &notes) {
    case .signed(let message, _): return message
    case .needsRoom: throw SigningError(.internal, "no size was given, and it does not fit")
    }
  }
}
