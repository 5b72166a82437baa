/// The origin axis of a label: the statement that a document is an official one.
///
/// Written as `origin` of `org.broadseal.label`, in `created_assertions` only. It says what the
/// signer claims; whether it is believed depends on the reader's government trust list.
public struct OfficialOrigin: Sendable, Hashable {
  /// `US`, `JP`, a subdivision such as `JP-13` or `US-CA`, or `INT`.
  public var jurisdiction: String
  /// Who issues the document.
  public var agency: Agency
  /// Unit within the agency.
  public var office: String?
  /// Reference number of the document.
  public var reference: String?
  /// Where the document is published.
  public var url: String?
  /// Language of the document as a BCP 47 tag.
  public var language: String?

  /// An origin in `jurisdiction`; the other members are set where they are known.
  public init(jurisdiction: String, agency: Agency) {
    self.jurisdiction = jurisdiction
    self.agency = agency
  }
}

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
