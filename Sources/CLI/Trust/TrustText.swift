import BroadsealBytes
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust

/// Whom a run believes, in words.
struct TrustText {
  private let wording: Wording

  /// Words of `wording`.
  init(_ wording: Wording) { self.wording = wording }

  /// Anchors and lists, proved.
  func text(of context: TrustContext) -> String {
    var text =
      context.government.isEmpty
      ? say(
        "no government list: nothing can be official (--government, --trust-dir or $BROADSEAL_TRUST names lists)\n",
        "政府のトラストリストがないため、公式と認められる文書はありません(--government、--trust-dir、$BROADSEAL_TRUST で指定します)\n"
      ) : ""
    for list in context.government { text += self.text(of: list) + "\n" }
    text += anchors(say("claim-signing anchors", "署名者のアンカー"), context.anchors.claimAnchors)
    text += anchors(say("time-stamp anchors", "タイムスタンプのアンカー"), context.anchors.tsaAnchors)
    for fingerprint in context.anchors.allowed.sorted() {
      text += say("accepted by hand: certificate ", "個別に許可した証明書: ") + fingerprint + "\n"
    }
    for purpose in context.anchors.acceptedPurposes.sorted() {
      text += say("accepted purpose: ", "認める用途: ") + ObjectName.text(purpose, wording) + "\n"
    }
    return text
  }

  /// One government list.
  func text(of list: GovernmentTrustList) -> String {
    let own = list.content.schemeNames?[wording.language.rawValue] ?? list.scheme
    let (scheme, territory) = (Untrusted.clean(own), Untrusted.clean(list.territory))
    var text = say(
      "government list \(scheme), \(territory)\n", "政府のトラストリスト \(scheme)、\(territory)\n")
    let (issued, next) = (list.content.issued.display, list.content.nextUpdate.display)
    text += say(
      "  number \(list.sequence), issued \(issued), next update by \(next)\n",
      "  第\(list.sequence)号、発行 \(issued)、次回更新 \(next) まで\n")
    text += basis(of: list)
    for recognised in list.content.recognises {
      let name = Untrusted.clean(recognised.keys.scheme)
      let places = recognised.jurisdictions.map(\.code).joined(separator: ", ")
      text += say("  recognises \(name) for \(places)\n", "  \(name) を受入れ(管轄: \(places))\n")
    }
    for (entity, service) in list.content.services {
      text += "  - \(name(entity, service))\n"
      guard let scope = service.scope ?? service.seal?.scope else { continue }
      let agency = Untrusted.clean(scope.agency.id)
      text += "      \(scope.jurisdiction.code)"
      text += say(", agency \(agency), ", "、機関 \(agency)、") + might(scope, service.seal) + "\n"
    }
    return text
  }

  /// Why a list is believed.
  func basis(of list: GovernmentTrustList) -> String {
    var text = ""
    if list.isPinned {
      let count = list.signers.count
      text += say("  signed by \(count) pinned keys\n", "  登録済みの鍵\(count)個による署名あり\n")
    }
    for grant in list.grants {
      let by = Untrusted.clean(grant.by)
      text += say("  recognised by \(by)", "  \(by) による受入れあり")
      text +=
        list.isPinned || list.isInForce
        ? "\n"
        : say(", which is not in force: nobody is believed\n", "(効力がないため、この受入れによって信頼できる発行者はいません)\n")
    }
    return text
  }

  /// What a service vouches for.
  private func might(_ scope: Scope, _ seal: SealScope?) -> String {
    guard let seal else {
      let labels = wording.words(for: scope.labels)
      return say("may state \(labels)", "申告できる内容 \(labels)")
    }
    let keys =
      seal.keys.isEmpty
      ? "" : say(" with \(seal.keys.count) listed keys", "(登録された鍵\(seal.keys.count)個)")
    return say("seals PDF documents", "PDF文書のeシール") + keys
      + (scope.requiresTimeStamp
        ? "" : say(", believed without a time stamp", "、タイムスタンプなしでも有効"))
  }

  /// What its operator may not have meant: an entry that withdraws a key of another service takes it
  /// away there too.
  func notes(
    on list: GovernmentTrustList, among lists: [GovernmentTrustList]
  ) -> [String] {
    var notes: [String] = []
    for (entity, service) in list.content.services {
      for key in Set(service.withdrawals.compactMap(\.keyDigest)).sorted()
      where !service.names(key: key) {
        for other in lists {
          for (holder, owner) in other.content.services where owner.names(key: key) {
            let (by, whose) = (name(entity, service), name(holder, owner))
            let scheme = other.digest == list.digest ? nil : Untrusted.clean(other.scheme)
            notes.append(
              say(
                "\(by) withdraws the key \(key) of \(whose)\(scheme.map { " on " + $0 } ?? ""); that holds "
                  + "wherever the key is met",
                "\(by) は\(scheme.map { $0 + " の" } ?? "")\(whose) の鍵 \(key) を取り消しています。この取消しはすべてのリストに及びます"
              ))
          }
        }
      }
    }
    return notes
  }

  private func name(_ entity: TrustedEntity, _ service: TrustedService) -> String {
    let names = [entity.names, service.names].map { names in
      Untrusted.clean(names[wording.language.rawValue] ?? names.preferred)
    }
    return names[0] == names[1] ? names[0] : names.joined(separator: ": ")
  }

  private func anchors(_ title: String, _ store: AnchorStore?) -> String {
    guard let store else { return "" }
    return title + "\n"
      + store.certificates.map { certificate in
        let name = Untrusted.quoted("\(certificate.subject)", in: wording.language)
        let end = certificate.notAfter.display
        return "  - "
          + say("\(name), until \(end), ", "\(name)、\(end) まで、") + "\(certificate.sha256)\n"
      }.joined()
  }

  private func say(_ english: String, _ japanese: String) -> String {
    wording.say(english, japanese)
  }
}

extension Wording {
  /// Why a list is not believed, in a few words.
  func words(for kind: TrustError.Kind) -> String {
    switch kind {
    case .missing: say("not there", "ファイルがありません")
    case .unreadable: say("it cannot be read", "読み取れません")
    case .tooLarge: say("too large", "大きすぎます")
    case .unknownFile: say("nothing that belongs there", "置けないファイルです")
    case .malformed: say("it is not as a list has to be", "リストの規則に従っていません")
    case .keysMissing: say("nothing proves it: its keys are missing", "検証する鍵がありません")
    case .unsigned: say("nobody has signed it", "署名がありません")
    case .notEnoughSignatures: say("too few of its keepers have signed it", "必要な数の署名がありません")
    case .wrongScheme: say("it is another list than that of the keys", "鍵が別のリストのものです")
    case .stale: say("out of date", "有効期限が切れています")
    case .notYetValid: say("not in force yet", "まだ効力がありません")
    case .rolledBack: say("older than one that was seen", "以前に確認したものより古いリストです")
    default: say("it is not believed", "信頼されません")
    }
  }
}

extension Wording {
  /// What a label may state: the value that `trust add --labels` takes, in Japanese behind its meaning.
  func word(for label: LabelKind) -> String {
    let meaning =
      switch label {
      case .official: "公式文書"
      case .aiGenerated: "AI生成"
      case .aiAltered: "一部AI加工"
      }
    return say(label.rawValue, "\(meaning)(\(label.rawValue))")
  }

  /// Several of them, one after the other.
  func words(for labels: Set<LabelKind>) -> String {
    labels.sorted { $0.rawValue < $1.rawValue }.map { word(for: $0) }
      .joined(separator: say(", ", "、"))
  }
}
