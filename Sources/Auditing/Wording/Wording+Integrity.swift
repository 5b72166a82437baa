import Bytes
package import Verifying

extension Wording {
  /// The first line: did the bytes change?
  package func integrity(of verdict: Verdict) -> AxisLine {
    let (symbol, tone) = Wording.sign(of: verdict.integrity)
    return AxisLine(
      name: integrityName, symbol: symbol, tone: tone,
      sentence: sentence(verdict.integrity, signed: verdict.time?.trusted?.display))
  }

  static func sign(of integrity: Integrity) -> (symbol: String, tone: AxisLine.Tone) {
    switch integrity {
    case .intact: ("✓", .good)
    case .altered, .malformed: ("✗", .bad)
    case .noLabel: ("–", .neutral)
    case .unreadable: ("?", .caution)
    }
  }

  private func sentence(_ integrity: Integrity, signed time: String?) -> Sentence {
    switch integrity {
    case .intact:
      guard let time else {
        return say("The file has not changed since it was signed.", "署名後に変更されていません。")
      }
      return say(
        "The file has not changed since it was signed on \(own: time).",
        "署名後に変更されていません。署名日時:\(own: time)。")
    case .altered:
      return say(
        "The file does not match its signed record.", "ファイルが署名時の記録と一致しません。")
    case .noLabel:
      return say(
        "No label found. This is not evidence that it is AI-made or false; "
          + "labels are often lost when files are copied or converted.",
        "ラベルは見つかりませんでした。AI生成や虚偽であることを示すものではありません。"
          + "複製・変換で失われることがあります。")
    case .malformed:
      return say(
        "There is something like a label, but it cannot be read.",
        "ラベルらしきものがありますが、読み取れません。")
    case .unreadable:
      return say(
        "The file could not be read, so nothing was judged.",
        "ファイルを読み取れなかったため、判定していません。")
    }
  }
}
