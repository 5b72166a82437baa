package import BroadsealNotes

/// Why a PDF signature is no seal of a recognised issuer. The digit is the condition that fails: 1 it is
/// in a form that can be judged, 2 it holds, 3 nothing was changed after it, 4 its signer is on a list, 5 the
/// certificate is fit for seals, 6 the list allows it, 7 it is dated in time, 8 nothing is revoked, 9 the
/// list is fresh.
package enum SealCode: UInt8, CodeFamily {
  case form
  case kind
  case message
  case fileType
  case broken
  case unchecked
  case weak
  case changed
  case unjudged
  case noList
  case unlisted
  case labelsOnly
  case keyUsage
  case person
  case purpose
  case certification
  case key
  case otherKind
  case qualified
  case scope
  case authorityNotGranted
  case authorityRevoked
  case authorityUnlisted
  case authorityWithdrawn
  case beforeAnswer
  case compromised
  case future
  case noStamp
  case noTime
  case notGranted
  case outsidePeriod
  case outsideValidity
  case stampUntrusted
  case stampWeak
  case withdrawn
  case revoked
  case revocationUnknown
  case notYetIssued
  case stale

  /// The family.
  package static var family: Family { .seal }

  /// Spelling, nature and words of each.
  package var row: CodeRow {
    let (name, english, japanese) = text
    return CodeRow("SEAL-\(condition)-\(name)", .reason, english, japanese)
  }

  private typealias Text = (name: String, english: String, japanese: String)

  private var text: Text {
    switch condition {
    case 1...3: bytes
    case 4...6: signer
    case 7: time
    default: list
    }
  }

  private var bytes: Text {
    switch self {
    case .kind:
      ("KIND", "PDF signatures of this kind are not judged.", "この種類のPDF署名は検証の対象外です。")
    case .message:
      (
        "CMS", "The seal's message does not say what a seal has to say.",
        "eシールの署名データに必要な項目がありません。"
      )
    case .fileType:
      (
        "FILE-TYPE", "The name and the content are of different types.",
        "ファイル名と内容の形式が異なります。"
      )
    case .broken:
      ("BROKEN", "The file does not match its seal.", "ファイルがeシールと一致しません。")
    case .unchecked:
      (
        "UNCHECKED", "Something of the seal cannot be computed here: it may hold or not.",
        "eシールの一部を本バージョンでは検証できないため、有効かどうかを判断できません。"
      )
    case .weak:
      (
        "WEAK", "The seal rests on an algorithm that can be broken.",
        "eシールに、破られうる弱いアルゴリズムが使われています。"
      )
    case .changed:
      ("CHANGED", "The file was changed after it was sealed.", "eシール付与後に変更されています。")
    case .unjudged:
      (
        "UNJUDGED", "It cannot be judged what came after the seal.",
        "eシール付与後に何が加えられたかを検証できません。"
      )
    default: ("FORM", "The seal is not in a form that can be judged.", "eシールの形式を検証できません。")
    }
  }

  private var signer: Text {
    switch self {
    case .labelsOnly:
      (
        "LABELS-ONLY", "A list that was given knows the key for labels, and not for seals.",
        "指定されたリストではラベルの署名者として登録されていますが、eシールの付与者としては登録されていません。"
      )
    case .noList:
      ("NO-LIST", "No government trust list was given.", "政府のトラストリストが指定されていません。")
    case .keyUsage:
      (
        "KEY-USAGE", "The sealer's certificate is not fit for seals.",
        "証明書がeシールの要件を満たしません。"
      )
    case .person:
      (
        "PERSON", "A natural person signed, and a list would have to name that key.",
        "自然人の証明書による署名です。リストにその鍵の登録が必要です。"
      )
    case .purpose:
      (
        "PURPOSE", "The sealer's certificate was made for another purpose.",
        "証明書の用途がeシールの用途と異なります。"
      )
    case .certification:
      (
        "CERTIFICATION", "The seal allows more changes than the list does.",
        "eシールが、リストの認める範囲を超える変更を許可しています。"
      )
    case .key:
      ("KEY", "The key is none of those that the list names.", "リストに登録された鍵ではありません。")
    case .otherKind:
      (
        "KIND", "The list does not allow seals of this kind.", "リストで認められた種類のeシールではありません。"
      )
    case .qualified:
      (
        "QUALIFIED", "The certificate does not say that it is one for electronic seals.",
        "eシール用の適格証明書ではありません。"
      )
    case .scope:
      ("SCOPE", "The seal is outside what the list allows.", "登録された範囲外のeシールです。")
    default:
      (
        "UNLISTED", "The sealer is on no government list.",
        "eシールの付与者は政府のトラストリストに登録されていません。"
      )
    }
  }

  private var time: Text {
    switch self {
    case .authorityNotGranted:
      (
        "AUTHORITY-NOT-GRANTED",
        "The trust list did not recognise the time-stamp authority at that time.",
        "タイムスタンプの時点では、時刻認証局はトラストリストで認められていませんでした。"
      )
    case .authorityRevoked:
      (
        "AUTHORITY-REVOKED", "The certificate of the time-stamp authority was revoked.",
        "時刻認証局の証明書は失効しています。"
      )
    case .authorityUnlisted:
      (
        "AUTHORITY-UNLISTED", "The time-stamp authority is not on the trust list.",
        "時刻認証局がトラストリストに登録されていません。"
      )
    case .authorityWithdrawn:
      (
        "AUTHORITY-WITHDRAWN", "The trust list has withdrawn the time-stamp authority.",
        "トラストリストで時刻認証局が取り消されています。"
      )
    case .beforeAnswer:
      (
        "BEFORE-ANSWER",
        "The stated time is before an answer about revocation or a time stamp that was sealed with it.",
        "申告された時刻が、eシールの対象に含まれる失効情報またはタイムスタンプより前です。"
      )
    case .compromised:
      (
        "COMPROMISED",
        "Somebody else may have had the key, and no time stamp says that it was sealed before.",
        "鍵が漏えいした可能性があり、それ以前の付与を示すタイムスタンプがありません。"
      )
    case .future:
      ("FUTURE", "The stated time has not come yet.", "申告された時刻が未来です。")
    case .noTime:
      ("NO-TIME", "When it was sealed is not stated.", "付与時刻の記載がありません。")
    case .notGranted:
      (
        "NOT-GRANTED", "The trust list did not recognise the sealer at that time.",
        "付与時点では、付与者はトラストリストで認められていませんでした。"
      )
    case .outsidePeriod:
      (
        "OUTSIDE-PERIOD", "It was sealed outside the time in which the list knows the key.",
        "付与時刻が、リストに登録された鍵の期間外です。"
      )
    case .outsideValidity:
      (
        "OUTSIDE-VALIDITY", "It was sealed outside the validity of a certificate.",
        "付与時刻が証明書の有効期間外です。"
      )
    case .stampUntrusted:
      ("STAMP-UNTRUSTED", "The time stamp is not trusted.", "タイムスタンプを信頼できません。")
    case .stampWeak:
      (
        "STAMP-WEAK", "The time stamp rests on an algorithm that can be broken.",
        "タイムスタンプに、破られうる弱いアルゴリズムが使われています。"
      )
    case .withdrawn:
      (
        "WITHDRAWN", "The trust list has withdrawn the sealer.", "トラストリストで付与者が取り消されています。"
      )
    default: ("NO-STAMP", "When it was sealed is not proved.", "付与時刻が証明されていません。")
    }
  }

  private var list: Text {
    switch self {
    case .revoked:
      ("REVOKED", "The sealer's certificate was revoked.", "付与者の証明書は失効しています。")
    case .revocationUnknown:
      (
        "UNKNOWN", "Nothing proves that the sealer's certificate was not revoked.",
        "付与者の証明書が失効していないことを確認できません。"
      )
    case .notYetIssued:
      (
        "NOT-YET-ISSUED", "The trust list was issued later.", "トラストリストはその時点でまだ発行されていません。"
      )
    default:
      ("STALE", "The list is out of date.", "リストの有効期限が切れています。")
    }
  }

  /// The condition that fails.
  package var condition: Int {
    switch self {
    case .form, .kind, .message, .fileType: 1
    case .broken, .unchecked, .weak: 2
    case .changed, .unjudged: 3
    case .labelsOnly, .noList, .unlisted: 4
    case .keyUsage, .person, .purpose: 5
    case .certification, .key, .otherKind, .qualified, .scope: 6
    case .authorityNotGranted, .authorityRevoked, .authorityUnlisted, .authorityWithdrawn,
      .beforeAnswer, .compromised, .future, .noStamp, .noTime, .notGranted, .outsidePeriod,
      .outsideValidity, .stampUntrusted, .stampWeak, .withdrawn:
      7
    case .revoked, .revocationUnknown: 8
    case .notYetIssued, .stale: 9
    }
  }
}
