package import BroadsealVerifying

extension Wording {
  /// What was proved of PDF signatures for later years, as the lines of a table: chain, answers, stamp, time
  /// stamp of the document.
  package func table(of evidence: [SignatureEvidence]) -> [String] {
    evidence.flatMap(lines)
  }

  private func lines(about evidence: SignatureEvidence) -> [String] {
    let field = Untrusted.clean(evidence.field)
    let level = evidence.level.map { ": PAdES \($0)" } ?? ""
    let title =
      evidence.isDocumentStamp
      ? say("Document time stamp \(field)", "文書タイムスタンプ \(field)")
      : say("PDF signature \(field)\(level)", "PDF署名 \(field)\(level)")
    var rows = evidence.isDocumentStamp ? [] : [row(say("signer", "署名者"), evidence.signer.shown)]
    rows += evidence.isDocumentStamp ? stampRows(evidence.signer) : partyRows(evidence.signer)
    if !evidence.isDocumentStamp {
      if let stamp = evidence.stamp {
        rows += stampRows(stamp)
      } else {
        rows.append(row(say("time stamp", "タイムスタンプ"), say("none", "なし")))
      }
    }
    return [title] + rows
  }

  private func stampRows(_ party: SignatureEvidence.Party) -> [String] {
    let time = party.time.map { $0.display + ", " } ?? ""
    return [row(say("time stamp", "タイムスタンプ"), time + party.shown)] + partyRows(party)
  }

  private func partyRows(_ party: SignatureEvidence.Party) -> [String] {
    let count = party.certificates
    let certificates = say(
      count == 1 ? "1 certificate" : "\(count) certificates", "証明書\(count)件")
    let end =
      party.root.map { say(", to the root \(Untrusted.line($0))", "、ルート:\(Untrusted.line($0))") }
      ?? say(", and no root", "、ルートなし")
    let newest = party.newest.map {
      say(", the newest of \($0.display)", "、最新は\($0.display)")
    }
    return [
      row("  " + say("chain", "証明書チェーン"), certificates + end),
      row(
        "  " + say("answers", "失効情報"),
        say("\(party.answered) of \(party.asked)", "\(party.asked)件中\(party.answered)件")
          + (newest ?? "")),
    ]
  }

  private func row(_ name: String, _ value: String) -> String {
    let width = 20
    // Our own words: everything from Hangul on takes two columns.
    let columns = name.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
    return "  " + name + String(repeating: " ", count: max(1, width - columns)) + value
  }
}

extension SignatureEvidence.Party {
  fileprivate var shown: String { Untrusted.line(name) }
}
