import BroadsealBytes
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust

/// Whom a run believes, in words.
enum TrustText {
  /// Anchors and lists, proved.
  static func text(of context: TrustContext) -> String {
    var text = ""
    for list in context.government { text += self.text(of: list) + "\n" }
    text += anchors("claim-signing anchors", context.anchors.claimAnchors)
    text += anchors("time-stamp anchors", context.anchors.tsaAnchors)
    for fingerprint in context.anchors.allowed.sorted() {
      text += "accepted by hand: certificate \(fingerprint)\n"
    }
    for purpose in context.anchors.acceptedPurposes.sorted() {
      text += "accepted purpose: \(purpose)\n"
    }
    return context.government.isEmpty
      ? text + "no government list: nothing can be official\n" : text
  }

  /// One government list.
  static func text(of list: GovernmentTrustList) -> String {
    var text =
      "government list \(Untrusted.clean(list.scheme)), \(Untrusted.clean(list.territory))\n"
    text += "  number \(list.sequence), issued \(list.content.issued.display), "
    text += "next update by \(list.content.nextUpdate.display)\n"
    text += basis(of: list)
    for recognised in list.content.recognises {
      text += "  recognises \(Untrusted.clean(recognised.keys.scheme)) for "
      text += recognised.jurisdictions.map(\.code).joined(separator: ", ") + "\n"
    }
    for (entity, service) in list.content.services {
      text += "  - \(name(entity, service))\n"
      guard let scope = service.scope ?? service.seal?.scope else { continue }
      text += "      \(scope.jurisdiction.code), agency \(Untrusted.clean(scope.agency.id)), "
      text += "\(might(scope, service.seal))\n"
    }
    return text
  }

  /// Why a list is believed.
  static func basis(of list: GovernmentTrustList) -> String {
    var text = ""
    if list.isPinned { text += "  signed by \(list.signers.count) pinned keys\n" }
    for grant in list.grants {
      text += "  recognised by \(Untrusted.clean(grant.by))"
      text +=
        list.isPinned || list.isInForce ? "\n" : ", which is not in force: nobody is believed\n"
    }
    return text
  }

  /// What a service vouches for.
  private static func might(_ scope: Scope, _ seal: SealScope?) -> String {
    guard let seal else {
      return "may state \(scope.labels.map(\.rawValue).sorted().joined(separator: ", "))"
    }
    let keys = seal.keys.isEmpty ? "" : " with \(seal.keys.count) listed keys"
    return "seals PDF documents\(keys)"
      + (scope.requiresTimeStamp ? "" : ", believed without a time stamp")
  }

  /// What its operator may not have meant: an entry that withdraws a key of another service takes it
  /// away there too.
  static func notes(
    on list: GovernmentTrustList, among lists: [GovernmentTrustList]
  ) -> String {
    var text = ""
    for (entity, service) in list.content.services {
      for key in Set(service.withdrawals.compactMap(\.keyDigest)).sorted()
      where !service.names(key: key) {
        for other in lists {
          for (holder, owner) in other.content.services where owner.names(key: key) {
            text += "  note: \(name(entity, service)) withdraws the key \(key) of "
            text += "\(name(holder, owner))"
            text += other.digest == list.digest ? "" : " on \(Untrusted.clean(other.scheme))"
            text += "; that holds wherever the key is met\n"
          }
        }
      }
    }
    return text
  }

  private static func name(_ entity: TrustedEntity, _ service: TrustedService) -> String {
    let names = [entity.names.preferred, service.names.preferred].map { Untrusted.clean($0) }
    return names[0] == names[1] ? names[0] : names.joined(separator: ": ")
  }

  private static func anchors(_ title: String, _ store: AnchorStore?) -> String {
    guard let store else { return "" }
    return title + "\n"
      + store.certificates.map { certificate in
        "  - \(Untrusted.quoted("\(certificate.subject)", in: .english)), "
          + "until \(certificate.notAfter.display), \(certificate.sha256)\n"
      }.joined()
  }
}
