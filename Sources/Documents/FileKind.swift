/// What a file is, by its content; for text and unknown content also by its name.
///
/// The raw value is the `format` of a verdict. Those that can carry a store are
/// listed in `isReadForStores`; the others are named so that a report can say what it met.
package enum FileKind: String, CaseIterable, Sendable {
  case pdf, png, jpeg
  case gif, tiff, webp, jxl, svg
  case wav, avi, riff, flac, mp3, ogg
  case bmff
  case docx, xlsx, pptx, oxps, odt, ods, odp, odg, epub, zip
  case html, xml, json, text
  case c2pa
  case other

  /// Media type of content of this kind when nothing more is known.
  package var mediaType: String {
    switch self {
    case .pdf: "application/pdf"
    case .png: "image/png"
    case .jpeg: "image/jpeg"
    case .gif: "image/gif"
    case .tiff: "image/tiff"
    case .webp: "image/webp"
    case .jxl: "image/jxl"
    case .svg: "image/svg+xml"
    case .wav: "audio/wav"
    case .avi: "video/x-msvideo"
    case .riff, .other: "application/octet-stream"
    case .flac: "audio/flac"
    case .mp3: "audio/mpeg"
    case .ogg: "audio/ogg"
    case .bmff: "video/mp4"
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    case .oxps: "application/oxps"
    case .odt: "application/vnd.oasis.opendocument.text"
    case .ods: "application/vnd.oasis.opendocument.spreadsheet"
    case .odp: "application/vnd.oasis.opendocument.presentation"
    case .odg: "application/vnd.oasis.opendocument.graphics"
    case .epub: "application/epub+zip"
    case .zip: "application/zip"
    case .html: "text/html"
    case .xml: "application/xml"
    case .json: "application/json"
    case .text: "text/plain"
    case .c2pa: "application/c2pa"
    }
  }

  /// Whether files of this kind are ZIP archives.
  package var isArchive: Bool {
    switch self {
    case .docx, .xlsx, .pptx, .oxps, .odt, .ods, .odp, .odg, .epub, .zip: true
    default: false
    }
  }

  /// Whether the content itself proves the kind, so that a name can contradict it.
  package var isProvedByContent: Bool {
    switch self {
    case .html, .xml, .json, .text, .other: false
    default: true
    }
  }

  /// Whether a file of this kind by content may be called what `named` stands for.
  package func agrees(with named: FileKind) -> Bool {
    if self == named { return true }
    // Text of every kind shares its content with the others; unknown content contradicts nothing.
    if !isProvedByContent, !named.isProvedByContent { return true }
    switch (self, named) {
    // The root element of a picture can stand behind any amount of comments.
    case (.text, .svg), (.xml, .svg), (.svg, .xml), (.svg, .text): return true
    default: return false
    }
  }
}
