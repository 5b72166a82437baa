public import BroadsealBytes
import BroadsealOpenSSL
import Glibc

/// A program that holds a key: the bytes to sign go to its standard input, the signature comes from
/// its standard output.
///
/// No shell is involved: the first word is the program, the others are its arguments, each as it
/// stands. The name of the algorithm, `es256` for one, is in its environment as
/// `BROADSEAL_ALGORITHM`.
public struct SignerCommand: Sendable, Hashable {
  /// The program and its arguments.
  public let words: [String]
  /// Seconds after which the program and all that it started are killed.
  public let timeLimit: Int

  /// Seconds that a program has when nothing else is said.
  public static let defaultTimeLimit = 30
  /// Most seconds that can be given.
  public static let longestTimeLimit = 3_600
  /// Most bytes of an answer: no signature is longer.
  static let maximumAnswer = 4_096

  /// A command of these words.
  ///
  /// A program with a slash in its name is taken from `folder`, when that is given; one without is
  /// looked up in `PATH`.
  ///
  /// - Throws: `SigningError` of kind `credential` when there is no word, or the time is out of
  ///   range.
  public init(
    words: [String], folder: FilePath? = nil, timeLimit: Int = defaultTimeLimit
  ) throws(SigningError) {
    guard var program = words.first, !program.isEmpty,
      !words.contains(where: { $0.utf8.contains(0) })
    else { throw SigningError(.credential, "the signer command names no program") }
    guard (1...SignerCommand.longestTimeLimit).contains(timeLimit) else {
      throw SigningError(
        .credential, "the time limit is not 1 to \(SignerCommand.longestTimeLimit) seconds")
    }
    if let folder = folder?.text, program.utf8.contains(UInt8(ascii: "/")),
      !program.hasPrefix("/")
    {
      program = folder + "/" + program
    }
    self.words = [program] + words.dropFirst()
    self.timeLimit = timeLimit
  }

  /// A command given as one line, split into words at blanks and at nothing else.
  ///
  /// Quotes and backslashes are refused rather than understood in one of the many ways there are.
  ///
  /// - Throws: `SigningError` of kind `credential`.
  public init(
    line: String, folder: FilePath? = nil, timeLimit: Int = defaultTimeLimit
  ) throws(SigningError) {
    guard !line.contains(where: { "\"'\\`".contains($0) || $0.isNewline }) else {
      throw SigningError(
        .credential, "the signer command holds quotes, a backslash or a line break",
        hint: "words are split at blanks and no shell is used; a word with a blank in it goes into "
          + "a profile: command = [\"program\", \"one word\"]")
    }
    try self.init(
      words: line.split { $0 == " " || $0 == "\t" }.map(String.init), folder: folder,
      timeLimit: timeLimit)
  }

  /// As messages name it: the program alone, since arguments may hold what nobody should read.
  public var display: String { words.first ?? "" }
}

extension SignerCommand {
  /// What the command answers to `message`.
  func answer(
    to message: [UInt8], algorithm: SignatureAlgorithm
  ) throws(SigningError) -> [UInt8] {
    let process = try ChildProcess(
      words, variables: ["BROADSEAL_ALGORITHM": algorithm.name])
    let end: ChildProcess.End = BrokenPipe.ignored {
      process.exchange(
        message, seconds: timeLimit, maximumOutput: SignerCommand.maximumAnswer)
    }
    switch end {
    case .timedOut:
      throw SigningError(
        .signer, "the signer command \(display) did not answer within \(timeLimit) s",
        hint: "it was killed; --signer-timeout gives it more time")
    case .tooMuchOutput:
      throw SigningError(
        .signer, "the signer command \(display) wrote more than any signature has",
        hint: "only the bare signature may go to standard output")
    case .ended(let status, let output, let errors):
      guard status == 0 else {
        let how =
          status & 0x7F == 0 ? "ended with code \(status >> 8 & 0xFF)" : "was ended by a signal"
        throw SigningError(
          .signer, "the signer command \(display) \(how)\(SignerCommand.lastLine(errors))")
      }
      guard !output.isEmpty else {
        throw SigningError(
          .signer,
          "the signer command \(display) wrote no signature\(SignerCommand.lastLine(errors))")
      }
      return output
    }
  }

  /// Longest part of a program's complaint that is repeated, in characters.
  private static let longestComplaint = 200

  /// The last line that a program complained in, for the end of a message.
  private static func lastLine(_ errors: [UInt8]) -> String {
    let lines = String(decoding: errors, as: UTF8.self).split(whereSeparator: \.isNewline)
    guard let last = lines.last(where: { !$0.allSatisfy(\.isWhitespace) }) else { return "" }
    return ": " + last.prefix(longestComplaint)
  }
}
