public import BroadsealNotes

/// The third axis of a verdict: what the issuer declares about AI. Declared, never detected.
public struct AIUse: Sendable, Hashable {
  /// The strongest statement that was found.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// The issuer states that no generative AI was used.
    case noneDeclared = "none-declared"
    /// Made by a generative model.
    case generated
    /// Part of it was made or changed by a generative model.
    case altered
    /// Something is stated that does not say whether AI was used. Never read as human-made.
    case unknown
    /// Two statements contradict each other, or an unsigned hint contradicts the signed statement.
    case conflict
    /// Nothing is stated.
    case notStated = "not-stated"
  }

  /// One statement that the status rests on.
  public struct Basis: Sendable, Hashable {
    /// Where it stands, as a JUMBF URI.
    public let place: String
    /// What carries it: `digitalSourceType`, `c2pa.ai-disclosure`, `org.broadseal.label`.
    public let field: String
    /// The value that was read, as received. An attacker's text in an unproved manifest.
    public let value: String
    /// What this statement alone would amount to.
    public let reading: Status

    /// A statement at `place`.
    public init(place: String, field: String, value: String, reading: Status) {
      self.place = place
      self.field = field
      self.value = value
      self.reading = reading
    }
  }

  /// The strongest statement that was found.
  public let status: Status
  /// Name of the model or tool that the issuer names.
  public let system: String?
  /// Its version.
  public let version: String?
  /// Who provides it.
  public let provider: String?
  /// What AI was used for, in the issuer's words.
  public let scope: String?
  /// Every statement that the status rests on, the active manifest's first.
  public let basis: [Basis]
  /// Unsigned hints found in the file; they can only raise `conflict`.
  public let hints: [Note]
  /// What the label of this version states by itself. `status` is another where something that the document was made
  /// from says more.
  public let stated: Status
  /// Whether no label but those of this signer's key says that AI was used.
  public let isOfSignerAlone: Bool

  /// A declared use.
  ///
  /// - Parameter stated: what the label states by itself; nil: what `status` says.
  public init(
    status: Status, system: String? = nil, version: String? = nil, provider: String? = nil,
    scope: String? = nil, basis: [Basis] = [], hints: [Note] = [], stated: Status? = nil,
    isOfSignerAlone: Bool = true
  ) {
    self.stated = stated ?? status
    self.isOfSignerAlone = isOfSignerAlone
    self.status = status
    self.system = system
    self.version = version
    self.provider = provider
    self.scope = scope
    self.basis = basis
    self.hints = hints
  }
}
