import Broadseal
import BroadsealBytes
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealSigning
import BroadsealTrust

/// What a profile needs beside a good certificate, so that what it signs is found official.
struct ProfileRules {
  let draft: ProfileDraft
  let context: TrustContext
  let rules: CertificateRules

  /// The rules, and whether each holds.
  ///
  /// - Parameter passphrase: opens the key of a local time-stamp authority.
  func section(_ passphrase: PassphraseOptions) throws -> CheckSection {
    var section = CheckSection("profile")
    agency(&section)
    try stamps(&section, passphrase)
    return section
  }

  /// Whether a list lets the signer speak for the agency.
  private func agency(_ section: inout CheckSection) {
    guard let agency = draft.agency else {
      section.addUnchecked("no agency: it makes AI labels alone, and nothing official")
      return
    }
    guard !context.government.isEmpty else {
      section.addUnchecked("no list: that \(Untrusted.clean(agency.id)) is official is not checked")
      return
    }
    let broken = context.government.map { mismatches(agency, $0) }
    guard let least = broken.min(by: { $0.count < $1.count }) else { return }
    section.add("the list lets the key speak for \(Untrusted.clean(agency.id))", broken: least)
  }

  private func mismatches(_ agency: ProfileDraft.Agency, _ list: GovernmentTrustList) -> [String] {
    guard let anchors = list.claimAnchors,
      case .success(let chain) = CertificateChain.validate(
        leaf: rules.leaf, intermediates: rules.others, anchors: anchors, at: rules.time),
      let entry = list.entries(forChain: chain).first
    else { return ["\(Untrusted.clean(list.scheme)) does not know the key"] }
    return entry.mismatches(
      labels: [.official], agency: agency.id, jurisdiction: agency.jurisdiction
    ).map { mismatch in
      "\(mismatch.code.name): the profile says \(quoted(mismatch.found)), the list asks for "
        + quoted(mismatch.expected)
    }
  }

  private func quoted(_ values: [String]) -> String {
    values.isEmpty
      ? "nothing" : values.map { Untrusted.quoted($0, in: .english) }.joined(separator: ", ")
  }

  /// Whether trusted time can be had, and is believed.
  private func stamps(_ section: inout CheckSection, _ passphrase: PassphraseOptions) throws {
    guard !draft.authorities.isEmpty else {
      section.addUnchecked("no time-stamp authority: sign needs --tsa or --no-timestamp")
      return
    }
    guard let file = draft.localAuthority else {
      for address in draft.authorities {
        let shown = Untrusted.clean(address)
        do throws(HTTPError) {
          _ = try HTTPAddress(address)
          section.addUnchecked("\(shown) was not asked: no socket is opened here")
        } catch {
          section.add(
            false,
            "\(shown) is no time-stamp authority: http:// and https:// addresses work, and key:FILE "
              + "for a key of your own")
        }
      }
      return
    }
    do throws(SigningError) {
      _ = try passphrase.passphrases.opening(
        file.display, file: passphrase.passphraseFile?.path
      ) { secret throws(SigningError) in
        try LocalTimeStampAuthority.load(key: file, passphrase: secret)
      }
      section.add(true, "\(file.display) can stamp")
    } catch {
      section.add(false, "\(error)")
      return
    }
    try belief(&section, in: try passphrase.material(of: file))
  }

  private func belief(_ section: inout CheckSection, in material: KeyMaterial) throws {
    if draft.agency != nil, !context.government.isEmpty {
      return try officialBelief(&section, in: material)
    }
    guard let anchors = context.tsaAnchors else {
      guard context.government.isEmpty else {
        section.add(false, "no list and no anchor believes a time stamp; --tsa-anchors names some")
        return
      }
      section.addUnchecked("no anchor of time stamps: what it stamps is not checked")
      return
    }
    let isBelieved = ProfileRules.anchor(of: material, in: anchors, at: rules.time).map {
      context.believes(timeStampAnchor: $0, at: rules.time)
    }
    section.add(
      isBelieved ?? false,
      isBelieved ?? false
        ? "its time stamps are believed"
        : "its time stamps are believed by no list and no anchor that was given")
  }

  /// A document is official only with a stamp by an authority of the very list that lets its signer speak, whatever
  /// anchors a reader has beside it.
  private func officialBelief(_ section: inout CheckSection, in material: KeyMaterial) throws {
    let lists = context.government.filter(knowsSigner)
    let isBelieved = (lists.isEmpty ? context.government : lists).contains { list in
      list.tsaAnchors.flatMap {
        ProfileRules.anchor(of: material, in: $0, at: rules.time)
      }.map { list.believes(timeStampAnchor: $0, at: rules.time) } ?? false
    }
    section.add(
      isBelieved,
      isBelieved
        ? "its time stamps are believed"
        : "its time stamps are believed by no list that lets the key speak: the authority has to stand on that list"
    )
  }

  private func knowsSigner(_ list: GovernmentTrustList) -> Bool {
    guard let anchors = list.claimAnchors,
      case .success(let chain) = CertificateChain.validate(
        leaf: rules.leaf, intermediates: rules.others, anchors: anchors, at: rules.time)
    else { return false }
    return !list.entries(forChain: chain).isEmpty
  }

  /// The anchor that the authority's certificate leads to; nil where it leads to none.
  private static func anchor(
    of material: KeyMaterial, in anchors: AnchorStore, at time: UTCTime
  ) -> Certificate? {
    guard let leaf = material.certificates.first,
      case .success(let chain) = CertificateChain.validate(
        leaf: leaf, intermediates: Array(material.certificates.dropFirst()) + material.others,
        anchors: anchors, at: time)
    else { return nil }
    return chain.last
  }
}
