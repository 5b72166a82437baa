import BroadsealBytes

/// What an archive is: a document of a known kind, or just files.
struct ZIPPackage: Sendable {
  /// What its format asks of a store.
  enum Form: Sendable {
    /// A package after ECMA-376-2; nil when its list of content types cannot be understood.
    case opc(ContentTypes?)
    /// An EPUB container.
    case epub
    /// A package after ODF part 2.
    case odf
    /// Files.
    case plain
  }

  /// What the archive's content makes it.
  let format: Format
  /// Media type, where the content is more exact than the format.
  let mediaType: String?
  /// Further formats that a reader could take it for.
  let alsoReadsAs: [Format]
  /// What its format asks of a store.
  let form: Form

  /// Looks at the two entries that tell a package's kind.
  init(_ archive: ZIPArchive) throws(DocumentError) {
    let named = try ZIPPackage.mediaType(of: archive)
    let types = archive.entry(named: ContentTypes.name)
    if let types, types.name.text.isExactly(ContentTypes.name) || named == nil {
      let content = try archive.content(of: types, limit: ZIPLimits.maximumContentTypesSize)
      let list = content.flatMap(ContentTypes.init)
      let found = list.map(OfficeKind.kinds) ?? []
      form = .opc(list)
      format = found.first?.format ?? .zip
      mediaType = found.first?.mediaType
      alsoReadsAs =
        found.dropFirst().map(\.format) + (named.flatMap(OpenKind.format).map { [$0] } ?? [])
      return
    }
    alsoReadsAs = []
    guard let named, let format = OpenKind.format(of: named) else {
      (self.format, mediaType, form) = (.zip, nil, .plain)
      return
    }
    self.format = format
    mediaType = named
    form = format == .epub ? .epub : .odf
  }

  /// What the entry `mimetype` says; nil when there is none.
  private static func mediaType(of archive: ZIPArchive) throws(DocumentError) -> String? {
    guard let entry = archive.entry(named: "mimetype"), entry.name.text.isExactly("mimetype"),
      let content = try archive.content(of: entry, limit: ZIPLimits.maximumMediaTypeSize)
    else { return nil }
    return String(validating: content, as: UTF8.self)
  }
}

/// Kinds of packages by their entry `mimetype` (ODF part 2 §3.3, EPUB OCF §4.3).
enum OpenKind {
  /// The format that a media type stands for; nil when it is none of a package.
  static func format(of mediaType: String) -> Format? {
    if mediaType.isExactly(Format.epub.mediaType) { return .epub }
    guard mediaType.hasPrefix(prefix) else { return nil }
    let name = mediaType.dropFirst(prefix.count)
    switch name {
    case "text", "text-template", "text-master", "text-web": return .odt
    case "spreadsheet", "spreadsheet-template": return .ods
    case "presentation", "presentation-template": return .odp
    case "graphics", "graphics-template", "chart", "formula", "image", "base": return .odg
    default: return nil
    }
  }

  private static let prefix = "application/vnd.oasis.opendocument."
}

/// Kinds of packages by the content type of their main part (ISO/IEC 29500-1, 29500-4; ECMA-388).
enum OfficeKind {
  /// The kinds that `types` declares a main part of: one, in any sound package.
  static func kinds(_ types: ContentTypes) -> [(format: Format, mediaType: String?)] {
    var kinds: [(format: Format, mediaType: String?)] = []
    for type in types.overrides.map(\.type) + types.defaults.map(\.type) {
      guard let known = table[type.lowercased()],
        !kinds.contains(where: { $0.format == known.0 && $0.mediaType == known.1 })
      else { continue }
      kinds.append(known)
    }
    return kinds
  }

  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
  private static let excel = "application/vnd.openxmlformats-officedocument.spreadsheetml."
  private static let point = "application/vnd.openxmlformats-officedocument.presentationml."
  private static let ms = "application/vnd.ms-"

  private static let table: [String: (Format, String?)] = {
    let rows: [(String, Format, String?)] = [
      (word + "document.main+xml", .docx, word + "document"),
      (word + "template.main+xml", .docx, word + "template"),
      (ms + "word.document.macroEnabled.main+xml", .docx, ms + "word.document.macroEnabled.12"),
      (
        ms + "word.template.macroEnabledTemplate.main+xml", .docx,
        ms + "word.template.macroEnabled.12"
      ),
      (excel + "sheet.main+xml", .xlsx, excel + "sheet"),
      (excel + "template.main+xml", .xlsx, excel + "template"),
      (ms + "excel.sheet.macroEnabled.main+xml", .xlsx, ms + "excel.sheet.macroEnabled.12"),
      (ms + "excel.template.macroEnabled.main+xml", .xlsx, ms + "excel.template.macroEnabled.12"),
      (
        ms + "excel.sheet.binary.macroEnabled.main", .xlsx,
        ms + "excel.sheet.binary.macroEnabled.12"
      ),
      (point + "presentation.main+xml", .pptx, point + "presentation"),
      (point + "template.main+xml", .pptx, point + "template"),
      (point + "slideshow.main+xml", .pptx, point + "slideshow"),
      (
        ms + "powerpoint.presentation.macroEnabled.main+xml", .pptx,
        ms + "powerpoint.presentation.macroEnabled.12"
      ),
      (
        ms + "powerpoint.template.macroEnabled.main+xml", .pptx,
        ms + "powerpoint.template.macroEnabled.12"
      ),
      (
        ms + "powerpoint.slideshow.macroEnabled.main+xml", .pptx,
        ms + "powerpoint.slideshow.macroEnabled.12"
      ),
      // Microsoft's XPS and ECMA's OpenXPS share the type; their names tell them apart.
      (ms + "package.xps-fixeddocumentsequence+xml", .oxps, nil),
    ]
    return Dictionary(
      rows.map { ($0.0.lowercased(), ($0.1, $0.2)) }, uniquingKeysWith: { first, _ in first })
  }()
}
