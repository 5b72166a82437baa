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
