/// The Government Trust List on which an agency was found.
public struct RecognisedList: Sendable, Hashable {
  /// Scheme name of the list.
  public let name: String
  /// Its `LoTESequenceNumber`.
  public let sequence: Int
  /// Name of the list that recognises this one, when recognition came over one hop.
  public let recognisedBy: String?

  /// A list by name and sequence number.
  public init(name: String, sequence: Int, recognisedBy: String? = nil) {
    self.name = name
    self.sequence = sequence
    self.recognisedBy = recognisedBy
  }
}
