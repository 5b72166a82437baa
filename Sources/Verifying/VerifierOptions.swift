/// How strictly and how thoroughly to verify.
public struct VerifierOptions: Sendable, Hashable {
  /// Whether "official" also needs proof that the signer's certificate was not revoked. Without
  /// it, missing revocation data is no obstacle; a proved revocation always is.
  public var isStrict: Bool
  /// Whether to look for `FILE.EXT.c2pa` when a document carries no store of its own.
  public var looksForSidecar: Bool
  /// Whether the verdict states the SHA-256 of the whole file even where that means a second
  /// digest over the same bytes.
  public var digestsFile: Bool
  /// Largest file that is judged, in bytes; a larger one is not opened, and its verdict says so. Nil:
  /// any.
  public var maximumSize: Int?

  /// The defaults: not strict, sidecars are looked for, the whole file is digested.
  public init(
    isStrict: Bool = false, looksForSidecar: Bool = true, digestsFile: Bool = true,
    maximumSize: Int? = nil
  ) {
    self.isStrict = isStrict
    self.looksForSidecar = looksForSidecar
    self.digestsFile = digestsFile
    self.maximumSize = maximumSize
  }
}
