/// What a signature says about a document: who issued it, and how AI was used.
public struct Label: Sendable, Hashable {
  /// Origin, when the document is official; nil for a plain AI label.
  public var official: OfficialOrigin?
  /// The declared use of AI: always stated.
  public var ai: AIStatement
  /// Approval by the agency, where it is recorded.
  public var approval: Approval?
  /// Reference or manifest label of the document that this one replaces.
  public var supersedes: String?

  /// An official label when `official` is given, else a plain statement about AI.
  public init(official: OfficialOrigin? = nil, ai: AIStatement) {
    self.official = official
    self.ai = ai
  }
}
