public import BroadsealBytes

/// One signed document whose label shall be stamped by a time-stamp authority once more.
public struct StampingRequest: Sendable {
  /// The agency that signs, as its profile names it.
  public struct Agency: Sendable, Hashable {
    /// Identifier of the agency.
    public let id: String
    /// Its jurisdiction.
    public let jurisdiction: String

    /// An agency by identifier and jurisdiction.
    public init(id: String, jurisdiction: String) {
      self.id = id
      self.jurisdiction = jurisdiction
    }
  }

  /// Path of the document; its label is inside it, or beside it.
  public var input: FilePath
  /// Where the result goes.
  public var destination: SigningRequest.Destination
  /// The agency that signs; an official label is only stamped by the agency that issued it.
  public var agency: Agency?
  /// Replaces an output that exists.
  public var overwrites = false

  /// A request to stamp the label of `input`.
  public init(input: FilePath, destination: SigningRequest.Destination, agency: Agency? = nil) {
    self.input = input
    self.destination = destination
    self.agency = agency
  }
}
