import BroadsealReporting
import BroadsealSigning

/// How many documents of a run of `sign` came out how, and how the run ends.
struct SignatureTally {
  /// How the run ends.
  private(set) var code = ExitCode.success
  /// Documents that were signed, or stamped.
  private(set) var signed = 0
  /// Documents that carry the label already.
  private(set) var current = 0
  /// Whether a document was copied beside a label that was there already.
  private(set) var hasCopied = false
  /// Documents that could not be signed, and places that could not be reached.
  private(set) var failed = 0
  /// Documents that carry their label, and whose evidence is not kept.
  private(set) var lacking = 0
  /// Labels that were left out inside folders.
  let labels: Int
  /// Links and the like that were left out inside folders.
  let links: Int
  /// Evidence and the like that was left out inside folders.
  let evidence: Int
  private let isCollection: Bool

  /// Nothing has been signed yet.
  init(_ inputs: InputDocuments) {
    isCollection = inputs.isCollection
    labels = inputs.labelCount
    links = inputs.linkCount
    evidence = inputs.evidenceCount
  }

  /// Nothing has come into a watched folder yet.
  init() {
    isCollection = true
    labels = 0
    links = 0
    evidence = 0
  }

  /// Counts what came of one document.
  mutating func add(_ entry: SignatureReport.Entry) {
    if let failure = entry.evidenceFailure {
      lacking += 1
      code = code.combined(with: failure.code)
    }
    if let failure = entry.failure {
      add(failure)
    } else if entry.isCurrent {
      current += 1
      hasCopied = hasCopied || entry.isCopied
    } else {
      signed += 1
    }
  }

  /// Counts something that could not be reached.
  mutating func add(_ failure: Failure) {
    failed += 1
    code = code.combined(with: failure.code)
  }

  /// The last line of `ndjson`.
  ///
  /// - Parameters:
  ///   - code: how the run ends.
  ///   - waiting: documents of a watched folder that still wait; nil where no folder is watched.
  func line(endingWith code: ExitCode, waiting: Int? = nil) -> [UInt8] {
    let counts = [("signed", signed), ("current", current), ("failed", failed)]
    let hasLeftOut = isCollection && waiting == nil
    return RunTally(
      counts: counts + (waiting.map { [("waiting", $0)] } ?? []),
      leftOut: hasLeftOut ? [("labels", labels), ("links", links), ("evidence", evidence)] : [],
      code: code
    ).line
  }

  /// Whether the counts say more than the lines before them.
  var isWorthTelling: Bool { isCollection || current > 0 || lacking > 0 }
}

extension SignatureReport {
  /// What is told at the end of a run over folders, lists or documents of which some needed nothing; in `ndjson`
  /// always.
  func closing(_ tally: SignatureTally) -> [UInt8] {
    guard format == .text else { return tally.line(endingWith: tally.code) }
    guard !isQuiet, tally.isWorthTelling else { return [] }
    return Array(wordings.map { $0.closing(tally) + "\n" }.joined().utf8)
  }
}

extension Wording {
  /// The last line of a run that watched a folder.
  ///
  /// - Parameter waiting: how many documents wait for something that is not their fault.
  func closing(_ tally: SignatureTally, waiting: Int) -> String {
    var parts = parts(tally)
    if waiting > 0 {
      parts.append(
        say(waiting == 1 ? "1 waits" : "\(waiting) wait", "待機中\(waiting)件"))
    }
    return parts.isEmpty
      ? say("no document came", "文書はありませんでした") : parts.joined(separator: say(", ", "、"))
  }

  private func parts(_ tally: SignatureTally) -> [String] {
    var parts: [String] = []
    if tally.signed > 0 {
      let count = Progress.count(tally.signed, "document")
      parts.append(say("\(count) signed", "署名\(tally.signed)件"))
    }
    if tally.current > 0 {
      parts.append(
        say(
          tally.current == 1
            ? "1 carries its label already" : "\(tally.current) carry their label already",
          "署名済み\(tally.current)件"))
    }
    if tally.failed > 0 { parts.append(say("\(tally.failed) failed", "失敗\(tally.failed)件")) }
    if tally.lacking > 0 {
      parts.append(
        say("\(tally.lacking) without the evidence that was wanted", "証拠を保存できないもの\(tally.lacking)件")
      )
    }
    return parts
  }

  /// The last line of a run.
  func closing(_ tally: SignatureTally) -> String {
    let parts = parts(tally)
    var text = parts.joined(separator: say(", ", "、"))
    if tally.signed == 0, tally.failed == 0, tally.lacking == 0, !tally.hasCopied {
      text =
        parts.isEmpty
        ? say("nothing to do: there is no document", "処理対象なし: 文書がありません")
        : say("nothing to do: ", "処理対象なし: ") + text
    }
    let left =
      (tally.labels > 0
        ? [say(Progress.count(tally.labels, "label"), "ラベル\(tally.labels)件")] : [])
      + (tally.links > 0 ? [say(Progress.count(tally.links, "link"), "リンク\(tally.links)件")] : [])
      + (tally.evidence > 0
        ? [say(Progress.count(tally.evidence, "evidence file"), "証拠ファイル\(tally.evidence)件")] : [])
    guard !left.isEmpty else { return text }
    return text + say("; left out: ", "。対象外: ") + left.joined(separator: say(", ", "、"))
  }
}
