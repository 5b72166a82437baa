/// What in a file shows that it is of a format.
enum Recognition: Sendable {
  /// Its first bytes: any of these.
  case opening([Opening])
  /// Its entries: it is an archive, which is read for it. An archive that shows no more than that it is
  /// one is of the format with the openings.
  case entries([Opening])
  /// How its text begins.
  case text(TextSign)
  /// That it holds nothing.
  case nothing
  /// Nothing in it: no other format is shown.
  case rest

  /// How much the first bytes speak for the format, and the media type that they show; nil when they are
  /// not its own, or none have to be.
  func evidence(in beginning: Beginning) -> Evidence? {
    switch self {
    case .opening(let openings), .entries(let openings):
      var best: Evidence?
      for opening in openings {
        guard let weight = opening.weight(in: beginning), weight > best?.weight ?? -1 else {
          continue
        }
        best = Evidence(weight: weight, mediaType: opening.mediaType)
      }
      return best
    case .text, .nothing, .rest: return nil
    }
  }

  /// How much of `text` speaks for it; nil when something speaks against it.
  func evidence(in text: TextBeginning) -> Evidence? {
    guard case .text(let sign) = self else { return nil }
    return sign.weight(text).map { Evidence(weight: $0, mediaType: nil) }
  }

  /// What speaks for a format.
  struct Evidence {
    /// How much it is.
    let weight: Int
    /// The media type that is shown by it; nil when that is left open.
    let mediaType: String?
  }
}

/// How text shows what it is.
struct TextSign: Sendable {
  /// Whether that proves it, so that a name can contradict it.
  let proves: Bool
  /// Kinds of text that such a file looks like when its sign stands too far behind.
  let others: [String]
  /// How much of the beginning speaks for it: 0 where nothing speaks against it, nil otherwise.
  let weight: @Sendable (TextBeginning) -> Int?
}
