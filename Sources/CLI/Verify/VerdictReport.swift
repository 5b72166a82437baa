import ArgumentParser
import BroadsealBytes
import BroadsealJSON
import BroadsealReporting
import BroadsealVerifying

/// How `verify` writes verdicts.
enum VerdictFormat: String, ResultFormat {
  /// Three lines and a footer, for people.
  case text
  /// One object, or an array when several files are named.
  case json
  /// One object a line, the last of which counts the others.
  case ndjson
}

/// Verdicts on the files that were named, in the format that was asked for.
struct VerdictReport: Sendable {
  /// The format.
  let format: VerdictFormat
  /// Whether one file was named: then JSON is one object, not an array.
  let isSingle: Bool
  /// Whether text is held back.
  let isQuiet: Bool
  /// How text is written.
  let text: VerdictText
  /// What satisfies the user.
  let requirement: Requirement

  /// What comes before the first entry.
  var header: [UInt8] { format == .json && !isSingle ? Array("[\n".utf8) : [] }

  /// What comes between two entries.
  var separator: [UInt8] {
    switch format {
    case .json: Array(",\n".utf8)
    case .ndjson: []
    case .text: isQuiet ? [] : [0x0A]
    }
  }

  /// What comes after the last entry.
  func footer(_ tally: ConclusionTally) -> [UInt8] {
    switch format {
    case .json: Array((isSingle ? "\n" : "\n]\n").utf8)
    case .ndjson: tally.line
    case .text:
      isQuiet
        ? []
        : Array(
          (isSingle ? text.footer : "\n" + text.footer + text.closing(tally, requirement)).utf8)
    }
  }

  /// Says how to name lists, to people who named none.
  func noteMissingList() {
    guard format == .text, !isQuiet else { return }
    for wording in text.wordings {
      Console.note(
        wording.say(
          "--trust-dir or --government names the lists of government issuers",
          "--trust-dir または --government で政府のトラストリストを指定します"))
    }
  }

  /// Says which lists a list that was given recognises, where one of them could know who claims to have issued a
  /// document.
  func noteMissing(_ lists: [String]) {
    guard format == .text, !isQuiet else { return }
    for list in lists.map(Untrusted.line) {
      for wording in text.wordings {
        Console.note(
          wording.say(
            "a list that was given recognises “\(list)”, which was not given: --government names it too",
            "指定されたリストは「\(list)」を受け入れていますが、そのリストが指定されていません。--government で併せて指定してください"))
      }
    }
  }

  /// Says of a table without a label that an audit signed it together with its other reports: no label of its own was
  /// ever published.
  func noteReport(_ path: FilePath, _ verdict: Verdict) {
    guard format == .text, !isQuiet, verdict.integrity == .noLabel,
      let bytes = try? SmallFile.read(
        path.folder.appending(ReportManifest.name.utf8), limit: ReportManifest.maximumSize),
      let manifest = ReportManifest(bytes),
      manifest.entries.contains(where: { $0.name.utf8.elementsEqual(path.name) })
    else { return }
    let (file, folder) = (Untrusted.path(path), Untrusted.path(path.folder))
    for wording in text.wordings {
      Console.note(
        wording.say(
          "\(file): \(ReportManifest.name) beside it names it among the reports of an audit; broadseal audit "
            + "verify-report \(folder) proves them",
          "\(file): 同じフォルダーの \(ReportManifest.name) に監査の報告書として記載されています。broadseal audit verify-report "
            + "\(folder) で検証できます"))
    }
  }

  /// Names a file of several that is not what was asked for, where nothing else would.
  func name(_ path: FilePath, _ verdict: Verdict, _ conclusion: Conclusion) {
    guard format == .text, isQuiet, !isSingle, conclusion != .incomplete,
      let words = verdict.words(for: conclusion, requirement)
    else { return }
    Console.report(Failure(ExitCode(conclusion), path, words))
  }

  /// Whether what PDF signatures bring along is told.
  var tellsEvidence: Bool { format == .text && !isQuiet && text.explains }

  /// One verdict.
  ///
  /// - Parameter evidence: what the file brings along for its PDF signatures; told in text alone.
  func entry(
    _ verdict: Verdict, at path: FilePath, evidence: [SignatureEvidence] = []
  ) -> [UInt8] {
    switch format {
    case .json: JSON.Writer.bytes(of: verdict.json(at: path), pretty: true)
    case .ndjson: verdict.jsonText(at: path) + [UInt8(ascii: "\n")]
    // Of what is no document there is nothing to say but that: it stands on standard error.
    case .text:
      isQuiet || verdict.integrity == .unreadable && Misdirected(path) != nil
        ? []
        : Array(
          (verdict.integrity == .noLabel ? ProgramFile(path) : nil).map {
            text.block($0, at: path)
          }?.utf8 ?? text.block(verdict, at: path, evidence).utf8)
    }
  }
}

/// A verdict as people read it: the path and three lines; the footer stands once under them all.
struct VerdictText: Sendable {
  /// The words, in each language wanted.
  let wordings: [Wording]
  /// Whether conditions are told too.
  let explains: Bool
  /// What the output can show.
  let terminal: Terminal

  /// The block of one file, with a line break at its end.
  func block(
    _ verdict: Verdict, at path: FilePath, _ evidence: [SignatureEvidence] = []
  ) -> String {
    var text = terminal.styled(Untrusted.path(path), .bold) + "\n"
    for wording in wordings {
      text += body(verdict, wording)
      for line in wording.table(of: evidence) { text += folded("    \(line)\n") }
    }
    return text
  }

