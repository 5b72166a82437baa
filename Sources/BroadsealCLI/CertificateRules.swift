import Auditing
import Bytes
import OpenSSL
import Trust

/// What each party asks of a signer's certificate, and whether this one has it.
struct CertificateRules {
  let leaf: Certificate
  let others: [Certificate]
  let time: UTCTime

  /// Whether the private key is the certificate's.
  func key(_ secret: PrivateKey?) -> CheckSection {
    var section = CheckSection("private key")
    if let secret {
      let fits = secret.publicKey == leaf.publicKey
      section.add(fits, fits ? "it is the certificate's" : "it is not the certificate's")
    } else {
      section.add(true, "not at hand, so not checked")
    }
    return section
  }

  /// The C2PA certificate profile, for the signer and for the authorities above it.
  func profile() -> CheckSection {
    var broken = CertificateProfile.violations(of: leaf).map { "\($0.rule): \($0.reason)" }
    for authority in others where authority.isCA {
      broken += CertificateProfile.violations(ofAuthority: authority).map {
        "authority \(authority.subject): \($0.rule): \($0.reason)"
      }
    }
    return CheckSection("C2PA certificate profile", broken: broken, fine: "every rule holds")
  }

  /// Whether each certificate is in date.
  func dates() -> CheckSection {
    let broken = ([leaf] + others).filter { time < $0.notBefore || time > $0.notAfter }.map {
      "\($0.subject): valid \($0.notBefore.display) to \($0.notAfter.display)"
    }
    return CheckSection(
      "dates at \(time.display)", broken: broken, fine: "every certificate is valid")
  }

  /// Whether the chain ends at an anchor of the C2PA kind; none when no anchor was given.
  func anchors(_ context: TrustContext) -> [CheckSection] {
    guard let anchors = context.anchors.claimAnchors else { return [] }
    return [section("claim-signing anchors", anchors, context) { _ in [] }]
  }

  /// Whether a government list would recognise the signer.
  func list(_ list: GovernmentTrustList, _ context: TrustContext) -> [CheckSection] {
    guard let anchors = list.claimAnchors else { return [] }
    let title = "government list \(Untrusted.clean(list.scheme))"
    return [
      section(title, anchors, context) { chain in
        let entries = list.entries(forChain: chain)
        guard let entry = entries.first else { return ["no entry of the list fits"] }
        var broken = entry.mismatches(chain: chain).map { mismatch in
          "\(mismatch.code.rawValue): found \(shown(mismatch.found)), "
            + "the list asks for \(shown(mismatch.expected))"
        }
        if !entry.isGranted(at: time) { broken.append("the list does not grant it at that time") }
        if let withdrawn = entry.invalidation(chain: chain, signedAt: time) {
          broken.append("withdrawn from \(withdrawn.date.display): \(withdrawn.reason.rawValue)")
        }
        return broken
      }
    ]
  }

  private func section(
    _ title: String, _ anchors: AnchorStore, _ context: TrustContext,
    _ further: ([Certificate]) -> [String]
  ) -> CheckSection {
    let found = CertificateChain.validate(
      leaf: leaf, intermediates: others, anchors: anchors, at: time)
    switch found {
    case .failure(let failure):
      return CheckSection(title, broken: ["no chain leads there: \(failure)"], fine: "")
    case .success(let chain):
      var broken = further(chain)
      if Set(leaf.extendedKeyUsage ?? []).isDisjoint(with: context.anchors.acceptedPurposes) {
        broken.append("none of its purposes is accepted; --eku accepts a further one")
      }
      return CheckSection(title, broken: broken, fine: "it is accepted")
    }
  }

  private func shown(_ values: [String]) -> String {
    values.isEmpty
      ? "none" : values.map { Untrusted.quoted($0, in: .english) }.joined(separator: ", ")
  }
}
