package import BroadsealNotes

/// Why a document is not official. The digit is the condition that fails: 1 the label holds to the letter,
/// 2 its active signer or an identity speaks, 3 the signer is on a list, 4 its chain keeps the rules,
/// 6 the label says it, 7 a listed authority dates it in time, 8 nothing is revoked, 9 the list is fresh.
package enum OfficialCode: UInt8, CodeFamily {
  case altered
  case bindingForm
  case credentialUnprotected
  case exclusions
  case fileStructure
  case fileType
  case ingredient
  case invalid
  case layout
  case limit
  case oldClaim
  case pdfSignature
  case segments
  case signatureForm
  case unproved
  case updated
  case identityExtra
  case identityForm
  case identityPartial
  case identityUntrusted
  case ingredientOnly
  case noList
  case rootInFile
  case selfSigned
  case unlisted
  case sealsOnly
  case chain
  case profile
  case purpose
  case gathered
  case malformed
  case noLabel
  case notOfficial
  case repeated
  case authorityNotGranted
  case authorityRevoked
  case authorityUnlisted
  case authorityWithdrawn
  case noStamp
  case notGranted
  case outsideValidity
  case stampForm
  case stampUntrusted
  case undecided
  case withdrawn
  case revoked
  case revocationUnknown
  case evidence
  case notYetIssued
  case recognition
  case stale

  /// The family.
  package static var family: Family { .official }

  /// Spelling, nature and words of each.
  package var row: CodeRow {
    switch self {
    case .altered:
      CodeRow(
        "OFF-1-ALTERED", .reason, "The file or its label was changed.",
        "ファイルまたはラベルが変更されています。")
    case .bindingForm:
      CodeRow(
        "OFF-1-BINDING-FORM", .reason,
        "The content is bound in another form than the standard's for this format.",
        "この形式に定められた方法以外で内容が保護されています。")
    case .credentialUnprotected:
      CodeRow(
        "OFF-1-CREDENTIAL-UNPROTECTED", .reason,
        "The signature does not cover the signer's certificate.",
        "署名が署名者の証明書を保護していません。")
    case .exclusions:
      CodeRow(
        "OFF-1-EXCLUSIONS", .reason, "More than the label itself is left out of the check.",
        "ラベル以外の部分も検証対象から除かれています。")
    case .fileStructure: CodeRow("OFF-1-FILE-STRUCTURE", .reason, .twoReadings)
    case .fileType:
      CodeRow(
        "OFF-1-FILE-TYPE", .reason, "The name and the content are of different types.",
        "ファイル名と内容の形式が異なります。")
    case .ingredient:
      CodeRow(
        "OFF-1-INGREDIENT", .reason, "Something that the document was made from does not hold.",
        "素材となったファイルのラベルが有効ではありません。")
    case .invalid:
      CodeRow(
        "OFF-1-INVALID", .reason, "The label is not valid by the C2PA standard.",
        "ラベルがC2PA標準の検証に合格していません。")
    case .layout:
      CodeRow(
        "OFF-1-LAYOUT", .reason, "The label is not laid out as official labels are.",
        "ラベルの配置が公式ラベルの要件を満たしません。")
    case .limit:
      CodeRow(
        "OFF-1-LIMIT", .reason,
        "Not everything that the document was made from could be looked at.",
        "素材の一部を確認できませんでした。")
    case .oldClaim:
      CodeRow(
        "OFF-1-OLD-CLAIM", .reason, "The label is of an old form.",
        "ラベルの形式が古いものです。")
    case .pdfSignature:
      CodeRow(
        "OFF-1-PDF-SIGNATURE", .reason,
        "The PDF signature that was made with the label does not hold.",
        "ラベルと同時に作成されたPDF署名が有効ではありません。")
    case .segments:
      CodeRow(
        "OFF-1-SEGMENTS", .reason,
        "The film is spread over several files, and they were not all there in their order.",
        "映像が複数のファイルに分かれており、すべてのファイルが順序どおりにそろっていません。")
    case .signatureForm:
      CodeRow(
        "OFF-1-SIGNATURE-FORM", .reason, "The signature is not in the one form allowed.",
        "署名の形式が認められたものではありません。")
    case .unproved:
      CodeRow(
        "OFF-1-UNPROVED", .reason, "Nothing that the label says could be proved.",
        "ラベルの内容を確認できませんでした。")
    case .updated:
      CodeRow(
        "OFF-1-UPDATED", .reason, "The label that this one updates does not hold.",
        "更新元のラベルが有効ではありません。")
    case .identityExtra:
      CodeRow(
        "OFF-2-IDENTITY-EXTRA", .reason,
        "The label says more than the agency's identity stands behind.",
        "機関の識別情報の対象外の内容がラベルに含まれています。")
    case .identityForm:
      CodeRow(
        "OFF-2-IDENTITY-FORM", .reason, "The agency's identity is not in the one form allowed.",
        "機関の識別情報の形式が認められたものではありません。")
    case .identityPartial:
      CodeRow(
        "OFF-2-IDENTITY-PARTIAL", .reason,
        "The agency's identity does not stand behind the whole document.",
        "機関の識別情報が文書全体を対象としていません。")
    case .identityUntrusted:
      CodeRow(
        "OFF-2-IDENTITY-UNTRUSTED", .reason, "No government list vouches for the identity.",
        "識別情報は政府のトラストリストで確認できません。")
    case .ingredientOnly:
      CodeRow(
        "OFF-2-INGREDIENT-ONLY", .reason,
        "Only something that the document was made from is official, not the document itself.",
        "公式なのは素材だけで、この文書自体ではありません。")
    case .noList:
      CodeRow(
        "OFF-3-NO-LIST", .reason, "No government trust list was given.",
        "政府のトラストリストが指定されていません。")
    case .rootInFile:
      CodeRow(
        "OFF-3-ROOT-IN-FILE", .reason,
        "The file brings its own root certificate, which counts for nothing.",
        "ファイルに含まれるルート証明書は信頼の根拠になりません。")
    case .selfSigned:
      CodeRow(
        "OFF-3-SELF-SIGNED", .reason, "The signer vouches only for itself.",
        "署名者が自分自身を証明しているだけです。")
    case .sealsOnly:
      CodeRow(
        "OFF-3-SEALS-ONLY", .reason,
        "A list that was given knows the key for seals, and not for labels.",
        "指定されたリストではeシールの付与者として登録されていますが、ラベルの署名者としては登録されていません。")
    case .unlisted:
      CodeRow(
        "OFF-3-UNLISTED", .reason, "The signer is on no government trust list that was given.",
        "署名者は指定された政府のトラストリストに登録されていません。")
    case .chain:
      CodeRow(
        "OFF-4-CHAIN", .reason, "The chain of certificates breaks a rule.",
        "証明書チェーンが規則に違反しています。")
    case .profile:
      CodeRow(
        "OFF-4-PROFILE", .reason, "The certificate does not fit the C2PA profile.",
        "証明書がC2PAの要件を満たしません。")
    case .purpose:
      CodeRow(
        "OFF-4-PURPOSE", .reason, "The certificate was not made for this one purpose.",
        "証明書の用途が適切ではありません。")
    case .gathered:
      CodeRow(
        "OFF-6-GATHERED", .reason, "The signer only passes the official label on.",
        "公式ラベルは署名者自身の申告ではありません。")
    case .malformed:
      CodeRow(
        "OFF-6-MALFORMED", .reason, "The official label cannot be read.",
        "公式ラベルを読み取れません。")
    case .noLabel:
      CodeRow(
        "OFF-6-NO-LABEL", .reason, "The document is signed, but not labelled official.",
        "署名はありますが、公式ラベルはありません。")
    case .notOfficial:
      CodeRow(
        "OFF-6-NOT-OFFICIAL", .reason, "The label does not say that the document is official.",
        "ラベルは公式文書であると示していません。")
    case .repeated:
      CodeRow(
        "OFF-6-REPEATED", .reason, "There is more than one official label.",
        "公式ラベルが複数あります。")
    case .authorityNotGranted:
      CodeRow(
        "OFF-7-AUTHORITY-NOT-GRANTED", .reason,
        "The trust list did not recognise the time-stamp authority at that time.",
        "タイムスタンプの時点では、時刻認証局はトラストリストで認められていませんでした。")
    case .authorityRevoked:
      CodeRow(
        "OFF-7-AUTHORITY-REVOKED", .reason,
        "The certificate of the time-stamp authority was revoked.",
        "時刻認証局の証明書は失効しています。")
    case .authorityUnlisted:
      CodeRow(
        "OFF-7-AUTHORITY-UNLISTED", .reason, "The time-stamp authority is not on the trust list.",
        "時刻認証局がトラストリストに登録されていません。")
    case .authorityWithdrawn:
      CodeRow(
        "OFF-7-AUTHORITY-WITHDRAWN", .reason,
        "The trust list has withdrawn the time-stamp authority.",
        "トラストリストで時刻認証局が取り消されています。")
    case .noStamp:
      CodeRow(
        "OFF-7-NO-STAMP", .reason, "There is no time stamp.",
        "タイムスタンプがありません。")
    case .notGranted:
      CodeRow(
        "OFF-7-NOT-GRANTED", .reason,
        "The trust list did not recognise the signer at the time of signing.",
        "署名時点では、署名者はトラストリストで認められていませんでした。")
    case .outsideValidity:
      CodeRow(
        "OFF-7-OUTSIDE-VALIDITY", .reason, "It was signed outside the validity of a certificate.",
        "署名時刻が証明書の有効期間外です。")
    case .stampForm:
      CodeRow(
        "OFF-7-STAMP-FORM", .reason,
        "The time stamp holds parts that its signature does not cover.",
        "タイムスタンプに、その署名の対象外の部分が含まれています。")
    case .stampUntrusted:
      CodeRow(
        "OFF-7-STAMP-UNTRUSTED", .reason, "The time stamp is not trusted.",
        "タイムスタンプを信頼できません。")
    case .undecided:
      CodeRow(
        "OFF-7-UNDECIDED", .reason,
        "The signer's certificate has expired, and nobody given vouches for its time stamp.",
        "署名者の証明書は期限が切れており、タイムスタンプの時刻認証局を認めるリストもありません。")
    case .withdrawn:
      CodeRow(
        "OFF-7-WITHDRAWN", .reason, "The trust list has withdrawn the signer.",
        "トラストリストで署名者が取り消されています。")
    case .revoked:
      CodeRow(
        "OFF-8-REVOKED", .reason, "The signer's certificate was revoked.",
        "署名者の証明書は失効しています。")
    case .revocationUnknown:
      CodeRow(
        "OFF-8-UNKNOWN", .reason, "Nothing proves that the certificate was not revoked.",
        "証明書が失効していないことを確認できません。")
    case .evidence:
      CodeRow(
        "OFF-9-EVIDENCE", .reason, "The evidence was kept for another file.",
        "保存された証拠は別のファイルのものです。")
    case .notYetIssued:
      CodeRow(
        "OFF-9-NOT-YET-ISSUED", .reason, "The trust list was issued later.",
        "トラストリストはその時点でまだ発行されていません。")
    case .recognition:
      CodeRow(
        "OFF-9-RECOGNITION", .reason, "The recognition by the other list is not in force.",
        "他のリストによる受入れが有効期間外です。")
    case .stale:
      CodeRow(
        "OFF-9-STALE", .reason, "It cannot be decided: the trust list is out of date.",
        "トラストリストの有効期限が切れているため、判断できません。")
    }
  }

  /// The condition that fails.
  package var condition: Int {
    switch self {
    case .altered, .bindingForm, .credentialUnprotected, .exclusions, .fileStructure, .fileType,
      .ingredient, .invalid, .layout, .limit, .oldClaim, .pdfSignature, .segments,
      .signatureForm, .unproved, .updated:
      1
    case .identityExtra, .identityForm, .identityPartial, .identityUntrusted, .ingredientOnly: 2
    case .noList, .rootInFile, .sealsOnly, .selfSigned, .unlisted: 3
    case .chain, .profile, .purpose: 4
    case .gathered, .malformed, .noLabel, .notOfficial, .repeated: 6
    case .authorityNotGranted, .authorityRevoked, .authorityUnlisted, .authorityWithdrawn, .noStamp,
      .notGranted, .outsideValidity, .stampForm, .stampUntrusted, .undecided, .withdrawn:
      7
    case .revoked, .revocationUnknown: 8
    case .evidence, .notYetIssued, .recognition, .stale: 9
    }
  }
}
