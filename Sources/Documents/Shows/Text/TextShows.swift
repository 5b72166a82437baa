/// Looks through text for characters that change the order in which it is shown, for characters that
/// nobody sees, and for phrases that address a language model.
///
/// It is fed piece by piece; no piece ends within a character. Bytes that are no UTF-8 stand for themselves
/// alone: what is around them is looked at all the same.
struct TextShows {
  /// What was found, with the first offset of each.
  private(set) var found: [ShowCode: Int] = [:]
  private var phrases = ModelPhrases()
  /// How many characters that nobody sees stand side by side, up to here.
  private var unseen = 0
  /// How many marks of direction stand side by side, up to here.
  private var marks = 0
  /// The letter before such characters, when it is one of ASCII.
  private var before: UInt8 = 0
  /// Characters that are seen since the last soft hyphen; nil before the first.
  private var sinceHyphen: Int?
  /// Whether the tags of a flag are being spelled.
  private var isFlag = false
  /// What of an emoji stands before, and where a joiner behind its selector waits for the next picture.
  private var emoji = Emoji.none
  private var joiner: Int?

  private enum Emoji { case none, picture, presented }

  /// Takes text in UTF-8 that stands at `offset`.
  mutating func take(_ text: some BidirectionalCollection<UInt8>, at offset: Int) {
    let isASCII = text.allSatisfy { $0 < 0x80 }
    if isASCII {
      for byte in text.prefix(1) { afterUnseen(byte, at: offset) }
      if text.dropFirst().first != nil { sinceHyphen = nil }
      phrases.take(text, at: offset)
    } else {
      takeScalars(text, at: offset)
    }
    if let last = text.last { before = last < 0x80 ? last : 0 }
    if let place = phrases.found { note(.textModel, at: place) }
  }

  /// Ends the text.
  mutating func finish() {
    phrases.finish()
    endJoiner()
    if let place = phrases.found { note(.textModel, at: place) }
  }

  /// Notes what was found in `findings`.
  mutating func report(to findings: inout ShowFindings) {
    finish()
    for (code, offset) in found { findings.add(code, at: offset) }
  }

  private mutating func note(_ code: ShowCode, at offset: Int) {
    found[code] = min(found[code] ?? offset, offset)
  }

  private mutating func takeScalars(_ text: some BidirectionalCollection<UInt8>, at offset: Int) {
    var place = offset
    var visible: [UInt8] = []
    visible.reserveCapacity(text.count)
    var bytes = text.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    while true {
      switch parser.parseScalar(from: &bytes) {
      case .valid(let encoded):
        take(Unicode.UTF8.decode(encoded), at: place, into: &visible)
        place += encoded.count
      case .error(let length):
        take("\u{FFFD}", at: place, into: &visible)
        place += length
      case .emptyInput: return phrases.take(visible, at: offset)
      }
    }
  }

  private mutating func take(
    _ scalar: Unicode.Scalar, at place: Int, into visible: inout [UInt8]
  ) {
    if let joiner, !TextShows.isPicture(scalar) { note(.textInvisible, at: joiner) }
    joiner = nil
    let shown = emoji
    emoji = .none
    switch scalar.value {
    case 0..<0x80:
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      afterUnseen(byte, at: place)
      before = byte
      visible.append(byte)
    // Embeddings, overrides and isolates (UAX #9 §2). Marks alone are common in Arabic and Hebrew.
    case 0x202A...0x202E, 0x2066...0x2069: note(.textBidirectional, at: place)
    // The parts of an emoji, each with a selector of its own or without (UTS #51, ED-16): only before a picture.
    case 0x200D where shown == .presented && unseen == 1: joiner = place
    case 0x200B...0x200D, 0x2060...0x2065, 0x206A...0x206F, 0x180E, 0xFEFF, 0x034F, 0x115F, 0x1160:
      // One joiner is spelling; two side by side, or an operator that nobody sees, are not.
      unseen += 1
      if unseen > 1 || (0x2061...0x206F).contains(scalar.value) { note(.textInvisible, at: place) }
    // A soft hyphen shows where a word may break: not before each of its letters.
    case 0xAD:
      if let since = sinceHyphen, since < 2 { note(.textInvisible, at: place) }
      sinceHyphen = 0
    // Marks of direction turn nothing by themselves; many side by side spell something.
    case 0x200E, 0x200F, 0x061C:
      marks += 1
      if marks > 2 { note(.textInvisible, at: place) }
    // The rest of what is ignored by default (Unicode, Default_Ignorable_Code_Point), and the notes between lines.
    case 0x17B4, 0x17B5, 0x3164, 0xFFA0, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A,
      0xE0080...0xE00FF, 0xE01F0...0xE0FFF:
      note(.textInvisible, at: place)
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x180B...0x180D, 0x180F:
      // One selector chooses a form of the character before it; more of them say something.
      unseen += 1
      if scalar.value == 0xFE0F, shown == .picture { emoji = .presented }
      if unseen > 1 { note(.textInvisible, at: place) }
    case 0xE0000...0xE007F:
      if !isFlag { note(.textInvisible, at: place) }
    default:
      unseen = 0
      marks = 0
      sinceHyphen = sinceHyphen.map { $0 + 1 }
      before = 0
      isFlag = scalar.value == 0x1F3F4
      if TextShows.isPicture(scalar) { emoji = .picture }
      visible += Array(scalar.utf8)
    }
  }

  /// A word that is cut by something unseen reads as one word to people and as two to programs.
  private mutating func afterUnseen(_ byte: UInt8, at place: Int) {
    if unseen > 0, before.isLetter, byte.isLetter { note(.textInvisible, at: place) }
    endJoiner()
    unseen = 0
    marks = 0
    sinceHyphen = byte.isLetter ? sinceHyphen.map { $0 + 1 } : nil
    isFlag = false
  }

  /// A joiner that joins no picture is one of several characters that nobody sees.
  private mutating func endJoiner() {
    if let joiner { note(.textInvisible, at: joiner) }
    (joiner, emoji) = (nil, .none)
  }

  /// Whether `scalar` is an emoji that sequences are made of: no letter of a flag, no part of a keycap.
  private static func isPicture(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x7F && scalar.properties.isEmoji && !(0x1F1E6...0x1F1FF).contains(scalar.value)
  }
}
