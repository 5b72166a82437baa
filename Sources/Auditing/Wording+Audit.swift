package import BroadsealFolders
package import BroadsealReporting
import BroadsealVerifying

extension Wording {
  /// Why something was left out by rule, as one word of a table.
  package func word(for skip: WalkEntry.Skip) -> String {
    switch skip {
    case .symbolicLink: say(skip.rawValue, "リンク")
    case .special: say(skip.rawValue, "特殊ファイル")
    case .archive: say(skip.rawValue, "アーカイブ")
    case .sidecar: say(skip.rawValue, "別ファイルのラベル")
    case .evidence: say(skip.rawValue, "証拠ファイル")
    }
  }

  /// Archives into which a run did not look, as the name of a count.
  package var closedArchivesName: String { say("Archives not opened", "未確認のアーカイブ") }

  /// The first axis of something that was left out by rule.
  package var skippedWord: String { say("skipped", "対象外") }

  /// Heading of files that nobody looked into, or not everywhere.
  package var unjudgedName: String { say("Not looked into", "未確認") }

  /// Heading of findings that a waiver covers.
  package var waivedName: String { say("waived", "適用除外") }

  /// Heading of the gravest kinds of findings.
  package var worstName: String { say("Needs attention", "要確認") }

  /// Said when there are more kinds of findings than are shown.
  package func more(kinds count: Int) -> String {
    say(count == 1 ? "and 1 more kind" : "and \(count) more kinds", "ほか\(count)種類")
  }

  /// Said when there are more files than are named.
  package func more(files count: Int) -> String { say("and \(count) more", "ほか\(count)件") }

  /// Said where not every file is named.
  package var whereEveryFile: String {
    say(
      "A report lists every file: -o csv=FILE, for example.",
      "すべてのファイルは報告書で確認できます(例:-o csv=FILE)。")
  }

  /// Files of which an error is found.
  package var withErrorsName: String { say("with errors", "エラーのあるファイル") }

  /// Files of which a warning is the gravest that is found.
  package var withWarningsName: String { say("with warnings", "警告のあるファイル") }

  /// How many files a finding is about.
  package func files(_ count: Int) -> String {
    say(count == 1 ? "1 file" : "\(count) files", "\(count)件")
  }

  /// What a sample says of all files, as one line.
  package func line(about sample: SampleFrame, failing: Int) -> String {
    let thousandths = Int((sample.atMost(failing) * 100_000).rounded(.up))
    let rest = thousandths % 1_000
    let digits = String(repeating: "0", count: rest < 10 ? 2 : rest < 100 ? 1 : 0) + "\(rest)"
    let share = "\(thousandths / 1_000).\(digits)"
    let condition =
      sample.isSeedNamed
      ? say(
        " The seed was named: that holds only if nobody knew it who named the files.",
        "シードは指定されたものです。この推定は、ファイル名を付けた者がシードを知り得なかった場合に限り有効です。") : ""
    return say(
      "Sample: \(sample.drawn) of \(sample.population) files, drawn in proportion from \(sample.strata) "
        + "\(sample.strata == 1 ? "group" : "groups") (first folder and extension), seed \(sample.seed). "
        + "\(failing) with errors; with 95% confidence at most \(share)% of all files have some.",
      "標本:\(sample.population)件中\(sample.drawn)件(最上位のフォルダーと拡張子による\(sample.strata)グループから比例抽出、シード"
        + "\(sample.seed))。"
        + "エラーのあるファイル\(failing)件。信頼度95%で、全体のエラー率は\(share)%以下です。") + condition
  }

  /// Which policy was asked, as one line.
  package func line(about policy: Policy) -> String {
    guard let source = policy.source else {
      return say(
        "No policy was given: what is altered, has a label that does not hold, claims to be official and is not, "
          + "or was not looked into is an error (policy show says it all).",
        "ポリシーの指定はありません。改変、無効なラベル、公式と認められない公式表示、未確認のファイルを"
          + "エラーとします(policy show で確認できます)。")
    }
    let title = policy.name.map { Untrusted.clean($0) + " – " } ?? ""
    let path = Untrusted.path(source.path)
    let digest = source.sha256.prefix(16)
    let controls = policy.served.map(Untrusted.clean).joined(separator: ", ")
    let limit =
      controls.isEmpty
      ? ""
      : say(
        ". Of its rules only those were asked that serve \(controls), and the built-in errors.",
        "。規則のうち、\(controls)に対応するものと、組み込みのエラーだけを確認しました。")
    return say(
      "Policy: \(title)\(path) (SHA-256 \(digest)…)", "ポリシー:\(title)\(path)(SHA-256 \(digest)…)")
      + limit
  }
}
