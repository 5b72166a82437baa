import BroadsealNotes
import TestSupport
import Testing

/// One attempt against a whole run of the program, and how the run must end.
struct ThreatRun: Sendable, CustomTestStringConvertible {
  /// Which threat it is.
  let threat: Threat
  /// What is done, in one line.
  let attack: String
  /// How the run must end.
  let exit: Int32
  /// What it must say, on either stream; nil: it must open no socket.
  let words: String?
  /// The words of the run.
  let arguments: @Sendable (Scratch) throws -> [String]
  /// What must not have happened afterwards, or must; nil: nothing more is asked.
  var check: (@Sendable (Scratch) -> Bool)?

  init(
    _ threat: Threat, _ attack: String, _ exit: Int32, says words: String?,
    check: (@Sendable (Scratch) -> Bool)? = nil,
    _ arguments: @escaping @Sendable (Scratch) throws -> [String]
  ) {
    self.threat = threat
    self.attack = attack
    self.exit = exit
    self.words = words
    self.check = check
    self.arguments = arguments
  }

  var testDescription: String { "\(threat.code): \(attack)" }
}
