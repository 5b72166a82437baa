package import BroadsealNotes

/// What can be the matter with a text, structured or plain.
package enum TextCode: UInt8, CodeFamily {
  case blockBroken
  case blockForm
  case blocks
  case empty
  case encoding
  case kind
  case lineEnds
  case nfc
  case noComment
  case nul
  case padded
  case place
  case quotes
  case reference
  case shifted
  case storeSize
  case wrapperBroken
  case wrapperMisplaced
  case wrapperPadding
  case wrappers
  case xml

  /// The family.
  package static var family: Family { .text }

  /// Spelling, nature and words of each.
  package var row: CodeRow {
    switch self {
    case .blockBroken:
      CodeRow(
        "TEXT-BLOCK-BROKEN", .label, "One end of the label's frame is missing.",
        "ラベルを収める部分の始まりか終わりがありません。")
    case .blockForm:
      CodeRow(
        "TEXT-BLOCK-FORM", .label, "The label's line is not the comment that it has to be.",
        "ラベルの行が、あるべきコメントの形ではありません。")
    case .blocks: CodeRow("TEXT-BLOCKS", .label, .severalLabels)
    case .empty:
      CodeRow(
        "TEXT-EMPTY", .refusal, "The file is empty, so its label has to be a separate file.",
        "ファイルが空のため、ラベルは別ファイルにする必要があります。")
    case .encoding:
      CodeRow(
        "TEXT-ENCODING", .refusal,
        "The text is not in UTF-8, so its label has to be a separate file.",
        "UTF-8のテキストではないため、ラベルは別ファイルにする必要があります。")
    case .kind:
      CodeRow(
        "TEXT-KIND", .refusal, "A program that reads this text could stumble over a label inside.",
        "内部にラベルを置くと、このテキストを読むプログラムの妨げになるおそれがあります。")
    case .lineEnds:
      CodeRow(
        "TEXT-LINE-ENDS", .refusal, "The text has line ends that not every program takes for such.",
        "プログラムによって改行とみなされない改行があります。")
    case .nfc:
      CodeRow(
        "TEXT-NFC", .refusal, "Programs could read the characters of this text differently.",
        "プログラムによって文字の表現が異なるテキストです。")
    case .noComment:
      CodeRow(
        "TEXT-NO-COMMENT", .refusal,
        "Texts of this kind have no comments, so the label has to be a separate file.",
        "この形式のテキストにはコメントがないため、ラベルは別ファイルにする必要があります。")
    case .nul:
      CodeRow(
        "TEXT-NUL", .refusal, "The file holds bytes that no text holds.",
        "テキストにはないバイトが含まれています。")
    case .padded:
      CodeRow(
        "TEXT-PADDED", .label, "The label is filled up in a way that not every verifier accepts.",
        "検証ツールによっては受け付けない方法でラベルの余白を埋めています。")
    case .place:
      CodeRow(
        "TEXT-PLACE", .refusal, "The text has no line where its format allows a comment.",
        "形式上コメントを置ける行がありません。")
    case .quotes:
      CodeRow(
        "TEXT-QUOTES", .refusal,
        "The text quotes the marks of a label, so its label has to be a separate file.",
        "本文中にラベルの目印が引用されているため、ラベルは別ファイルにする必要があります。")
    case .reference:
      CodeRow(
        "TEXT-REFERENCE", .remark, "The text names a label that is not in it; nothing is fetched.",
        "テキスト内にないラベルが参照されています。外部からは取得しません。")
    case .shifted:
      CodeRow(
        "TEXT-SHIFTED", .refusal,
        "The text may be in ISO-2022-JP, HZ or UTF-7, so its label has to be a separate file.",
        "ISO-2022-JP、HZまたはUTF-7の可能性があるため、ラベルは別ファイルにする必要があります。")
    case .storeSize: CodeRow("TEXT-STORE-SIZE", .label, .largeLabel)
    case .wrapperBroken:
      CodeRow(
        "TEXT-WRAPPER-BROKEN", .label, "The label breaks off or is damaged.",
        "ラベルが途中で切れているか、破損しています。")
    case .wrapperMisplaced:
      CodeRow(
        "TEXT-WRAPPER-MISPLACED", .label,
        "The text holds a label that does not belong into files of its kind.",
        "この形式のファイルには使われない種類のラベルが含まれています。")
    case .wrapperPadding:
      CodeRow(
        "TEXT-WRAPPER-PADDING", .label,
        "Something else stands beside the label, where nothing may stand.",
        "ラベルの余白に、あってはならない内容が含まれています。")
    case .wrappers: CodeRow("TEXT-WRAPPERS", .label, .severalLabels)
    case .xml:
      CodeRow(
        "TEXT-XML", .refusal, "A label inside would keep XML programs from reading the file.",
        "内部にラベルを置くと、XMLとして読めなくなります。")
    }
  }
}