  /// The block of a file that this program put beside a result: what it is, and what it is for.
  func block(_ file: ProgramFile, at path: FilePath) -> String {
    terminal.styled(Untrusted.path(path), .bold) + "\n"
      + wordings.map { wording in
        let (what, use) = wording.words(for: file, at: path)
        return folded("  – \(what)\n  → \(use)\n")
      }.joined()
  }

  /// All that is said of a file in one language, without its name.
  func body(_ verdict: Verdict, _ wording: Wording) -> String {
    wording.blocks(of: verdict, explains: explains).map { block in
      switch block {
      case .axis(let line): axis(line, wording)
      case .remark(let sentence): folded("  \(terminal.render(sentence))\n")
      case .statement(let sentence): folded("    \(terminal.render(sentence))\n")
      case .held(let sentence):
        terminal.folded("    + \(terminal.render(sentence))", hanging: 6) + "\n"
      case .reason(let reason): folded(VerdictText.text(reason))
      }
    }.joined()
  }

  /// How many of several files came to what.
  func closing(_ tally: ConclusionTally, _ requirement: Requirement) -> String {
    wordings.map { wording in
      let parts = Conclusion.allCases.compactMap { conclusion -> String? in
        let count = tally.count(of: conclusion)
        return count == 0 ? nil : wording.counted(count, conclusion, requirement)
      }
      let all = Progress.count(tally.files, "file")
      return folded(
        "  " + wording.say("\(all): ", "\(tally.files)ファイル:")
          + parts.joined(separator: wording.say(", ", "、")) + "\n")
    }.joined()
  }

  /// What stands once under all files.
  var footer: String {
    wordings.map { folded("  \(terminal.styled($0.footer, .dim))\n") }.joined()
  }

  /// The lines of one reason, indented under the three lines of the verdict.
  static func text(_ reason: ReasonBlock) -> String {
    "    - \(reason.name)" + (reason.sentence.map { "  " + $0 } ?? "") + "\n"
      + reason.details.map { "        \($0)\n" }.joined()
  }

  private func axis(_ line: AxisLine, _ wording: Wording) -> String {
    let sign = terminal.toned(line.symbol, line.tone)
    let name = line.name + String(repeating: " ", count: wording.nameWidth - line.name.columns)
    let start = "  \(sign) \(terminal.styled(name, .bold))  "
    return terminal.folded(
      start + terminal.render(line.sentence), hanging: 6 + wording.nameWidth) + "\n"
  }

  /// Every line of `text` folded under its own start.
  private func folded(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      terminal.folded(String(line), hanging: line.prefix { $0 == " " }.count)
    }.joined(separator: "\n")
  }
}

extension Verdict {
  /// What an error says of such a file; nil where it is what was asked for.
  fileprivate func words(for conclusion: Conclusion, _ requirement: Requirement) -> String? {
    switch conclusion {
    case .satisfied: nil
    case .failed where breaksOff: "it breaks off: get it again from where it was published"
    case .failed: "it was altered, or its label does not hold"
    case .incomplete where breaksOff, .unlabelled where breaksOff:
      "it breaks off: get it again from where it was published"
    case .incomplete: "it could not be judged to the end"
    case .unlabelled: "there is no label"
    case .staleTrust: "a trust list is out of date, or not in force yet"
    case .unrecognised where integrity == .intactRevision:
      "its label is of an earlier revision, and does not cover the file as it is"
    case .unrecognised where isMisnamed:
      "it is signed, and its name says another kind of file than it is"
    case .unrecognised where statement?.claim != nil && origin?.agency == nil:
      "it claims to be official, and no list that was given confirms that"
    case .unrecognised:
      switch requirement {
      case .official, .sealed: "it is signed, but not official"
      case .trusted: "it is signed, and by nobody on a list that was given"
      case .valid: "it is signed, but not all of it"
      }
    }
  }
}

extension Wording {
  /// So many files came to this, for somebody who asked for `requirement`.
  fileprivate func counted(
    _ count: Int, _ conclusion: Conclusion, _ requirement: Requirement
  ) -> String {
    switch conclusion {
    case .satisfied: satisfied(count, requirement)
    case .failed:
      say(
        "\(count) altered, or with a label that does not hold",
        "改変、または無効なラベル\(count)件")
    case .incomplete: say("\(count) not judged to the end", "判定できないもの\(count)件")
    case .unlabelled: say("\(count) without a label", "ラベルなし\(count)件")
    case .unrecognised: unrecognised(count, requirement)
    case .staleTrust:
      say("\(count) undecided for want of a list in force", "有効なリストがなく判断できないもの\(count)件")
    }
  }

  private func satisfied(_ count: Int, _ requirement: Requirement) -> String {
    switch requirement {
    case .official: say("\(count) official", "公式文書\(count)件")
    case .sealed:
      say(
        "\(count) official, or sealed by a recognised issuer", "公式文書、または登録された政府機関のeシールあり\(count)件")
    case .trusted: say("\(count) signed by somebody on a list", "登録された署名者による署名あり\(count)件")
    case .valid: say("\(count) signed and unchanged", "署名があり変更なし\(count)件")
    }
  }

  private func unrecognised(_ count: Int, _ requirement: Requirement) -> String {
    switch requirement {
    case .official, .sealed: say("\(count) signed but not official", "署名はあるが公式文書ではないもの\(count)件")
    case .trusted:
      say("\(count) signed by nobody on a list", "署名者が登録されていないもの\(count)件")
    case .valid:
      say(
        "\(count) signed, but not all of it or under another name",
        "署名の対象が一部だけか、名前と内容の種類が異なるもの\(count)件")
    }
  }
}
