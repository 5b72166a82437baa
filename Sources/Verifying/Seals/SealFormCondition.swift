import BroadsealNotes
import BroadsealOpenSSL
import BroadsealTrust

/// SEAL-1: it is of a kind and in a form that everybody reads alike, and its message binds what it says.
enum SealFormCondition: SealCondition {
  static func reasons(in facts: SealCase) -> [Note] {
    let result = facts.result
    guard let kind = SealKind(rawValue: result.format) else {
      return [Note(SealCode.kind)]
    }
    var faults = result.status == .malformed ? [result.explanation] : []
    faults += result.doubts
    if result.status != .broken, let later = result.later, later.change == .notJudged,
      !later.awaitsLaterSignature, let rule = later.rule
    {
      faults.append("\(rule): \(later.reason)")
    }
    if faults.isEmpty, result.coverage == .part { faults = ["it covers parts of the file only"] }
    var reasons =
      faults.isEmpty ? [] : [Note(SealCode.form, faults.joined(separator: "; "))]
    if let message = facts.checked.message, let fault = fault(of: message, kind) {
      reasons.append(Note(SealCode.message, fault))
    }
    if !facts.nameAgrees { reasons.append(Note(SealCode.fileType)) }
    return reasons
  }

  /// What the message leaves open; nil when it does not.
  private static func fault(of message: ReceivedMessage, _ kind: SealKind) -> String? {
    guard message.contentType == "1.2.840.113549.1.7.1" else {
      return "it signs something else than data"
    }
    guard kind == .advanced, !message.bindsCertificate else { return nil }
    return "nothing in it says which certificate is meant"
  }
}
