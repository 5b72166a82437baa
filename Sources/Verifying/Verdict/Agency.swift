/// A government agency, as a trust list names it.
public struct Agency: Sendable, Hashable {
  /// The list's identifier of the agency.
  public let id: String
  /// Its names by language tag (`en`, `ja`).
  public let names: [String: String]

  /// An agency under its identifier.
  public init(id: String, names: [String: String]) {
    self.id = id
    self.names = names
  }
}
