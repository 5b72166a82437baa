/// A sentence for people, in pieces that may not look alike.
package struct Sentence: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// A piece of a sentence.
  package enum Piece: Sendable, Hashable {
    /// The house's own words.
    case own(String)
    /// A name out of a trust list that was proved.
    case listed(String)
    /// Words of a certificate or a manifest, quoted and isolated.
    case quoted(String)
  }

  /// The pieces in order.
  package let pieces: [Piece]

  /// A sentence of the house's own words.
  package init(stringLiteral text: String) {
    pieces = [.own(text)]
  }

  /// A sentence with other people's words in it.
  package init(stringInterpolation: Interpolation) {
    pieces = stringInterpolation.pieces
  }

  /// A sentence of these pieces.
  package init(_ pieces: [Piece]) {
    self.pieces = pieces
  }

  /// The sentence without any styling.
  package var text: String {
    pieces.map { piece in
      switch piece {
      case .own(let text), .listed(let text), .quoted(let text): text
      }
    }.joined()
  }

  /// This sentence followed by another.
  package static func + (left: Sentence, right: Sentence) -> Sentence {
    Sentence(left.pieces + right.pieces)
  }

  /// Where each piece comes from must be said: there is no plain `\(text)`.
  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var pieces: [Piece] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { pieces.append(.own(literal)) }
    }

    /// The house's own words.
    package mutating func appendInterpolation(own text: String) {
      pieces.append(.own(text))
    }

    /// A name out of a trust list that was proved.
    package mutating func appendInterpolation(listed text: String) {
      pieces.append(.listed(Untrusted.clean(text)))
    }

    /// Words of a certificate or a manifest.
    package mutating func appendInterpolation(quoted text: String, _ language: Language) {
      pieces.append(.quoted(Untrusted.quoted(text, in: language)))
    }
  }
}

/// One of the three lines about a file: a word, a symbol and a sentence, which say the same thing.
package struct AxisLine: Sendable, Hashable {
  /// How the line is coloured; colour never says anything alone.
  package enum Tone: Sendable, Hashable {
    /// What was hoped for.
    case good
    /// What a reader must not rely on.
    case bad
    /// What a reader should look at.
    case caution
    /// Neither.
    case neutral
  }

  /// The axis: `Integrity`.
  package let name: String
  /// The state as one sign: `✓`.
  package let symbol: String
  /// How the line is coloured.
  package let tone: Tone
  /// The state as a sentence.
  package let sentence: Sentence

  /// The same line with the sign of what a reader should look at.
  package var cautioned: AxisLine {
    AxisLine(name: name, symbol: "?", tone: .caution, sentence: sentence)
  }
}
