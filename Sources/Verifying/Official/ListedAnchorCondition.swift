import BroadsealOpenSSL

/// Condition 3: the chain ends at an anchor in a Government Trust List that the user gave; never at
/// a certificate in the file, in the C2PA list, or of the operating system.
enum ListedAnchorCondition: OfficialCondition {
  static func reasons(in facts: OfficialCase) -> [Reason] {
    guard facts.candidate == nil else { return [] }
    if facts.context.lists.isEmpty {
      return [Reason(code: "OFF-3-NO-LIST", explanation: "no government list was given")]
    }
    if facts.credential.isSelfSigned {
      return [
        Reason(
          code: "OFF-3-SELF-SIGNED", explanation: "the signer vouches for its own certificate")
      ]
    }
    if facts.credential.bringsRoot {
      return [
        Reason(
          code: "OFF-3-ROOT-IN-FILE",
          explanation: "the chain ends at a root that only the file itself brings")
      ]
    }
    return [
      Reason(code: "OFF-3-UNLISTED", explanation: "no chain leads to a government list")
    ]
  }
}
