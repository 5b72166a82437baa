package import BroadsealNotes

/// What a label that holds leaves open.
package enum RemarkCode: UInt8, CodeFamily {
  case aiOtherEdits
  case bindingPartial
  case bindingParts
  case fileTypeUnknown
  case fileTypeUnsigned
  case laterChange
  case laterEvidence
  case listRecord
  case timeClaimedLater
  case timeSeveral
  case timeStampedAgain

  /// The family.
  package static var family: Family { .remark }

  /// Spelling, nature and words of each.
  package var row: CodeRow {
    switch self {
    case .aiOtherEdits:
      CodeRow(
        "AI-OTHER-EDITS", .remark, "The signer does not say that every change is listed.",
        "すべての変更が記載されているとは述べていません。")
    case .bindingPartial:
      CodeRow(
        "BINDING-PARTIAL", .remark,
        "The signature leaves out bytes of the file beside the label itself; those may have changed.",
        "署名はラベル以外にもファイルの一部を対象外としており、その部分は変更されている可能性があります。")
    case .bindingParts:
      CodeRow(
        "BINDING-PARTS", .remark,
        "Not the whole file, but each of its parts that are there is as it was signed.",
        "ファイル全体ではなく、残っている各部分が署名時のままです。")
    case .fileTypeUnknown:
      CodeRow(
        "FILE-TYPE-UNKNOWN", .remark,
        "The name of this text ends in nothing known: a program could take it for something else.",
        "ファイル名の末尾が既知の拡張子ではなく、別の種類のテキストとして扱われるおそれがあります。")
    case .fileTypeUnsigned:
      CodeRow(
        "FILE-TYPE-UNSIGNED", .remark,
        "The label does not state the type of the file; only the file's name does.",
        "ラベルにはファイル形式が記載されておらず、ファイル名だけが形式を示しています。")
    case .laterChange:
      CodeRow(
        "PDF-LATER-CHANGE", .remark,
        "Something was added to the document after it was labelled, or changed.",
        "ラベル付けの後に、文書への追加または変更があります。")
    case .laterEvidence:
      CodeRow(
        "PDF-LATER-EVIDENCE", .remark,
        "Only proofs about signatures were added to the document after it was labelled.",
        "ラベル付けの後に追加されたのは、署名の検証情報だけです。")
    case .listRecord:
      CodeRow(
        "LIST-RECORD", .remark,
        "The record of trust lists seen before could not be used: an older list could be believed.",
        "過去に確認したリストの記録を利用できず、古いリストが信頼されるおそれがあります。")
    case .timeClaimedLater:
      CodeRow(
        "TIME-CLAIMED-LATER", .remark, "The claimed time is later than the time stamp.",
        "申告された時刻がタイムスタンプより後です。")
    case .timeSeveral:
      CodeRow(
        "TIME-SEVERAL", .remark,
        "One signature bears several trusted time stamps; the earliest is told.",
        "一つの署名に信頼できるタイムスタンプが複数あります。最も早い時刻を示します。")
    case .timeStampedAgain:
      CodeRow(
        "TIME-STAMPED-AGAIN", .remark,
        "The label was stamped again later; it is older than its newest time stamp.",
        "ラベルには後からタイムスタンプが追加されています。最新のタイムスタンプより前に作成されたものです。")
    }
  }
}
