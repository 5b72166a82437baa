import BroadsealBytes
import BroadsealFiles

/// Looks through a package of Office Open XML: its relationships, and every part in XML by what its
/// elements are, wherever the part stands (T-58, T-59).
enum OfficeShows {
  /// Looks through `archive`.
  static func look(
    at archive: ZIPArchive, _ types: ContentTypes?, _ depth: ShowDepth,
    into findings: inout ShowFindings
  ) throws(DocumentError) {
    try Relationships.look(at: archive, into: &findings)
    guard let types else { return findings.add(.officeUnread) }
    let declared = PartTypes(types)
    var parts = PackageParts(archive, depth)
    var basis = OfficeBasis()
    var text = TextShows()
    /// Programs find the strings of cells by their type or by the workbook's relationship: one part is both.
    var strings: Set<String> = []
    var later: [(entry: ZIPEntry, content: [UInt8])] = []
    for entry in archive.entries where !entry.name.isFolder {
      var type = declared.type(of: entry.name.text)
      // A part of no declared type is read by programs that repair.
      if type.isEmpty, entry.name.text.lowercased().hasSuffix(".xml") { type = "text/xml" }
      if isMacro(type) { findings.add(.officeMacros, at: entry.range.start) }
      guard isRead(type) else {
        if isUnread(type) { findings.add(.officeUnread, at: entry.range.start) }
        continue
      }
      guard let content = try parts.content(of: entry) else {
        findings.add(.officeUnread, at: entry.range.start)
        continue
      }
      let isRead = isWhole(content) { reading throws(DocumentError) in
        try basis.read(&reading, type)
      }
      if !isRead { findings.add(.officeUnread, at: entry.range.start) }
      if type.hasSuffix("sharedstrings+xml") { strings.insert(entry.name.text.lowercased()) }
      if !OfficeBasis.isAll(of: type) { later.append((entry, content)) }
    }
    if !basis.isUnderstood { findings.add(.officeUnread) }
    if strings != (try Relationships.targets("sharedStrings", in: archive)) {
      findings.add(.officeUnread)
    }
    var printed = SheetPrint()
    var steps = SheetCells.maximumSteps
    for (entry, content) in later {
      // Which styles a part goes by is not asked: what one of them hides is hidden.
      for (index, styles) in basis.allStyles.enumerated() {
        var unheard = TextShows()
        let isRead = isWhole(content) { reading throws(DocumentError) in
          var part = OfficePart(basis, styles, steps: steps, at: entry.range.start)
          if index == 0 {
            try part.read(&reading, &findings, &text)
          } else {
            try part.read(&reading, &findings, &unheard)
          }
          steps = part.steps
          if index == 0 { printed.add(part.print) }
        }
        if !isRead { findings.add(.officeUnread, at: entry.range.start) }
      }
    }
    if printed.isCovered { findings.add(.officeUnread) }
    if printed.leavesOut { findings.add(.officeHidden) }
    text.report(to: &findings)
  }

  /// Reads a part; whether there is one way to understand it.
  private static func isWhole(
    _ content: [UInt8], _ body: (inout XMLReading) throws(DocumentError) -> Void
  ) -> Bool {
    do throws(DocumentError) {
      var reading = try XMLReading(part: content)
      try body(&reading)
      return !reading.hasDefinitions && !reading.hasEntities
    } catch { return false }
  }

  /// Parts in XML; pictures drawn in it too, and not the lists of relationships.
  private static func isRead(_ type: String) -> Bool {
    (type.hasSuffix("+xml") || type.hasSuffix("/xml"))
      && !type.hasSuffix("package.relationships+xml")
      && !type.hasSuffix("vmldrawing") && !type.hasPrefix("image/")
  }

  /// Parts that hold text of the document in a form that is not read: binary workbooks.
  private static func isUnread(_ type: String) -> Bool {
    type.hasPrefix("application/vnd.ms-excel.") && !type.hasSuffix("printersettings")
      && !type.hasSuffix("threadedcomments+xml")
  }

  private static func isMacro(_ type: String) -> Bool {
    type.hasSuffix("vbaproject") || type.hasSuffix("macrosheet+xml") || type.hasSuffix("macrosheet")
  }
}

/// The content types of the parts of a package, by path and by the end of the name.
private struct PartTypes {
  private let parts: [String: String]
  private let defaults: [String: String]

  init(_ types: ContentTypes) {
    parts = Dictionary(
      types.overrides.map { ($0.part.lowercased(), $0.type.lowercased()) },
      uniquingKeysWith: { first, _ in first })
    defaults = Dictionary(
      types.defaults.map { ($0.fileExtension.lowercased(), $0.type.lowercased()) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The content type of the part at `path`, in small letters; empty when none is declared.
  func type(of path: String) -> String {
    if let found = parts["/" + path.lowercased()] { return found }
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    return defaults[path[path.index(after: dot)...].lowercased()] ?? ""
  }
}
