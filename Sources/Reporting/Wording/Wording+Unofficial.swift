package import BroadsealNotes
import BroadsealProvenance
import BroadsealVerifying

extension Wording {
  /// Who signed a document that is not official, and why it is not.
  ///
  /// What is certain is said first: a key that a list withdrew, a signer on no list. Only what is left is open.
  func unofficial(_ origin: Origin, of verdict: Verdict) -> Sentence {
    guard let agency = origin.agency else {
      return verdict.isOpenInTime ? openInTime(origin) : unlisted(origin)
    }
    if origin.has(.stale), origin.withdrawal == nil {
      return say(
        "It cannot be decided who issued this: the trust list is out of date.",
        "トラストリストの有効期限が切れているため、発行者を判断できません。")
    }
    return verdict.isOpenInTime ? openInTime(origin) : listed(agency, origin, verdict)
  }

  /// Nothing but the time at which it was signed is open.
  private func openInTime(_ origin: Origin) -> Sentence {
    let signer = signer(of: origin)
    return say(
      "It cannot be decided whether this was signed in time: the signer's certificate has expired, "
        + "and the time-stamp authority is on no list that was given. "
        + "Signer: \(quoted: signer, .english).",
      "期限内に署名されたかどうかは判断できません。署名者の証明書は期限が切れており、"
        + "時刻認証局は指定されたどのリストにも登録されていません。"
        + "署名者:\(quoted: signer, .japanese)。")
  }

  /// The label does not hold although the bytes are those that were signed.
  func invalid(_ origin: Origin, because fault: SignatureFault) -> Sentence {
    let signer = signer(of: origin)
    return say(
      "The signature is not valid: \(own: fault.text(self)). Signer: \(quoted: signer, .english).",
      "署名は有効ではありません:\(own: fault.text(self))。署名者:\(quoted: signer, .japanese)。")
  }

  /// An agency of a trust list signed, but the document is not official.
  private func listed(_ agency: Agency, _ origin: Origin, _ verdict: Verdict) -> Sentence {
    let name = name(of: agency)
    let country = country(origin.jurisdiction ?? "")
    if let withdrawal = origin.withdrawal { return withdrawn(withdrawal, of: name, country) }
    guard let code = Wording.decisive(origin.reasons.map(\.code)) else {
      return say(
        "Signed by: \(listed: name) (\(own: country)), but not proved to be official.",
        "署名者:\(listed: name)(\(own: country))。公式文書であることは確認できません。")
    }
    let reason = code == OfficialCode.fileType.code ? misnamed(verdict) : sentence(for: code)
    if Wording.disclaims(code) {
      return say(
        "Signed by: \(listed: name) (\(own: country)), but not labelled official.",
        "署名者:\(listed: name)(\(own: country))。公式文書としてのラベルはありません。")
    }
    return say(
      "Signed by: \(listed: name) (\(own: country)), but not proved to be official. "
        + "\(own: reason)",
      "署名者:\(listed: name)(\(own: country))。公式文書であることは確認できません。"
        + "\(own: reason)")
  }

  /// A key of a listed agency signed, and the list believes it no more: whoever reads it is told that first.
  private func withdrawn(
    _ withdrawal: Origin.Withdrawal, of name: String, _ country: String
  ) -> Sentence {
    let since = withdrawal.since.display
    let key: Sentence = say(
      "Signed with a key of: \(listed: name) (\(own: country)), ",
      "\(listed: name)(\(own: country))の鍵による署名ですが、")
    let why: Sentence =
      switch withdrawal.reason {
      case .stolen:
        say(
          "which the list withdrew as stolen from \(own: since) on: anybody may have signed this.",
          "この鍵は盗用のおそれがあるため、\(own: since)以降無効とされています。第三者が署名した可能性があります。")
      case .authorityStolen:
        say(
          "which the list withdrew from \(own: since) on, since the key of the authority above it may be stolen: "
            + "anybody may have signed this.",
          "上位の認証局の鍵に盗用のおそれがあるため、\(own: since)以降無効とされています。第三者が署名した可能性があります。")
      case .unspecified:
        say(
          "which the list withdrew from \(own: since) on without saying why: anybody may have signed this.",
          "この鍵は理由の記載なく\(own: since)以降無効とされています。第三者が署名した可能性があります。")
      case .ended:
        say(
          "which the list withdrew from \(own: since) on. It is not proved to be official.",
          "この鍵は\(own: since)以降無効とされています。公式文書であることは確認できません。")
      }
    return key + why
  }

