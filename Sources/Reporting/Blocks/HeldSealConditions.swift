import BroadsealVerifying

/// What holds of a seal that speaks for a file without a label, of the conditions SEAL-1 to SEAL-9.
extension Wording {
  /// A sentence for each condition that was looked at and does not fail; none where the signature does not
  /// hold, since nobody knows then what was sealed.
  func held(ofSeal signature: PDFSignatureResult) -> [Sentence] {
    guard let seal = signature.seal, signature.status == .intact || signature.status == .loose
    else { return [] }
    let failed = Set(seal.reasons.compactMap(\.code.condition))
    return (bytes(of: signature) + signer(seal, isInForce: !failed.contains(9)))
      .filter { !failed.contains($0.0) }.map(\.1)
  }

  private func bytes(of signature: PDFSignatureResult) -> [(Int, Sentence)] {
    let later: Sentence =
      signature.later?.change == .evidence
      ? say(
        "After it, only proofs about its signatures were added.",
        "その後に追加されたのは署名の検証情報だけです。")
      : say("Nothing was added after it.", "その後の追記はありません。")
    let proof: Sentence =
      signature.weak.isEmpty
      ? say("Digest and signature hold.", "ダイジェストと署名の検証に成功しました。")
      : say(
        "Digest and signature hold, and were stamped before anybody could forge what they rest on.",
        "ダイジェストと署名の検証に成功し、偽造が可能になる前のタイムスタンプもあります。")
    return [
      (
        1,
        say(
          "It is of a kind and in a form that two readers take alike.",
          "検証の対象となる種類で、読み方が分かれない形式です。")
      ), (2, proof), (3, later),
    ]
  }

  /// What is asked where the signer leads to an entry of a list.
  private func signer(_ seal: SealResult, isInForce: Bool) -> [(Int, Sentence)] {
    guard let list = seal.list else { return [] }
    let known: [(Int, Sentence)] = [
      (4, line(about: list, isInForce: isInForce)),
      (5, say("Its certificate is fit for seals.", "証明書はeシールの要件を満たしています。")),
      (
        6,
        say(
          "The list lets it seal for this agency.", "リストにより、この機関としてeシールを付与することが認められています。")
      ),
    ]
    let time = time(of: seal.time).map { [(7, $0)] } ?? []
    let standing: Sentence = say(
      "Nothing that was given says that its certificate was revoked.", "証明書の失効を示す情報はありません。")
    return known + time + [(8, standing)]
  }

  private func time(of time: SealTime) -> Sentence? {
    let stamped = line(
      about: VerdictTime(
        trusted: time.trusted, authority: time.authority, claimed: time.claimed))
    if let stamped { return stamped }
    return time.claimed.map {
      say(
        "Its signer states the time \(own: $0.display), in which the list vouches for its key.",
        "付与時刻は付与者の申告(\(own: $0.display))で、リストはその時点の鍵を認めています。")
    }
  }
}
