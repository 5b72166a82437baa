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
