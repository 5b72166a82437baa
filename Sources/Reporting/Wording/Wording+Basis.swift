import BroadsealBytes
package import BroadsealVerifying

extension Wording {
  /// What an official verdict of a moment in the past rests on, by kept evidence; nil for any other.
  package func basis(of verdict: Verdict) -> String? {
    guard let origin = verdict.origin, let basis = origin.basis else { return nil }
    let number = origin.list.map { String($0.sequence) } ?? "?"
    var parts = [
      say(
        "trust list no. \(number), in force from \(basis.list.from.display) to "
          + basis.list.to.display,
        "トラストリスト第\(number)号(有効期間 \(basis.list.from.display)〜\(basis.list.to.display))")
    ]
    if let stamp = verdict.time?.trusted, let authority = basis.authority {
      parts.append(
        say(
          "time stamp of \(stamp.display), its authority valid to \(authority.to.display)",
          "タイムスタンプ \(stamp.display)(時刻認証局の証明書の有効期限 \(authority.to.display))"))
    }
    parts.append(
      say(
        "signer's certificates valid from \(basis.signer.from.display) to "
          + basis.signer.to.display,
        "署名者の証明書の有効期間 \(basis.signer.from.display)〜\(basis.signer.to.display)"))
    parts.append(answers(of: basis))
    return say(
      "Judged as of \(basis.judged.display), by kept evidence: "
        + parts.joined(separator: "; ") + ".",
      "保存された証拠による\(basis.judged.display)時点の判定:" + parts.joined(separator: "、") + "。")
  }

  private func answers(of basis: OfficialBasis) -> String {
    guard let answer = basis.answers.max(by: { $0.thisUpdate < $1.thisUpdate }) else {
      return say("no answer about revocation", "失効情報なし")
    }
    return say(
      "not revoked by an answer of \(answer.thisUpdate.display)",
      "\(answer.thisUpdate.display)の回答により失効なし")
  }
}
