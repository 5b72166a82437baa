package import BroadsealBytes
import BroadsealDocuments
package import BroadsealFolders
import BroadsealNotes
package import BroadsealVerifying

/// What a run has to say about one path.
package struct Judgement: Sendable {
  /// The path, byte for byte.
  package let path: FilePath
  /// The verdict.
  package let verdict: Verdict
  /// Why nothing was judged, when that is by rule and no fault.
  package private(set) var skip: WalkEntry.Skip?
  /// What there is to say against the file, the gravest first.
  package private(set) var findings: [AuditFinding] = []
  /// The rules of the policy that are about the file, by their place in it.
  package private(set) var rules: [Int] = []
  /// How many bytes of the path are the folder that was named; 0 for what was named itself.
  package private(set) var rootLength = 0
  /// What changed since an earlier run; nil where nothing did, or there is none.
  package private(set) var drift: Drift?
  /// The file in an archive that was judged; nil for what stands in a folder.
  package var member: MemberEntry?
  /// Whether it is an archive with files at which the run did not look.
  private(set) var isClosed = false
  /// Its row in the register; nil where it has none.
  private(set) var row: Int?

  /// A verdict on the file at `path`.
  package init(path: FilePath, verdict: Verdict, findings: [AuditFinding] = []) {
    self.path = path
    self.verdict = verdict
    self.findings = findings
    skip = nil
  }

  /// The same held against a policy and a register; what is skipped by rule is held against none.
  ///
  /// - Parameter rootLength: how many bytes of the path are the folder that was named.
  package func held(against measure: AuditMeasure, rootLength: Int = 0) -> Judgement {
    guard skip == nil else { return self }
    let policy = measure.policy
    let place = PolicyPlace(path, rootLength: rootLength)
    var held = self
    held.rules = policy.rules.indices.filter { policy.rules[$0].isAbout(place) }
    held.rootLength = rootLength
    held.row = measure.register?.row(of: verdict, at: place)
    held.findings = policy.findings(
      about: place, rules: held.rules,
      isRegistered: measure.register.map { _ in held.row != nil },
      Facts(verdict, at: measure.time))
    if isClosed { held.findings = held.findings.map(\.ofClosedArchive) }
    if drift?.isLoss == true {
      let rule = AuditFinding.Kind.labelLost.rule
      held.findings = ([AuditFinding(.labelLost, .error, rule: rule)] + held.findings).sorted()
    }
    return held
  }

  /// Says what changed since an earlier run. An archive that lost its label is not left out, whoever looks
  /// into it.
  package mutating func tell(_ drift: Drift?) {
    self.drift = drift
    if drift?.isLoss == true { skip = nil }
  }

  /// The gravest finding that counts: one that no waiver covers.
  package var gravest: AuditFinding? { findings.first { $0.waiver == nil } }

  /// The same of an archive into which the run does not look.
  var closed: Judgement {
    var judgement = self
    judgement.isClosed = true
    return judgement
  }

  /// A verdict on a file, or on an archive whose files are judged too: where nobody looks for a label in it, they are all
  /// that there is to say.
  init(path: FilePath, verdict: Verdict, isArchive: Bool) {
    self.path = path
    self.verdict = verdict
    skip = isArchive && verdict.unjudged == .notRead ? .archive : nil
  }

  /// What could not be judged, or is not by rule: an entry that is no readable file.
  package init?(unjudged entry: WalkEntry) {
    path = entry.path
    switch entry.kind {
    case .file, .skipped(.sidecar), .skipped(.archive), .skipped(.evidence): return nil
    case .skipped(.symbolicLink):
      skip = .symbolicLink
      verdict = Judgement.unreadable(
        entry.path, Finding(.note, Note(FileCode.symlink)))
    case .skipped(.special):
      skip = .special
      verdict = Judgement.unreadable(
        entry.path, Finding(.warning, Note(FileCode.special)))
    case .unreadable(let reason):
      skip = nil
      verdict = Judgement.unreadable(
        entry.path,
        Finding(
          .error,
          Note(FileCode.unreadable, reason.asClause)))
    }
  }

  /// A verdict on what could not be read.
  package static func unreadable(_ path: FilePath, _ finding: Finding) -> Verdict {
    Verdict(
      path: path.display, format: "unknown", mediaType: "application/octet-stream",
      integrity: .unreadable,
      findings: [finding])
  }
}
