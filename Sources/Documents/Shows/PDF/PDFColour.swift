/// A colour of a content stream, as far as it can be told that it is white (ISO 32000-2 §8.6).
struct PDFColour {
  /// How the numbers of a colour are read.
  enum Space {
    /// More is lighter: grey and red, green and blue.
    case light
    /// More is darker: inks.
    case ink
    /// A pattern, an index, a scale of its own.
    case unknown
  }

  /// Whether it is white, or so near that nobody sees it on white.
  let isWhite: Bool
  /// Whether it can be told at all.
  let isKnown: Bool

  /// Black, with which every page begins.
  static let black = PDFColour(isWhite: false, isKnown: true)
  /// One of which nothing can be told.
  static let unknown = PDFColour(isWhite: false, isKnown: false)

  private init(isWhite: Bool, isKnown: Bool) {
    self.isWhite = isWhite
    self.isKnown = isKnown
  }

  /// The colour of `numbers` in `space`.
  init(_ numbers: [Double], _ space: Space) {
    switch space {
    case .light:
      self.init(isWhite: !numbers.isEmpty && numbers.allSatisfy { $0 >= 0.97 }, isKnown: true)
    case .ink:
      self.init(isWhite: !numbers.isEmpty && numbers.allSatisfy { $0 <= 0.03 }, isKnown: true)
    case .unknown: self = .unknown
    }
  }
}
