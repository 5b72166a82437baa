package import BroadsealNotes

/// What can be the matter with a file, whatever its format.
package enum FileCode: UInt8, CodeFamily {
  case changed
  case notRegular
  case parentBroken
  case size
  case special
  case symlink
  case truncated
  case typeMismatch
  case unreadable
  case sidecarSize
  case storeSize
  case archiveDepth
  case memberDamaged
  case memberEncrypted
  case archiveAmbiguous
  case breaksOff

  /// The family.
  package static var family: Family { .file }

  /// Spelling, nature and words of each.
  package var row: CodeRow {
    switch self {
    case .changed:
      CodeRow(
        "FILE-CHANGED", .unavailable, "The file changed while it was read.",
        "読み取り中にファイルが変更されました。")
    case .notRegular:
      CodeRow(
        "FILE-NOT-REGULAR", .unavailable, "This is not a regular file.",
        "通常のファイルではありません。")
    case .parentBroken:
      CodeRow(
        "PARENT-BROKEN", .remark,
        "An earlier label or PDF signature of the document did not hold when it was signed over.",
        "この文書の以前のラベルまたはPDF署名は、署名し直した時点で有効ではありませんでした。")
    case .size:
      CodeRow(
        "FILE-SIZE", .unavailable, "The file is larger than what this run judges.",
        "ファイルが判定対象の上限を超える大きさです。")
    case .special:
      CodeRow(
        "FILE-SPECIAL", .unavailable, "A pipe, socket or device is not read.",
        "パイプ、ソケット、デバイスは読み取りません。")
    case .symlink:
      CodeRow(
        "FILE-SYMLINK", .unavailable, "A symbolic link is not followed.",
        "シンボリックリンクはたどりません。")
    case .truncated:
      CodeRow(
        "FILE-TRUNCATED", .unavailable, "The file became shorter while it was read.",
        "読み取り中にファイルが短くなりました。")
    case .typeMismatch:
      CodeRow(
        "FILE-TYPE-MISMATCH", .remark, "The name and the content are of different types.",
        "ファイル名と内容の形式が異なります。")
    case .unreadable:
      CodeRow(
        "FILE-UNREADABLE", .unavailable, "The file could not be read.",
        "ファイルを読み取れませんでした。")
    case .sidecarSize:
      CodeRow(
        "SIDECAR-SIZE", .unavailable, "The separate label file is empty or too large.",
        "別ファイルのラベルが空か、大きすぎます。")
    case .storeSize: CodeRow("STORE-SIZE", .label, .largeLabel)
    case .archiveDepth:
      CodeRow(
        "ARCHIVE-DEPTH", .unread, "The archive lies deeper in archives than this run looks.",
        "アーカイブの入れ子が深すぎるため、中を確認していません。")
    case .memberDamaged:
      CodeRow(
        "MEMBER-DAMAGED", .broken, "The file in the archive cannot be unpacked.",
        "アーカイブ内のファイルを展開できません。")
    case .memberEncrypted: CodeRow("MEMBER-ENCRYPTED", .locked, .encrypted)
    case .archiveAmbiguous: CodeRow("ARCHIVE-AMBIGUOUS", .ambiguous, .twoReadings)
    case .breaksOff: CodeRow("FILE-BREAKS-OFF", .broken, .breaksOff)
    }
  }
}
