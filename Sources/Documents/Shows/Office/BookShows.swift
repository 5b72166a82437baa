import BroadsealBytes
import BroadsealFiles

/// Looks through an EPUB book: its pages, drawings and style sheets, and what its list names outside.
struct BookShows {
  private var findings = ShowFindings()

  /// Looks through `archive`.
  static func look(
    at archive: ZIPArchive, _ depth: ShowDepth, into findings: inout ShowFindings
  ) throws(DocumentError) {
    var shows = BookShows()
    shows.findings = findings
    var parts = PackageParts(archive, depth)
    try shows.readLists(in: archive, &parts)
    for entry in archive.entries where !entry.name.isFolder { try shows.look(at: entry, &parts) }
    shows.styles.elements.isAny = shows.styles.elements.isAny || !shows.hasPages
    shows.styles.finish()
    shows.report(shows.styles)
    findings = shows.findings
  }

  /// What the lists of parts say of them.
  private var list = BookList()
  /// The style sheets of the book, which hold for the elements of all its pages.
  private var styles = MarkupRules(isPackage: true)
  private var hasPages = false

  private mutating func look(
    at entry: ZIPEntry, _ parts: inout PackageParts
  ) throws(DocumentError) {
    let path = entry.name.text
    let kinds = list.kinds(of: path)
    guard kinds != [.inert] || list.isInSpine(path) else { return }
    if kinds.contains(.script) { findings.add(.epubScript, at: entry.range.start) }
    if kinds.isEmpty, !list.holds(path), path.hasPrefix("META-INF/") || path == "mimetype" {
      return
    }
    guard let content = try parts.content(of: entry) else {
      findings.add(.epubUnread, at: entry.range.start)
      return
    }
    if kinds.contains(.style) { styles.take(style: content, at: entry.range.start) }
    // What no known type says is told by the content.
    let isMarkup = BookList.isMarkup(content)
    if kinds.contains(.page) || isMarkup && (list.isInSpine(path) || kinds.isEmpty) {
      try read(content, at: entry.range.start, isNavigation: list.isNavigation(path))
    } else if kinds.isEmpty, list.holds(path) {
      findings.add(.epubUnread, at: entry.range.start)
    }
  }

  /// Reads every list of parts that the book's container names.
  private mutating func readLists(
    in archive: ZIPArchive, _ parts: inout PackageParts
  ) throws(DocumentError) {
    let paths = try listPaths(in: archive, &parts)
    // A reader takes one of several.
    if Set(paths).count > 1 { findings.add(.epubConditional) }
    for path in paths {
      guard let entry = archive.entry(named: path), let content = try parts.content(of: entry)
      else {
        findings.add(.epubUnread)
        continue
      }
      list.begin(path)
      do throws(DocumentError) {
        var reading = try XMLReading(part: content)
        while let event = try BookShows.start(in: &reading) {
          if event == XMLReading.Name(.package, "itemref") {
            list.addToSpine(reading.value("idref") ?? "")
          }
          guard event == XMLReading.Name(.package, "item") else { continue }
          let address = reading.value("href") ?? ""
          if !WebAddress(address).isInside(isPackage: true) { findings.add(.epubExternal) }
          let properties = reading.value("properties") ?? ""
          if properties.contains("scripted") { findings.add(.epubScript) }
          list.add(
            address, reading.value("id") ?? "", reading.value("media-type") ?? "", properties)
        }
      } catch { findings.add(.epubUnread, at: entry.range.start) }
    }
  }

  private mutating func listPaths(
    in archive: ZIPArchive, _ parts: inout PackageParts
  ) throws(DocumentError) -> [String] {
    var paths: [String] = []
    guard let entry = archive.entry(named: "META-INF/container.xml"),
      let content = try parts.content(of: entry)
    else {
      findings.add(.epubUnread)
      return []
    }
    do throws(DocumentError) {
      var reading = try XMLReading(part: content)
      while let event = try BookShows.start(in: &reading) {
        if event.local == "rootfile", let path = reading.value("full-path") { paths.append(path) }
      }
    } catch { findings.add(.epubUnread, at: entry.range.start) }
    if paths.isEmpty { findings.add(.epubUnread, at: entry.range.start) }
    return paths
  }

  /// The next element that begins; nil at the end.
  private static func start(in reading: inout XMLReading) throws(DocumentError) -> XMLReading.Name?
  {
    while true {
      switch try reading.next() {
      case .start: return reading.name
      case .over: return nil
      default: continue
      }
    }
  }

  private mutating func read(
    _ content: [UInt8], at offset: Int, isNavigation: Bool
  ) throws(DocumentError) {
    hasPages = true
    do throws(DocumentError) {
      let shows = try XMLShows(
        try XMLReading(part: content), isPackage: true, isNavigation: isNavigation)
      if let offset = shows.outside { findings.add(.epubExternal, at: offset) }
      styles.join(elementsOf: shows.rules)
      report(shows.rules, at: offset)
      var text = shows.text
      text.report(to: &findings)
      if shows.hasDefinitions { findings.add(.epubUnread, at: offset) }
    } catch {
      // A page that is no XML is shown by readers that repair it.
      let page = try HTMLShows.look(at: ByteSource(bytes: content), isPackage: true)
      report(page.rules, at: offset)
      styles.join(elementsOf: page.rules)
      var text = page.text
      text.report(to: &findings)
      findings.add(.epubUnread, at: offset)
    }
  }

  private mutating func report(_ rules: MarkupRules, at place: Int? = nil) {
    for (kind, found) in rules.found {
      let offset = place ?? found
      switch kind {
      case .script: findings.add(.epubScript, at: offset)
      case .external, .form: findings.add(.epubExternal, at: offset)
      case .hidden, .foreign, .animation: findings.add(.epubHidden, at: offset)
      case .conditional: findings.add(.epubConditional, at: offset)
      // A part of the book that asks for the part that is the label.
      case .sight: findings.add(.labelSeen, at: offset)
      case .unread: findings.add(.epubUnread, at: offset)
      }
    }
  }
}
