extension BroadsealLabel {
  /// What an issuer declares about AI.
  package struct AI: Hashable, Sendable {
    /// Whether a model made or changed the document.
    package enum Use: String, CaseIterable, Sendable {
      /// No generative AI was used.
      case noneUsed = "none"
      /// A model made the document.
      case generated
      /// A model changed part of it.
      case altered
    }

    /// Whether a model made or changed the document.
    package let use: Use
    /// Which part of the document, or which task.
    package let scope: String?
    /// Who offers the system.
    package let provider: String?
    /// Name of the system.
    package let system: String?
    /// Version of the system.
    package let version: String?
    /// Unique identifier of this piece of content.
    package let uniqueID: String
    /// Whether it shows real people or events as they were not.
    package let deepfake: Bool?
    /// Whether a person reviewed it before it was issued.
    package let humanReview: Bool?
    /// Role that holds editorial responsibility.
    package let editorialResponsibility: String?

    /// A statement to write.
    package init(
      use: Use, uniqueID: String, scope: String? = nil, provider: String? = nil,
      system: String? = nil, version: String? = nil, deepfake: Bool? = nil,
      humanReview: Bool? = nil, editorialResponsibility: String? = nil
    ) {
      self.use = use
      self.scope = scope
      self.provider = provider
      self.system = system
      self.version = version
      self.uniqueID = uniqueID
      self.deepfake = deepfake
      self.humanReview = humanReview
      self.editorialResponsibility = editorialResponsibility
    }

    /// What the statement declares, on the scale of the other statements about AI.
    package var declaration: AIDeclaration {
      switch use {
      case .noneUsed: .noneDeclared
      case .generated: .generated
      case .altered: .altered
      }
    }
  }
}
