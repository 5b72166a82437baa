/// Whether a text without comments gets a wrapper.
package enum PlainTextUse: Hashable, Sendable {
  /// Plain text for people: yes.
  case embedded
  /// A table, or a text of which no more is known: a program may read it, so only on demand.
  case onDemand
  /// A format in which a wrapper is no part of the text: never.
  case read

  /// What holds for text of a media type.
  ///
  /// - Parameter isNamed: whether a known extension gave the media type.
  package init(mediaType: String, isNamed: Bool) {
    self =
      switch mediaType {
      case "text/plain": isNamed ? .embedded : .onDemand
      case "text/csv", "text/tab-separated-values": .onDemand
      default: .read
      }
  }
}
