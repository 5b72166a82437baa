package import BroadsealOpenSSL

/// Whom the user believes outside of government lists.
///
/// Nothing in it can make a document official: a C2PA anchor vouches for products.
package struct TrustAnchors: Sendable {
  /// Anchors of claim signers; nil when none was given.
  package let claimAnchors: AnchorStore?
  /// Anchors of time-stamping authorities; nil when none was given.
  package let tsaAnchors: AnchorStore?
  /// SHA-256 of end-entity certificates that the user believes by hand, lower-case hexadecimal.
  package let allowed: Set<String>
  /// Object identifiers of the purposes of which a signer must have one.
  package let acceptedPurposes: Set<String>
  /// SHA-256 over all of it: part of the key under which chain results are kept.
  package let fingerprint: Digest

  /// The purposes that C2PA accepts without settings (C2PA 2.4 §14.5.1), and those of documents.
  package static let defaultPurposes: Set<String> = [
    Purpose.claimSigning, Purpose.documentSigning, Purpose.emailProtection,
  ]

  /// Anchors from certificates; `furtherPurposes` are accepted beside the default ones.
  ///
  /// - Throws: `.malformed` for a purpose that is no object identifier, or that would accept any
  ///   certificate, or one made for another trade.
  package init(
    claimAnchors: [Certificate] = [], tsaAnchors: [Certificate] = [],
    allowed: [Certificate] = [], furtherPurposes: [String] = []
  ) throws(TrustError) {
    for purpose in furtherPurposes where !ObjectIdentifier.isValid(purpose) {
      throw TrustError(.malformed, purpose, "not an object identifier")
    }
    self.claimAnchors = try AnchorStore.ifAny(claimAnchors, name: "claim anchors")
    self.tsaAnchors = try AnchorStore.ifAny(tsaAnchors, name: "time-stamp anchors")
    self.allowed = Set(allowed.map(\.sha256))
    // Settings files of C2PA tools name these as well; none of them is a purpose of a claim signer
    // (C2PA 2.4 §14.5.1.1).
    acceptedPurposes = TrustAnchors.defaultPurposes.union(furtherPurposes).subtracting([
      Purpose.any, Purpose.timeStamping, Purpose.ocspSigning,
    ])
    fingerprint = try Fingerprint.of([
      claimAnchors.map(\.sha256), tsaAnchors.map(\.sha256), allowed.map(\.sha256),
      Array(acceptedPurposes),
    ])
  }
}

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
