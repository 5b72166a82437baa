import BroadsealVerifying

/// Sentences about what holds, of a label and of a seal.
extension Wording {
  /// That the signer is on a list.
  func line(about list: RecognisedList, isInForce: Bool) -> Sentence {
    let number = "\(list.sequence)"
    let issued = list.issued.map { say(", issued on \($0.display)", "、発行日時 \($0.display)") } ?? ""
    let end =
      isInForce
      ? list.nextUpdate.map { say(", in force until \($0.display)", "、有効期限 \($0.display)") } ?? ""
      : ""
    return say(
      "Its signer is on the list \(listed: list.name), number \(own: number)\(own: issued)\(own: end).",
      "署名者はリスト\(listed: list.name)(第\(own: number)号\(own: issued)\(own: end))に登録されています。")
  }

  /// When it was signed, by a stamp that counts; nil where there is none.
  func line(about time: VerdictTime?) -> Sentence? {
    guard let stamp = time?.trusted, let authority = time?.authority else { return nil }
    return say(
      "The time is stamped by \(quoted: authority, .english): \(own: stamp.display).",
      "タイムスタンプ:\(own: stamp.display)、時刻認証局\(quoted: authority, .japanese)。")
  }
}
