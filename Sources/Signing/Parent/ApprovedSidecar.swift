import BroadsealOpenSSL

/// What may lie beside a document as its label.
enum ApprovedSidecar {
  /// Whatever lies there: nobody had to approve.
  case any
  /// The one with this SHA-256, or none.
  case only([UInt8]?)

  /// Whether `store`, or the lack of one, is what was approved.
  func admits(_ store: [UInt8]?) throws(SigningError) -> Bool {
    guard case .only(let approved) = self else { return true }
    guard let store else { return approved == nil }
    do throws(OpenSSLError) {
      return try Digest.of(store, .sha256).bytes == approved
    } catch { throw SigningError(.internal, "\(error)") }
  }
}
