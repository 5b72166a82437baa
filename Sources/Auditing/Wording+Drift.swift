package import BroadsealReporting

extension Wording {
  /// A way in which a file changed, as one word of a table; in English the word of the machine formats.
  package func word(for drift: Drift.Kind) -> String {
    switch drift {
    case .labelLost: say(drift.rawValue, "ラベルの消失")
    case .documentLost: say(drift.rawValue, "ラベル付き文書の消失")
    case .stillLost: say(drift.rawValue, "消失(継続)")
    case .removed: say(drift.rawValue, "削除")
    case .verdict: say(drift.rawValue, "判定の変化")
    case .signer: say(drift.rawValue, "署名者の変化")
    case .bytes: say(drift.rawValue, "内容の変化")
    case .list: say(drift.rawValue, "リストの変化")
    case .new: say(drift.rawValue, "新規")
    }
  }

  /// What changed about a file, and from what to what where that is one word each.
  package func line(about drift: Drift) -> String {
    drift.kinds.map { kind in
      if kind == .removed, let elsewhere = drift.elsewhere {
        let path = Untrusted.escaped(elsewhere)
        return word(for: kind) + say(" (the same bytes: \(path))", "(同じ内容のファイル:\(path))")
      }
      guard let now = drift.now, let was = drift.earlier else { return word(for: kind) }
      let values: [(String?, String?)] =
        switch kind {
        case .verdict:
          [
            (shown(was.integrity), shown(now.integrity)),
            (word(for: was.origin), word(for: now.origin)), (word(for: was.ai), word(for: now.ai)),
          ]
        case .signer: [(was.signer.map(short), now.signer.map(short))]
        case .bytes: [(was.sha256.map(short), now.sha256.map(short))]
        case .list: [(was.list, now.list)]
        case .labelLost, .documentLost, .stillLost, .removed, .new: []
        }
      let changes = values.filter { $0 != $1 }.map { old, new in
        "\(Untrusted.line(old ?? "-")) → \(Untrusted.line(new ?? "-"))"
      }
      return changes.isEmpty
        ? word(for: kind) : "\(word(for: kind)) (\(changes.joined(separator: ", ")))"
    }.joined(separator: "; ")
  }

  /// What is kept of the first axis: the word of the machine formats, or why nobody looked into the file.
  private func shown(_ integrity: String) -> String {
    Integrity(rawValue: integrity).map { word(for: $0) }
      ?? Unjudged(rawValue: integrity).map { word(for: $0) } ?? integrity
  }

  private func short(_ digest: String) -> String { "\(digest.prefix(8))…" }

  /// Heading of what changed since an earlier run.
  package func since(_ run: Int) -> String { say("Changed since run \(run)", "第\(run)回からの変化") }

  /// Said where nothing did.
  package var nothingChanged: String { say("nothing", "なし") }
}
