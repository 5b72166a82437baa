import BroadsealNotes
import BroadsealOpenSSL

/// Condition 3: the chain ends at an anchor in a Government Trust List that the user gave; never at
/// a certificate in the file, in the C2PA list, or of the operating system.
enum ListedAnchorCondition: OfficialCondition {
  static func reasons(in facts: OfficialCase) -> [Note] {
    guard facts.candidate == nil else { return [] }
    if facts.context.lists.isEmpty {
      return [Note(OfficialCode.noList)]
    }
    if facts.credential.isSelfSigned {
      return [
        Note(OfficialCode.selfSigned)
      ]
    }
    if facts.credential.bringsRoot {
      return [
        Note(OfficialCode.rootInFile)
      ]
    }
    let isListed = facts.context.sealCandidates(for: facts.credential)
      .contains(where: \.mismatches.isEmpty)
    return [Note(isListed ? OfficialCode.sealsOnly : OfficialCode.unlisted)]
  }
}
