package import BroadsealNotes

/// What can be the matter with a video, a recording or a picture in ISO base media boxes.
package enum BMFFCode: UInt8, CodeFamily {
  case brandOpen
  case dataHash
  case limit
  case mediaOpen
  case multipleStores
  case offsets
  case opening
  case padding
  case part
  case purpose
  case segment
  case segmentForm
  case segmentOrder
  case segmentsMissing
  case storeSize
  case structure
  case structureOpen
  case trailing
  case truncated

  /// The family.
  package static var family: Family { .bmff }

  /// Spelling, nature and words of each.
  package var row: CodeRow {
    switch self {
    case .brandOpen:
      CodeRow(
        "BMFF-BRAND-OPEN", .remark,
        "What kind of file it is can be changed without breaking the label.",
        "ファイルの種別情報は、ラベルを無効にせずに変更できます。")
    case .dataHash:
      CodeRow(
        "BMFF-DATA-HASH", .remark,
        "The media file is bound by another kind of hash than the standard's.",
        "標準とは異なる種類のハッシュで保護されたメディアファイルです。")
    case .limit: CodeRow("BMFF-LIMIT", .unread, .tooComplex)
    case .mediaOpen:
      CodeRow(
        "BMFF-MEDIA-OPEN", .remark,
        "Pictures or sound, or what describes them, can be changed without breaking the label.",
        "映像、音声、またはその記述は、ラベルを無効にせずに変更できます。")
    case .multipleStores: CodeRow("BMFF-MULTIPLE-STORES", .label, .severalLabels)
    case .offsets:
      CodeRow(
        "BMFF-OFFSETS", .refusal,
        "With a label inside the media could show something else or nothing, so it has to be a separate file.",
        "ファイル内にラベルを入れると、表示内容が変わったり再生できなくなったりするおそれがあるため、別ファイルにする必要があります。")
    case .opening:
      CodeRow(
        "BMFF-OPENING", .remark,
        "The film goes on in other files, of which this label says nothing.",
        "映像は別のファイルに続いており、このラベルはそれらについて何も示しません。")
    case .padding:
      CodeRow(
        "BMFF-PADDING", .label, "The label's box holds more than the label.",
        "ラベルを収めるボックスに、ラベル以外の内容があります。")
    case .part:
      CodeRow(
        "BMFF-PART", .refusal,
        "The file is a part of a film that begins in another file, so the label has to be a separate file.",
        "別のファイルから始まる映像の一部であるため、ラベルは別ファイルにする必要があります。")
    case .purpose:
      CodeRow(
        "BMFF-PURPOSE", .label, "A box of C2PA does not say what it is for, or not what is so.",
        "C2PAのボックスの用途が示されていないか、実際と異なります。")
    case .segment:
      CodeRow(
        "BMFF-SEGMENT", .remark,
        "The file is a segment of a film: its label stands in the file that the film begins with.",
        "映像の途中の部分(セグメント)です。ラベルは、その映像の先頭のファイルにあります。")
    case .segmentForm:
      CodeRow(
        "BMFF-SEGMENT-FORM", .refusal,
        "The files are not one film in an order that a label could speak for.",
        "指定されたファイルは、1つの映像として順序どおりにラベルで保護できる構成ではありません。")
    case .segmentOrder:
      CodeRow(
        "BMFF-SEGMENT-ORDER", .remark,
        "The names of the segments do not say in which order they are played.",
        "セグメントのファイル名から再生順序が分かりません。")
    case .segmentsMissing:
      CodeRow(
        "BMFF-SEGMENTS-MISSING", .remark,
        "Not every segment of the film was looked at.",
        "映像のセグメントの一部が確認されていません。")
    case .storeSize: CodeRow("BMFF-STORE-SIZE", .label, .largeLabel)
    case .structure: CodeRow("BMFF-STRUCTURE", .broken, .offFormat)
    case .structureOpen:
      CodeRow(
        "BMFF-STRUCTURE-OPEN", .remark,
        "What stands around the pictures and sound can be changed without breaking the label.",
        "映像や音声以外の部分は、ラベルを無効にせずに変更できます。")
    case .trailing:
      CodeRow("BMFF-TRAILING", .ambiguous, .twoReadings)
    case .truncated: CodeRow("BMFF-TRUNCATED", .broken, .breaksOff)
    }
  }
}
