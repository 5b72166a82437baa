import BroadsealBytes
import BroadsealReporting
import BroadsealTrust

extension EntryDoubt {
  /// Which entry, and what is odd about it.
  func text(in wording: Wording) -> String {
    wording.told(
      "\(Untrusted.quoted(service, in: wording.language)): \(message(in: wording.language))")
  }

  /// What is odd, in one line of English that the catalogue has in Japanese, with names quoted as `language` does.
  private func message(in language: Language) -> String {
    let found = EntryDoubt.listed(self.found, language)
    let expected = EntryDoubt.listed(self.expected, language)
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
    case .root:
      return
        "\(found) signed itself, and the entry lets no CA stand between it and a signer: where another CA issues "
        + "the signers' certificates, name that one, or nothing is official"
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
    case .lateClock:
      return
        "the entry counts from \(self.expected.joined(separator: ", ")) on, and time-stamp authorities of the list from "
        + "\(self.found.joined(separator: ", ")) on: nothing that is stamped in between is official; --granted-since of "
        + "trust add, or StatusStartingTime in the draft, says since when an authority counts"
    case .ownNumber:
      return
        "the withdrawal by the number \(self.found.joined()) takes a certificate that the CA issued, and not the CA, "
        + "whose own number it is too: the CA is withdrawn with trust withdraw --certificate"
    case .strayAuthority:
      return
        "a CA is withdrawn whose certificate the list does not have (key \(self.found.joined())): readers cannot tell "
        + "what stands below it; trust withdraw --certificate FILE puts its certificate there"
    }
  }

  private static func listed(_ texts: [String], _ language: Language) -> String {
    texts.map { Untrusted.quoted($0, in: language) }.joined(separator: ", ")
  }
}

extension TrustListContent {
  /// What no entry of a list shows, and the whole list does.
  private static let clockless =
    "the list has no time-stamp authority in force, and its entries ask for a time stamp: no new document is "
    + "official by it; trust add --tsa puts one on it"

  /// Tells keepers what speaks against the list, but what spoke against `old` already.
  ///
  /// - Parameter repeatsClock: whether a list without a time-stamp authority is told of all the same.
  func remarkDoubts(at time: UTCTime, beyond old: TrustListContent?, repeatsClock: Bool = false) {
    let known = Set(old?.doubts(at: time) ?? [])
    let new = doubts(at: time).filter { !known.contains($0) }
    let isClockless = lacksClock && (repeatsClock || !(old?.lacksClock ?? false))
    for wording in Console.wordings {
      let clock = isClockless ? [wording.told(Self.clockless)] : []
      for text in clock + new.map({ $0.text(in: wording) }) { Console.note(text) }
    }
  }

  /// Everything that speaks against the list, a line each.
  func doubtTexts(at time: UTCTime, in wording: Wording) -> [String] {
    (lacksClock ? [wording.told(Self.clockless)] : [])
      + doubts(at: time).map { $0.text(in: wording) }
  }
}
