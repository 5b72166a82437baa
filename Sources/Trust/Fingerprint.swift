import BroadsealOpenSSL

/// One digest for a bundle of settings, the same whatever order they were given in.
enum Fingerprint {
  /// SHA-256 over groups of texts; within a group neither order nor repetition matters.
  static func of(_ groups: [[String]]) throws(TrustError) -> Digest {
    let text = groups.map { Set($0).sorted().joined(separator: "\n") }.joined(separator: "\n\n")
    do throws(OpenSSLError) {
      return try Digest.of(Array(text.utf8), .sha256)
    } catch {
      throw TrustError(.unreadable, "trust", error.description)
    }
  }
}
