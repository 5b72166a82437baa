import OpenSSL

extension AnchorStore {
  /// A store of `certificates`, each once; nil when there is none.
  static func ifAny(
    _ certificates: [Certificate], name: String
  ) throws(TrustError) -> AnchorStore? {
    var seen: Set<Certificate> = []
    let unique = certificates.filter { seen.insert($0).inserted }
    guard !unique.isEmpty else { return nil }
    do throws(OpenSSLError) {
      return try AnchorStore(unique)
    } catch {
      throw TrustError(.malformed, name, "an anchor cannot be used: \(error)")
    }
  }
}
