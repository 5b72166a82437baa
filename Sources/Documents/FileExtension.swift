package import BroadsealBytes

/// What the extension of a file's name says about its content.
package struct FileExtension: Hashable, Sendable {
  /// The kind it stands for; `other` for content that is not looked into.
  package let kind: FileKind
  /// The media type it stands for.
  package let mediaType: String

  /// What the extension of `path` stands for; nil when there is none, or one that is not known.
  package init?(of path: FilePath) {
    guard let text = FileExtension.text(of: path) else { return nil }
    if let known = FileExtension.table[text] {
      kind = known.0
      mediaType = known.1 ?? known.0.mediaType
    } else if let commented = CommentSyntax.mediaType(forExtension: text) {
      kind = CommentSyntax.xml.names.contains { $0.suffix == text } ? .xml : .text
      mediaType = commented
    } else {
      return nil
    }
  }

  /// The extension in lower case and without its dot; nil when the name has none.
  package static func text(of path: FilePath) -> String? {
    let name = path.name
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex,
      dot + 1 < name.endIndex
    else { return nil }
    return String(validating: name[(dot + 1)...], as: UTF8.self)?.lowercased()
  }

  /// Extensions of documents that offices publish; a nil media type is the kind's own. Those of
  /// text with comments stand in `CommentSyntax.table`.
  private static let table: [String: (FileKind, String?)] = [
    "pdf": (.pdf, nil), "png": (.png, nil), "apng": (.png, "image/apng"),
    "jpg": (.jpeg, nil), "jpeg": (.jpeg, nil), "jpe": (.jpeg, nil), "jfif": (.jpeg, nil),
    "gif": (.gif, nil), "tif": (.tiff, nil), "tiff": (.tiff, nil),
    "dng": (.tiff, "image/x-adobe-dng"), "webp": (.webp, nil), "jxl": (.jxl, nil),
    "svg": (.svg, nil), "svgz": (.other, "image/svg+xml"), "wav": (.wav, nil), "avi": (.avi, nil),
    "flac": (.flac, nil),
    "mp3": (.mp3, nil), "ogg": (.ogg, nil), "oga": (.ogg, nil), "opus": (.ogg, nil),
    "ogv": (.ogg, "video/ogg"),
    "mp4": (.bmff, nil), "m4v": (.bmff, nil), "m4a": (.bmff, "audio/mp4"),
    "mov": (.bmff, "video/quicktime"), "heic": (.bmff, "image/heic"),
    "heif": (.bmff, "image/heif"), "avif": (.bmff, "image/avif"), "3gp": (.bmff, "video/3gpp"),
    "docx": (.docx, nil), "xlsx": (.xlsx, nil), "pptx": (.pptx, nil), "odt": (.odt, nil),
    "docm": (.docx, "application/vnd.ms-word.document.macroEnabled.12"),
    "dotx": (.docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.template"),
    "dotm": (.docx, "application/vnd.ms-word.template.macroEnabled.12"),
    "xlsm": (.xlsx, "application/vnd.ms-excel.sheet.macroEnabled.12"),
    "xlsb": (.xlsx, "application/vnd.ms-excel.sheet.binary.macroEnabled.12"),
    "xltx": (.xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.template"),
    "xltm": (.xlsx, "application/vnd.ms-excel.template.macroEnabled.12"),
    "pptm": (.pptx, "application/vnd.ms-powerpoint.presentation.macroEnabled.12"),
    "potx": (.pptx, "application/vnd.openxmlformats-officedocument.presentationml.template"),
    "potm": (.pptx, "application/vnd.ms-powerpoint.template.macroEnabled.12"),
    "ppsx": (.pptx, "application/vnd.openxmlformats-officedocument.presentationml.slideshow"),
    "ppsm": (.pptx, "application/vnd.ms-powerpoint.slideshow.macroEnabled.12"),
    "oxps": (.oxps, nil), "xps": (.oxps, "application/vnd.ms-xpsdocument"),
    "ott": (.odt, "application/vnd.oasis.opendocument.text-template"),
    "odm": (.odt, "application/vnd.oasis.opendocument.text-master"),
    "oth": (.odt, "application/vnd.oasis.opendocument.text-web"),
    "ots": (.ods, "application/vnd.oasis.opendocument.spreadsheet-template"),
    "otp": (.odp, "application/vnd.oasis.opendocument.presentation-template"),
    "odg": (.odg, nil), "otg": (.odg, "application/vnd.oasis.opendocument.graphics-template"),
    "odf": (.odg, "application/vnd.oasis.opendocument.formula"),
    "odc": (.odg, "application/vnd.oasis.opendocument.chart"),
    "ods": (.ods, nil), "odp": (.odp, nil), "epub": (.epub, nil), "zip": (.zip, nil),
    "jar": (.zip, "application/java-archive"),
    "html": (.html, nil), "htm": (.html, nil),
    "ttml": (.xml, "application/ttml+xml"),
    "json": (.json, nil), "jsonl": (.text, "application/jsonl"),
    "geojson": (.json, "application/geo+json"), "txt": (.text, nil), "text": (.text, nil),
    "log": (.text, "text/x-log"),
    "csv": (.text, "text/csv"), "tsv": (.text, "text/tab-separated-values"),
    "srt": (.text, "application/x-subrip"),
    "rtf": (.text, "application/rtf"), "eml": (.text, "message/rfc822"),
    "ics": (.text, "text/calendar"), "vcf": (.text, "text/vcard"),
    "doc": (.other, "application/msword"), "xls": (.other, "application/vnd.ms-excel"),
    "ppt": (.other, "application/vnd.ms-powerpoint"), "bmp": (.other, "image/bmp"),
    "ico": (.other, "image/vnd.microsoft.icon"), "otf": (.other, "font/otf"),
    "ttf": (.other, "font/ttf"), "mkv": (.other, "video/matroska"),
    "webm": (.other, "video/webm"), "mid": (.other, "audio/midi"),
    "parquet": (.other, "application/vnd.apache.parquet"),
    "warc": (.other, "application/warc"), "gz": (.other, "application/gzip"),
    "7z": (.other, "application/x-7z-compressed"), "tar": (.other, "application/x-tar"),
    "c2pa": (.c2pa, nil),
  ]
}
