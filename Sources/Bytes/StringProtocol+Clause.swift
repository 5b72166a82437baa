extension StringProtocol {
  /// The sentence as a part of another: its first letter is small.
  package var asClause: String { prefix(1).lowercased() + dropFirst() }
}
