/// What in a file shows that it is of a format.
enum Recognition: Sendable {
  /// Its first bytes: any of these.
  case opening([Opening])
  /// Its entries: it is an archive, which is read for it. An archive that shows no more than that it is
  /// one is of the format with the openings.
  case entries([Opening])
  /// The names in its root: it is a compound file, which is read for them. One that shows no more is of the
  /// format with the openings.
  ///
  /// - Parameter kinds: the formats whose names it bears, when it is encrypted.
  case streams([Opening], kinds: [String])
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
    case .opening(let openings), .entries(let openings), .streams(let openings, _):
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

/// Fixed bytes at the start of a file that show its format.
struct Opening: Sendable {
  private let parts: [(offset: Int, bytes: [UInt8])]
  private let minimum: Int
  private let followsTag: Bool
  private let test: (@Sendable (ArraySlice<UInt8>) -> Bool)?
  /// The media type that they show; nil when they leave it open which of the format's it is.
  let mediaType: String?

  /// `bytes` from the start on.
  ///
  /// - Parameters:
  ///   - minimum: the size below which a file is none of it.
  ///   - test: what else has to hold of the first bytes.
  init(
    _ bytes: [UInt8], minimum: Int = 0, test: (@Sendable (ArraySlice<UInt8>) -> Bool)? = nil
  ) {
    self.init([(0, bytes)], minimum: minimum, test: test)
  }

  /// The letters of `text`, which stand at `offset`; behind an ID3 tag, if `followsTag`.
  ///
  /// - Parameter mediaType: the media type that they show.
  init(
    _ text: String, at offset: Int = 0, minimum: Int = 0, followsTag: Bool = false,
    shows mediaType: String? = nil
  ) {
    self.init(
      [(offset, Array(text.utf8))], minimum: minimum, followsTag: followsTag, shows: mediaType)
  }

  /// Bytes at several offsets.
  init(
    _ parts: [(offset: Int, bytes: [UInt8])], minimum: Int = 0, followsTag: Bool = false,
    shows mediaType: String? = nil, test: (@Sendable (ArraySlice<UInt8>) -> Bool)? = nil
  ) {
    self.parts = parts
    self.minimum = minimum
    self.followsTag = followsTag
    self.mediaType = mediaType
    self.test = test
  }

  /// The letters of `text`, and those of `form` behind the size that RIFF and its kin state.
  init(_ text: String, form: String) {
    self.init([(0, Array(text.utf8)), (8, Array(form.utf8))])
  }

  /// How much the bytes of `beginning` speak for the format; nil when they are not these.
  ///
  /// Of two formats the one whose opening fixes more bytes is the file's; but bytes behind a length,
  /// which may be anything, tell less than any at the very start.
  func weight(in beginning: Beginning) -> Int? {
    let head = followsTag ? beginning.behindTag : beginning.head
    guard head.count >= minimum else { return nil }
    var weight = followsTag ? ID3Tag.headerLength : 0
    for part in parts {
      guard head.dropFirst(part.offset).starts(with: part.bytes) else { return nil }
      weight += part.bytes.count
    }
    guard test?(head) ?? true else { return nil }
    return parts.contains { $0.offset == 0 } ? weight + Opening.headStart : weight
  }

  /// More than any opening fixes.
  private static let headStart = 256
}
