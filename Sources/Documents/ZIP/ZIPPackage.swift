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
