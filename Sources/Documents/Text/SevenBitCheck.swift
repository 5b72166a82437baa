import BroadsealBytes

/// Whether text of ASCII bytes may be read as other characters: in HZ (RFC 1843) or in UTF-7 (RFC 2152). The first
/// character of UTF-8 in such a text would spoil it.
///
/// Fed in parts of any length. ISO-2022 needs control characters, which `EncodingCheck` finds.
struct SevenBitCheck {
  private var chinese = HZRun()
  private var unicode = UTF7Run()

  /// Looks at the next bytes, all of them below 0x80.
  mutating func feed(_ span: RawSpan) {
    // Locals: the loop runs once a byte.
    var (chinese, unicode) = (chinese, unicode)
    for index in 0..<span.byteCount {
      let byte = unsafe span.unsafeLoad(fromUncheckedByteOffset: index, as: UInt8.self)
      if chinese.isWithin || byte == UInt8(ascii: "~") { chinese.take(byte) }
      if unicode.isWithin || byte == UInt8(ascii: "+") { unicode.take(byte) }
    }
    (self.chinese, self.unicode) = (chinese, unicode)
  }

  /// Says that the text is over; whether it may be in one of the two.
  mutating func finish() -> Bool {
    unicode.finish()
    return chinese.isFound || unicode.isFound
  }
}

/// A run of HZ: `~{`, characters of two bytes, `~}`, all in one line.
private struct HZRun {
  private enum State { case outside, tilde, first, second, end }
  private var state = State.outside
  private var characters = 0
  /// Whether a whole run was met.
  private(set) var isFound = false
  /// Whether the next byte matters whatever it is.
  var isWithin: Bool { state != .outside }

  mutating func take(_ byte: UInt8) {
    switch (state, byte) {
    case (.outside, UInt8(ascii: "~")): state = .tilde
    case (.tilde, UInt8(ascii: "{")): (state, characters) = (.first, 0)
    case (.first, 0x21...0x77): state = .second
    case (.second, 0x21...0x7E): (state, characters) = (.first, characters + 1)
    case (.first, UInt8(ascii: "~")): state = .end
    case (.end, UInt8(ascii: "}")):
      if characters > 0 { isFound = true }
      state = .outside
    default: state = .outside
    }
  }
}

/// What UTF-7 makes of a text: every `+` begins a run in Base64 of characters that are not ASCII, or is `+-`.
///
/// One `+` that does neither, as in `1 + 1`, shows that the text is none. So does a run of one character without its
/// `-`, which words behind a plus sign easily look like.
private struct UTF7Run {
  private enum State { case outside, opened, inside }
  private var state = State.outside
  private var bits: UInt32 = 0
  private var count = 0
  private var characters = 0
  /// The first half of a character outside the basic plane.
  private var high: UInt32?
  private var isSound = true
  private var hasRun = false
  /// Whether all runs so far are sound, and there is one.
  var isFound: Bool { isSound && hasRun }
  var isWithin: Bool { state != .outside }

  mutating func take(_ byte: UInt8) {
    switch state {
    case .outside: state = .opened
    case .opened, .inside:
      guard let digit = UTF7Run.digit(byte) else { return close(byte) }
      if state == .opened { (bits, count, characters, high) = (0, 0, 0, nil) }
      state = .inside
      bits = bits << 6 | digit
      count += 6
      guard count >= 16 else { return }
      count -= 16
      add(bits >> UInt32(count) & 0xFFFF)
      bits &= (1 << UInt32(count)) - 1
    }
  }

  /// Says that the text is over.
  mutating func finish() {
    if state != .outside { close(nil) }
  }

  private mutating func close(_ byte: UInt8?) {
    let hyphen = byte == UInt8(ascii: "-")
    if state == .opened {
      if !hyphen { isSound = false }
    } else {
      let isWhole = count < 6 && bits == 0 && high == nil
      if !isWhole || characters == 0 || characters == 1 && !hyphen { isSound = false }
      hasRun = true
    }
    state = .outside
  }

  private mutating func add(_ unit: UInt32) {
    characters += 1
    var value = unit
    switch (unit, high) {
    case (0xD800...0xDBFF, nil):
      high = unit
      return
    case (0xDC00...0xDFFF, let first?):
      high = nil
      value = 0x1_0000 + (first & 0x3FF) << 10 + unit & 0x3FF
    case (_, nil): break
    case (_, _?): isSound = false
    }
    guard value >= 0x80, let character = Unicode.Scalar(value) else {
      isSound = false
      return
    }
    switch character.properties.generalCategory {
    case .unassigned, .privateUse, .control: isSound = false
    default: break
    }
  }

  /// The six bits that a letter of Base64 stands for.
  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte) - 0x41
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte) - 0x61 + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 0x30 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