  /// The signer is no agency of a trust list that was given.
  private func unlisted(_ origin: Origin) -> Sentence {
    let signer = signer(of: origin)
    let signed: Sentence =
      switch origin.status {
      case .known:
        say(
          "Signed by \(quoted: signer, .english), a certificate accepted by hand",
          "署名者:\(quoted: signer, .japanese)。個別に許可された証明書です")
      case .recognisedTool:
        say(
          "Signed by \(quoted: signer, .english), a recognised signing tool or service",
          "署名者:\(quoted: signer, .japanese)。登録された署名ツール・サービスです")
      default:
        say("Signed by \(quoted: signer, .english)", "署名者:\(quoted: signer, .japanese)")
      }
    return signed + standing(of: origin)
      + (origin.has(.undecided)
        ? say(
          " \(own: sentence(for: OfficialCode.undecided.code))",
          "\(own: sentence(for: OfficialCode.undecided.code))")
        : "")
  }

  /// What the lists say of a signer who is no agency of one, as the rest of the sentence that names it.
  private func standing(of origin: Origin) -> Sentence {
    if origin.has(.noList) {
      return say(
        ". No government trust list was given, so it cannot be said whether that is a "
          + "government issuer.",
        "。政府のトラストリストが指定されていないため、政府機関かどうかを確認できません。")
    }
    if origin.has(.sealsOnly) {
      return say(
        ", whom a list that was given knows for seals, and not for labels.",
        "。指定されたリストではeシールの付与者として登録されていますが、ラベルの署名者としては登録されていません。")
    }
    if let code = origin.reasons.map(\.code).first(where: { $0.condition == 5 }) {
      let reason = sentence(for: code)
      return say(
        ", not recognised as a government issuer. \(own: reason)",
        "。登録された政府機関とは確認できません。\(own: reason)")
    }
    if origin.has(.stale) {
      let known: Sentence =
        origin.status == .unrecognised
        ? say(", who is on no list that was given", "。指定されたリストに登録されていません") : ""
      return known
        + say(
          ". Whether that is a government issuer cannot be decided: the trust list is out of date.",
          "。トラストリストの有効期限が切れているため、政府機関かどうかを判断できません。")
    }
    return origin.status == .unrecognised
      ? say(", who is on no list that was given.", "。指定されたリストに登録されていません。")
      : say(", not a government issuer.", "。政府機関としては登録されていません。")
  }

  private func signer(of origin: Origin) -> String {
    origin.signer?.name ?? say("unknown", "不明")
  }

  /// Whether the document does not claim to be official.
  static func disclaims(_ code: Code) -> Bool { code.isOne(of: .noLabel, .notOfficial) }

  /// The code that one sentence is about, of all that keep a document of a listed agency from being official;
  /// nil when there is none.
  package static func decisive(_ codes: [Code]) -> Code? {
    // These tell more than that a document does not claim to be official.
    codes.first { $0.isOne(of: .withdrawn, .notGranted, .revoked) } ?? codes.first(where: disclaims)
      ?? codes.first
  }
}

/// Why the label of a file does not hold although the bytes are those that were signed.
enum SignatureFault: Sendable, Hashable {
  /// The signer's certificate was out of date when it signed; without a stamp, it is now.
  case outsideValidity(isStamped: Bool)
  /// The signer's certificate breaks a rule of the profile.
  case credential
  /// The signer's certificate was revoked.
  case revoked
  /// Something that the document was made from does not hold.
  case ingredient

  /// The fault of a file that is intact and whose manifest is not valid; nil for any other.
  init?(_ verdict: Verdict) {
    guard verdict.hasFailedLabel else { return nil }
    let result = verdict.c2pa
    if result.hasFailed(.signingCredentialOcspRevoked) {
      self = .revoked
    } else if result.hasFailed(.signingCredentialInvalid) {
      self = .credential
    } else if result.hasFailed(.claimSignatureOutsideValidity) {
      self = .outsideValidity(isStamped: verdict.time?.trusted != nil)
    } else {
      self = .ingredient
    }
  }

  /// The fault as a part of a sentence.
  func text(_ wording: Wording) -> String {
    switch self {
    case .outsideValidity(isStamped: true):
      wording.say(
        "the signer's certificate was out of date when it signed",
        "署名した時点で署名者の証明書が有効期間外でした")
    case .outsideValidity(isStamped: false):
      wording.say(
        "the signer's certificate is out of date, and no trusted time stamp proves that it signed "
          + "before",
        "署名者の証明書が有効期間外で、有効期間内に署名したことを示すタイムスタンプもありません")
    case .credential:
      wording.say(
        "the signer's certificate is not one that may sign labels",
        "署名者の証明書がラベルの署名に使えるものではありません")
    case .revoked:
      wording.say("the signer's certificate was revoked", "署名者の証明書は失効しています")
    case .ingredient:
      wording.say(
        "the label of something that it was made from does not hold", "素材のラベルが有効ではありません")
    }
  }
}
