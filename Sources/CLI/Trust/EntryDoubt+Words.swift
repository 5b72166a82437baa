import BroadsealBytes
import BroadsealReporting
import BroadsealTrust

extension EntryDoubt {
  /// Tells keepers of `doubts`.
  static func remark(on doubts: [EntryDoubt]) {
    for doubt in doubts {
      Console.remark("\(Untrusted.quoted(doubt.service, in: .english)): \(doubt.message)")
    }
  }

  /// What is odd, in one line of English that the catalogue has in Japanese.
  private var message: String {
    let found = EntryDoubt.listed(self.found)
    let expected = EntryDoubt.listed(self.expected)
    switch kind {
    case .country:
      return
        "the CA's certificate says the country \(found), and the entry asks for \(expected) in those of the "
        + "signers: unless theirs say so, nothing is official"
    case .organization:
      return
        "the entry asks for the organisation \(expected) in the signers' certificates, letter for letter, and "
        + "neither the CA's (\(found)) nor a name of the agency is written so: unless theirs are, nothing is official"
    case .organizationIdentifier:
      return
        "the CA's certificate says the identifier \(found), and the entry asks for \(expected) in those of the "
        + "signers: unless theirs say so, nothing is official"
    case .labels:
      return
        "the agency may state \(self.found.joined(separator: ", ")), and not official: no document of it can ever "
        + "be official"
    case .ended:
      return
        "its certificate ended on \(self.found.joined(separator: ", ")), before the entry begins on "
        + "\(self.expected.joined(separator: ", ")): nothing that it vouches for counts"
    case .clock:
      return
        "the certificate of \(found) is no CA's, and its key may not make time stamps: none of its stamps counts"
    case .later:
      return
        "the entry begins on \(self.found.joined(separator: ", ")): nothing that is signed or stamped before counts"
    }
  }

  private static func listed(_ texts: [String]) -> String {
    texts.map { Untrusted.quoted($0, in: .english) }.joined(separator: ", ")
  }
}
