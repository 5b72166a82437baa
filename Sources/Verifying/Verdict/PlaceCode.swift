package import BroadsealNotes

/// Where a label is, or is not: in the file, beside it, elsewhere.
package enum PlaceCode: UInt8, CodeFamily {
  case formatNotRead
  case searchIncomplete
  case remoteAmbiguous
  case remoteManifest
  case remoteNotFetched
  case remoteRefused
  case sidecarIgnored
  case sidecarNewer
  case sidecarUnreadable
  case sidecarWithoutAsset
  case signatureBeside
  case labelInside
  case archiveClosed

  /// The family.
  package static var family: Family { .place }

  /// Spelling, nature and words of each.
  package var row: CodeRow {
    switch self {
    case .formatNotRead:
      CodeRow(
        "FORMAT-NOT-READ", .remark,
        "This version does not look for labels inside files of this kind.",
        "本バージョンは、この形式のファイルの内部のラベルを読み取りません。")
    case .searchIncomplete:
      CodeRow(
        "SEARCH-INCOMPLETE", .remark,
        "No label was found, and the file could not be searched completely.",
        "ラベルは見つからず、ファイル全体を調べることはできませんでした。")
    case .remoteAmbiguous:
      CodeRow(
        "REMOTE-AMBIGUOUS", .unavailable, "The file names several places where its label would be.",
        "ラベルの所在として複数の場所が記載されています。")
    case .remoteManifest:
      CodeRow(
        "REMOTE-MANIFEST", .remark, "The label was fetched from the address that the file names.",
        "ラベルは、ファイルに記載されたアドレスから取得しました。")
    case .remoteNotFetched:
      CodeRow(
        "REMOTE-NOT-FETCHED", .remark,
        "The file says that its label is kept elsewhere; --online manifest fetches it.",
        "ラベルは別の場所にあると記載されています。--online manifest を指定すると取得します。")
    case .remoteRefused:
      CodeRow(
        "REMOTE-REFUSED", .unavailable,
        "The address of the label is not one that is asked: only public http and https addresses are.",
        "ラベルのアドレスへは問い合わせません。公開されたhttpとhttpsのアドレスだけが対象です。")
    case .sidecarIgnored:
      CodeRow(
        "SIDECAR-IGNORED", .remark,
        "The file carries a label itself, so the separate label was not used.",
        "ファイル自体にラベルがあるため、別ファイルのラベルは使用していません。")
    case .sidecarNewer:
      CodeRow(
        "SIDECAR-NEWER", .remark,
        "The label in the file speaks for an earlier revision; the separate label fits the whole file.",
        "ファイル内のラベルの対象は以前の版です。別ファイルのラベルはファイル全体に一致します。")
    case .sidecarUnreadable:
      CodeRow(
        "SIDECAR-UNREADABLE", .unavailable, "The separate label file could not be read.",
        "別ファイルのラベルを読み取れませんでした。")
    case .signatureBeside:
      CodeRow(
        "SIGNATURE-BESIDE", .remark,
        "Beside the file there is a signature of a kind that this version does not judge.",
        "本バージョンでは検証できない種類の署名が、同じフォルダーにあります。")
    case .archiveClosed:
      CodeRow(
        "ARCHIVE-CLOSED", .remark, "The files in the archive were not looked at.",
        "アーカイブの中のファイルは確認していません。")
    case .labelInside:
      CodeRow(
        "LABEL-INSIDE", .remark,
        "Something inside the file looks like a label, maybe of a picture in it; it is not the file's own.",
        "ファイルの内部にラベルのようなものがあります。埋め込まれた画像などのラベルの可能性があり、このファイル自体のラベルではありません。")
    case .sidecarWithoutAsset:
      CodeRow(
        "SIDECAR-WITHOUT-ASSET", .remark, "This is a label without its document.",
        "対象の文書がないラベルです。")
    }
  }
}
