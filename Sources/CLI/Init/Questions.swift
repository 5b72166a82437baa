import BroadsealReporting
import Glibc

/// Questions to the person at the terminal, whose answers anybody may see.
struct Questions {
  private let wording: Wording
  /// Whether there is somebody to ask.
  let isAnswered: Bool

  /// Longest answer, in bytes.
  private static let longest = 4_096

  /// Questions in the language of `wording`; nobody answers where standard input is no terminal.
  init(_ wording: Wording) {
    self.wording = wording
    isAnswered = isatty(STDIN_FILENO) == 1
  }

  /// The answer; nil when there is none, or nobody to ask.
  ///
  /// - Parameter usual: the answer of whoever answers nothing, shown in brackets.
  func ask(_ english: String, _ japanese: String, usual: String? = nil) throws(Failure) -> String? {
    guard isAnswered else { return usual }
    let shown = usual.map { " [\(Untrusted.clean($0))]" } ?? ""
    Console.say(wording.say(english, japanese) + shown + ": ")
    guard let line = try Questions.line() else { throw Questions.unanswered }
    let answer = line.trimmed
    return answer.isEmpty ? usual : answer
  }

  /// The answer to one question without its blanks; nil when standard input is no terminal.
  static func ask(_ question: String) throws(Failure) -> String? {
    guard isatty(STDIN_FILENO) == 1 else { return nil }
    Console.say("broadseal: " + Untrusted.line(question) + " ")
    return (try line() ?? "").filter { !$0.isWhitespace }
  }

  /// Nobody answers any more.
  static let unanswered = Failure.usage("the questions were not answered")

  /// The next line of standard input; nil at its end.
  private static func line() throws(Failure) -> String? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while line.count < longest {
      let got = unsafe read(STDIN_FILENO, &byte, 1)
      if got < 0, errno == EINTR { continue }
      guard got == 1 else { return line.isEmpty ? nil : try text(line) }
      if byte == 0x0A { return try text(line) }
      line.append(byte)
    }
    throw .usage("an answer is longer than \(longest) bytes")
  }

  private static func text(_ line: [UInt8]) throws(Failure) -> String {
    guard let text = String(validating: line, as: UTF8.self) else {
      throw .usage("an answer is not in UTF-8")
    }
    return text
  }
}

extension String {
  /// The text without blanks at its ends.
  fileprivate var trimmed: String {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
