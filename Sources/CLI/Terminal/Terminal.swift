import BroadsealReporting
import Glibc

/// What a stream can show: whether a person looks at it, in colour or not, and how wide it is.
struct Terminal: Sendable {
  /// Whether the stream is a terminal.
  let isInteractive: Bool
  /// Whether to colour; never when the stream is no terminal.
  let isColoured: Bool
  /// Columns; 80 where it cannot be known.
  let width: Int

  /// A stream of these abilities.
  init(isInteractive: Bool, isColoured: Bool, width: Int) {
    self.isInteractive = isInteractive
    self.isColoured = isColoured
    self.width = width
  }

  /// Looks at an open stream. `NO_COLOR` with any value, and `TERM=dumb`, switch colour off.
  init(of descriptor: Int32) {
    let isTerminal = isatty(descriptor) == 1
    var size = winsize()
    let known = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    self.init(
      isInteractive: isTerminal,
      isColoured: isTerminal && Terminal.variable("NO_COLOR")?.isEmpty ?? true
        && Terminal.variable("TERM") != "dumb",
      width: known ? Int(size.ws_col) : 80)
  }

  /// The value of an environment variable.
  static func variable(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// How a text is made to stand out.
  enum Style: String {
    case bold = "1"
    case green = "32"
    case red = "31"
    case yellow = "33"
    case dim = "2"
  }

  /// `text` in `style`, where colour is shown.
  func styled(_ text: String, _ style: Style) -> String {
    isColoured ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// A sentence: names from trust lists stand out, other people's words never do.
  func render(_ sentence: Sentence) -> String {
    sentence.pieces.map { piece in
      switch piece {
      case .own(let text), .quoted(let text): text
      case .listed(let text): styled(text, .bold)
      }
    }.joined()
  }

  /// `text` in the colour of a tone.
  func toned(_ text: String, _ tone: AxisLine.Tone) -> String {
    switch tone {
    case .good: styled(text, .green)
    case .bad: styled(text, .red)
    case .caution: styled(text, .yellow)
    case .neutral: text
    }
  }
}

extension String {
  /// Columns that the text takes on a terminal: wide East Asian characters count twice.
  var columns: Int {
    // Signs that join no other are a column each: to find where characters end takes many times as long.
    let scalars = unicodeScalars
    return scalars.allSatisfy(String.standsAlone)
      ? scalars.count : reduce(0) { $0 + $1.columns }
  }

  /// Whether the scalar takes one column, and never makes one character with others of these: printing ASCII,
  /// dashes, quotes and dots, arrows and signs up to the dingbats.
  private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0x2010...0x2027, 0x2190...0x27BF: true
    default: false
    }
  }

  /// As much of the text as `columns` columns hold.
  func prefix(columns: Int) -> Substring {
    var left = columns
    return prefix { character in
      left -= character.columns
      return left >= 0
    }
  }

  /// The text with spaces after it up to `width` columns.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - columns))
  }
}

extension Character {
  fileprivate var columns: Int {
    guard let first = unicodeScalars.first else { return 0 }
    switch first.value {
    case 0x2066...0x2069, 0x200B...0x200F, 0x202A...0x202E: return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
