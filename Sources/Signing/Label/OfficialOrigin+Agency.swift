extension OfficialOrigin {
  /// The agency that issues a document, as a government trust list knows it.
  public struct Agency: Sendable, Hashable {
    /// Stable identifier, equal to the `agency.id` of the list's scope.
    public var id: String
    /// Name in English.
    public var english: String?
    /// Name in Japanese.
    public var japanese: String?

    /// An agency known by `id`, with its names.
    public init(id: String, english: String? = nil, japanese: String? = nil) {
      self.id = id
      self.english = english
      self.japanese = japanese
    }
  }
}
