import Broadseal
import BroadsealAuditing
import BroadsealBytes
import BroadsealJSON
import BroadsealReporting
import BroadsealTrust
import BroadsealVerifying
import TestSupport
import Testing

/// One attempt against an audit of a folder, and what must be said of each file in it.
struct ThreatAudit: Sendable, CustomTestStringConvertible {
  /// Which threat it is.
  let threat: Threat
  /// What is done, in one line.
  let attack: String
  /// How the run must end.
  let exit: Int32
  /// What it must say, on either stream or in a report.
  let words: String
  /// What must be said of each file, by its name below the folder: the first axis and the second. Empty: the
  /// run is refused, and nothing is said of any.
  let expected: [String: String]
  /// Lays the folder `in`, and gives further words of the run.
  let lay: @Sendable (Scratch) throws -> [String]
  /// What else must be so afterwards.
  var check: @Sendable (Scratch, Command.Outcome) throws -> Bool = { _, _ in true }
  /// The moment of judgement, at which nobody is believed; nil: now, by the desk's lists.
  var time: UTCTime?

  init(
    _ threat: Threat, _ attack: String, _ exit: Int32, says words: String,
    _ expected: [String: String], _ lay: @escaping @Sendable (Scratch) throws -> [String]
  ) {
    self.threat = threat
    self.attack = attack
    self.exit = exit
    self.words = words
    self.expected = expected
    self.lay = lay
  }

  /// The same, with more that must be so afterwards.
  func checked(
    _ check: @escaping @Sendable (Scratch, Command.Outcome) throws -> Bool
  ) -> ThreatAudit {
    var row = self
    row.check = check
    return row
  }

  var testDescription: String { "\(threat.code): \(attack)" }

  /// Largest file that is judged: a file can be as large as it likes and take no room.
  private static let maximumSize = 1 << 30

  /// What the library says of each file of the folder.
  func judged(_ folder: Scratch) throws -> [String: String] {
    var options = VerifierOptions(digestsFile: true)
    options.maximumSize = ThreatAudit.maximumSize
    let trust =
      time == nil
      ? try TrustStore(folder: FilePath(Desk.shared.scratch("keys/trust"))) : TrustStore()
    let verifier = try Verifier(trust: trust, at: time ?? SystemClock.now, options: options)
    var found: [String: String] = [:]
    FolderAudit(verifier, workers: 2).forEach(in: FilePath(folder("in"))) { verdict in
      let origin = verdict.origin?.status ?? .none
      found[below(verdict.path, folder)] = "\(verdict.integrityWord) \(origin.rawValue)"
    }
    return found
  }

  /// A run of the program over the folder, and what it says of each file.
  func run(
    _ folder: Scratch, _ words: [String]
  ) throws -> (outcome: Command.Outcome, found: [String: String]) {
    let arguments =
      ["audit", folder("in"), "-o", "ndjson=" + folder("rows"), "--max-size", "1G"]
      + words + (time.map { ["--at", $0.rfc3339] } ?? Desk.shared.trust)
    let outcome = Command.run(
      arguments, variables: ["XDG_STATE_HOME": folder("state")], folder: folder("in"))
    var found: [String: String] = [:]
    for line in (folder.read("rows") ?? []).split(separator: 0x0A) {
      let row = try JSON.Reader.parse(line)
      guard row["schema"]?.string == "broadseal.verdict/1", let path = row["path"]?.string else {
        continue
      }
      let origin = row["origin"]?["status"]?.string ?? "none"
      found[below(path, folder)] = "\(row["integrity"]?.string ?? "") \(origin)"
    }
    return (outcome, found)
  }

  private func below(_ path: String, _ folder: Scratch) -> String {
    let start = folder("in") + "/"
    return path.hasPrefix(start) ? String(path.dropFirst(start.count)) : path
  }
}

extension ThreatAudit {
  /// The same, judged at `time`, when nobody is believed.
  func judged(at time: UTCTime) -> ThreatAudit {
    var row = self
    row.time = time
    return row
  }

  /// Puts files of the desk into the folder, under their own names or others.
  static func lay(_ folder: Scratch, _ names: [String: String]) {
    for (name, source) in names {
      folder.write(Desk.shared.scratch.read(source) ?? [], to: "in/\(name)")
    }
  }

  /// Runs a line of the shell in the folder.
  static func shell(_ folder: Scratch, _ line: String) throws {
    struct Failed: Error { let text: String }
    let outcome = Command.shell("cd '\(folder("in"))' && \(line)")
    guard outcome.code == 0 else { throw Failed(text: outcome.errorText) }
  }
}
