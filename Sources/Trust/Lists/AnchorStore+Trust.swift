import BroadsealOpenSSL

extension AnchorStore {
  /// A store of `certificates`; nil when there is none.
  static func ifAny(
    _ certificates: [Certificate], name: String
  ) throws(TrustError) -> AnchorStore? {
    guard !certificates.isEmpty else { return nil }
    do throws(OpenSSLError) {
      return try AnchorStore(certificates)
    } catch {
      throw TrustError(.malformed, name, "an anchor cannot be used: \(error)")
    }
  }
}
