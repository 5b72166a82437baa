import BroadsealBytes
import BroadsealFiles
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust

/// What each party asks of a signer's certificate, and whether this one has it.
struct CertificateRules {
  let leaf: Certificate
  let others: [Certificate]
  let time: UTCTime

  /// The rules of the C2PA profile, and what a certificate has that keeps them.
  private static let profileRules = [
    ("version", "it is of version 3"),
    ("extensions", "every extension is whole and stands once"),
    ("unique-identifiers", "it has no unique identifier of old form"),
    ("signature-algorithm", "it is signed with an algorithm that is allowed"),
    ("subject-key", "its key is of a kind that is allowed"),
    ("basic-constraints", "it is no authority's certificate"),
    ("key-usage", "its key may make signatures and not sign certificates"),
    ("extended-key-usage", "its purposes are named and go together"),
    ("authority-key-identifier", "it names its issuer's key"),
  ]

  /// Whether the private key is the certificate's.
  ///
  /// - Parameter weakness: why the key at hand cannot sign; nil where it can.
  func key(_ secret: PrivateKey?, in file: FilePath?, _ weakness: String?) -> CheckSection {
    var section = CheckSection("private key")
    if let weakness {
      section.add(false, weakness)
    } else if let secret {
      let fits = secret.publicKey == leaf.publicKey
      section.add(fits, fits ? "it is the certificate's" : "it is not the certificate's")
      if let file, file.isReadableByOthers {
        section.addUnchecked(
          "\(file.display): other users may read it; chmod 600 makes it yours alone")
      }
    } else {
      section.addUnchecked("not at hand, so not checked")
    }
    return section
  }

  /// The C2PA certificate profile, for the signer and for the authorities above it.
  func profile() -> CheckSection {
    var section = CheckSection("C2PA certificate profile")
    let violations = CertificateProfile.violations(of: leaf)
    for (rule, held) in CertificateRules.profileRules {
      section.add(
        "\(rule): \(held)",
        broken: violations.filter { $0.rule == rule }.map {
          "\(rule): \(ObjectName.named(in: $0.reason))\(cure(of: rule))"
        } + (rule == "extended-key-usage" ? misuse : []))
    }
    let names = CertificateRules.profileRules.map(\.0)
    for violation in violations where !names.contains(violation.rule) {
      section.add(false, "\(violation.rule): \(violation.reason)")
    }
    if PersonalSubject.isPersonal(leaf.subject) {
      section.addUnchecked("subject: it names a person, which every signature publishes")
    }
    for authority in others where authority.isCA {
      let name = Untrusted.clean("\(authority.subject)")
      section.add(
        "authority \(name): every rule holds",
        broken: CertificateProfile.violations(ofAuthority: authority).map {
          "authority \(name): \($0.rule): \($0.reason)"
        })
    }
    return section
  }

  /// What would mend a rule, where words for it are short.
  private func cure(of rule: String) -> String {
    if rule == "version" {
      return "; openssl x509 -req makes version 3 with -copy_extensions copy, or with -extfile"
    }
    guard rule == "extended-key-usage", leaf.extendedKeyUsage == nil else { return "" }
    return "; name \(ObjectName.text(Purpose.claimSigning)) or "
      + ObjectName.text(Purpose.documentSigning)
  }

  /// Purposes that go together and are no signer's.
  private var misuse: [String] {
    guard let purposes = leaf.extendedKeyUsage, !purposes.isEmpty,
      purposes.allSatisfy(ObjectName.isForTLS)
    else { return [] }
    return [
      "extended-key-usage: it is for TLS connections alone; a signer's names "
        + "\(ObjectName.text(Purpose.claimSigning)) or "
        + ObjectName.text(Purpose.documentSigning)
    ]
  }

  /// Whether the file brings the certificates between the signer and an anchor.
  func chain() -> CheckSection {
    var section = CheckSection("chain in the file")
    var (top, count) = (leaf, 1)
    while !top.isSelfSigned, count <= others.count,
      let above = others.first(where: { $0.subject == top.issuer && $0 != top })
    {
      (top, count) = (above, count + 1)
    }
    guard !top.isSelfSigned else {
      section.add(true, "it leads to \(Untrusted.clean("\(top.subject)")), which signed itself")
      return section
    }
    section.addUnchecked(
      "it ends below \(Untrusted.clean("\(top.issuer)")): add that certificate, unless readers have it as "
        + "an anchor")
    return section
  }

