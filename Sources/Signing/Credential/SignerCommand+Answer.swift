import BroadsealBytes
import BroadsealOpenSSL
import Glibc

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
