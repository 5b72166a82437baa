/// The AI axis of a label: what was done with AI, and with which system.
///
/// It is written as `digitalSourceType` of the actions, as `c2pa.ai-disclosure` (C2PA 2.4) when a
/// model took part, and in `org.broadseal.label`.
public struct AIStatement: Sendable, Hashable {
  /// Whether a model made or changed the document.
  public var use: Use
  /// Which part of the document, or which task: `summary on page 1`.
  public var scope: String?
  /// Who offers the system.
  public var provider: String?
  /// Name of the system.
  public var system: String?
  /// Version of the system.
  public var version: String?
  /// Unique identifier of this piece of content; made at signing when nil.
  public var uniqueID: String?
  /// Whether the content shows real people or events as they were not.
  public var deepfake: Bool?
  /// Whether a person reviewed the content before it was issued.
  public var humanReview: Bool?
  /// Who reviewed it, when, and which version; only where `humanReview` is true.
  public var review: HumanReview?
  /// Role, never a name, that holds editorial responsibility.
  public var editorialResponsibility: String?

  /// A statement of `use` alone; the other members are set where they are known.
  public init(_ use: Use) {
    self.use = use
  }
}

extension AIStatement {
  /// What the issuer declares about generative AI in a document.
  ///
  /// There is no default: nobody labels a document free of AI by forgetting to say so.
  public enum Use: String, Sendable, Hashable, CaseIterable {
    /// No generative AI was used.
    case none
    /// A model made the document.
    case generated
    /// A model changed part of a document that people made.
    case altered
  }
}