  /// Whether each certificate is in date, and for how long.
  func dates(_ expiry: ExpiryOptions) -> CheckSection {
    var section = CheckSection("dates at \(time.display)")
    for certificate in [leaf] + others {
      section.add(
        certificate.notBefore <= time && time <= certificate.notAfter,
        "\(Untrusted.clean("\(certificate.subject)")): valid \(certificate.notBefore.display) to "
          + certificate.notAfter.display)
      guard let ending = expiry.ending(of: certificate, at: time) else { continue }
      let text = Wording(.english).text(of: ending)
      if expiry.isNamed { section.add(false, text) } else { section.addUnchecked(text) }
    }
    return section
  }

  /// Whether the chain ends at an anchor of the C2PA kind; nil when no anchor was given.
  func anchors(_ context: TrustContext) -> CheckSection? {
    guard let anchors = context.anchors.claimAnchors else { return nil }
    return section("claim-signing anchors", anchors, context) { _, _ in }
  }

  /// Whether a government list would recognise the signer; nil when it knows no claim signer.
  func list(_ list: GovernmentTrustList, _ context: TrustContext) -> CheckSection? {
    guard let anchors = list.claimAnchors else { return nil }
    let title = "government list \(Untrusted.clean(list.scheme))"
    return section(title, anchors, context) { chain, section in
      guard let entry = list.entries(forChain: chain).first else {
        return section.add(false, "no entry of the list fits")
      }
      let agency = Untrusted.clean(entry.scope.agency.id)
      section.add(
        "every field of the entry of \(agency) agrees",
        broken: entry.mismatches(chain: chain).map(words))
      if !list.isInForce {
        section.add(false, "the recognition of the list is not in force at that time")
      }
      let isGranted = entry.isGranted(at: time)
      section.add(
        isGranted,
        isGranted ? "the list grants it" : "the list does not grant it at that time")
      if entry.scope.requiresTimeStamp, !list.content.hasClock(at: time) {
        section.add(
          false,
          "the entry asks for a time stamp, and the list has no time-stamp authority: nothing is official by it; "
            + "its keeper puts one on it with trust add --tsa")
      }
      section.add(
        "no list has withdrawn it",
        broken: context.withdrawals.withdrawal(
          from: everybody(above: chain, context), signedAt: time
        ).map {
          ["withdrawn from \($0.date.display): \($0.reason.rawValue)"]
        } ?? [])
    }
  }

  private func section(
    _ title: String, _ anchors: AnchorStore, _ context: TrustContext,
    _ further: ([Certificate], inout CheckSection) -> Void
  ) -> CheckSection {
    var section = CheckSection(title)
    let found = CertificateChain.validate(
      leaf: leaf, intermediates: others, anchors: anchors, at: time)
    switch found {
    case .failure(let failure): section.add(false, words(for: failure))
    case .success(let chain):
      section.add(true, "a chain of \(chain.count) certificates leads there")
      further(chain, &section)
      let isAccepted = !Set(leaf.extendedKeyUsage ?? [])
        .isDisjoint(with: context.anchors.acceptedPurposes)
      section.add(
        isAccepted,
        isAccepted
          ? "one of its purposes is accepted"
          : "none of its purposes is accepted; --eku accepts a further one")
      if !section.isRefusing { section.add(true, "it is accepted") }
    }
    return section
  }

  /// A rule of the entry that does not hold, with what it asks for where that can be said.
  private func words(for mismatch: ScopeMismatch) -> String {
    let code = mismatch.code.name
    if mismatch.code == .chain {
      return
        "\(code): the first certificate of the file is on the list itself, as the CA's: the signer's has to come first"
    }
    return mismatch.expected.isEmpty
      ? "\(code): it is written in a way that can hide what it says: \(shown(mismatch.found))"
      : "\(code): found \(shown(mismatch.found)), the list asks for \(shown(mismatch.expected))"
  }

  private func words(for failure: ChainFailure) -> String {
    switch failure.kind {
    case .untrusted: "no chain leads there"
    case .expired: "a certificate of the chain has expired"
    case .notYetValid: "a certificate of the chain is not valid yet"
    case .invalid: "the chain breaks a rule of X.509: \(failure.reason)"
    }
  }

  private func shown(_ values: [String]) -> String {
    values.isEmpty
      ? "none" : values.map { Untrusted.quoted($0, in: .english) }.joined(separator: ", ")
  }
}
