import BroadsealNotes

extension Format {
  /// What is none of the others by its content. Its types are known by their names alone.
  package static let other = Format(
    "other",
    [
      .ofUnknownKind,
      // Older than compound files, or text, under the names of those.
      FileType(CompoundKind.word, [], "Word 97 document", "Word 97文書"),
      FileType(CompoundKind.excel, [], "Excel 97 workbook", "Excel 97ブック"),
      FileType(
        CompoundKind.powerPoint, [], "PowerPoint 97 presentation", "PowerPoint 97プレゼンテーション"),
      FileType(
        CompoundKind.installer, [], "Windows Installer package",
        "Windowsインストーラーパッケージ"),
      FileType("image/bmp", ["bmp"], "BMP picture", "BMP画像"),
      FileType("image/vnd.microsoft.icon", ["ico"], "icon", "アイコン"),
      FileType("image/svg+xml", ["svgz"], "compressed SVG drawing", "圧縮SVG画像"),
      FileType("video/matroska", ["mkv"], "Matroska video", "Matroska動画"),
      FileType("video/webm", ["webm"], "WebM video", "WebM動画"),
      FileType("video/mpeg", ["mpg", "mpeg"], "MPEG video", "MPEG動画"),
      FileType("application/mxf", ["mxf"], "MXF video", "MXF動画"),
      FileType("audio/aiff", ["aif", "aiff", "aifc"], "AIFF sound", "AIFF音声"),
      FileType("image/jp2", ["jp2", "j2k", "jpx"], "JPEG 2000 picture", "JPEG 2000画像"),
      FileType("font/collection", ["ttc", "otc"], "font collection", "フォントコレクション"),
      FileType("font/woff", ["woff"], "WOFF font", "WOFFフォント"),
      FileType("font/woff2", ["woff2"], "WOFF2 font", "WOFF2フォント"),
      FileType("audio/midi", ["mid"], "MIDI file", "MIDIファイル"),
      FileType(
        "application/vnd.apache.parquet", ["parquet"], "Parquet table", "Parquetファイル"),
      FileType("application/warc", ["warc"], "web archive", "ウェブアーカイブ"),
      FileType("application/gzip", ["gz"], "gzip file", "gzipファイル"),
      FileType("application/x-7z-compressed", ["7z"], "7-Zip archive", "7-Zipアーカイブ"),
      FileType("application/x-tar", ["tar"], "tar archive", "tarアーカイブ"),
    ],
    recognition: .rest, opener: .none, end: [], holdsMarkup: true, storeMark: .none,
    growsInPlace: false,
    codes: .file,
    label: besideLabel)
}

extension Format {
  /// A file of no bytes, whose name does not say that it is a text.
  package static let empty = Format(
    "empty", [FileType(FileType.unknown, [], "empty file", "空のファイル")], recognition: .nothing,
    opener: .none, end: [], holdsMarkup: true, storeMark: .none, growsInPlace: false, codes: .file,
    label: besideLabel
  )
}
