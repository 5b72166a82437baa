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
    let types = try shows.types(in: archive, &parts)
    for entry in archive.entries where !entry.name.isFolder {
      let type = types[entry.name.text] ?? BookShows.type(of: entry.name.text)
      guard let kind = BookShows.kind(of: type) else { continue }
      if kind == .script {
        shows.findings.add(.epubScript, at: entry.range.start)
        continue
      }
      guard let content = try parts.content(of: entry) else {
        shows.findings.add(.epubUnread, at: entry.range.start)
        continue
      }
      try shows.read(content, kind, at: entry.range.start)
    }
    findings = shows.findings
  }

  private enum Kind { case page, style, script }

  /// Media types by path: from every list of parts that the book's container names.
  private mutating func types(
    in archive: ZIPArchive, _ parts: inout PackageParts
  ) throws(DocumentError) -> [String: String] {
    var types: [String: String] = [:]
    for path in try listPaths(in: archive, &parts) {
      guard let entry = archive.entry(named: path), let content = try parts.content(of: entry)
      else {
        findings.add(.epubUnread)
        continue
      }
      let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
      do throws(DocumentError) {
        var reading = try XMLReading(part: content)
        while let event = try BookShows.start(in: &reading) {
          guard event == XMLReading.Name(.package, "item") else { continue }
          let address = reading.value("href") ?? ""
          if !WebAddress(address).isInside(isPackage: true) { findings.add(.epubExternal) }
          if reading.value("properties")?.contains("scripted") == true { findings.add(.epubScript) }
          types[folder + address] = reading.value("media-type")?.lowercased()
        }
      } catch { findings.add(.epubUnread, at: entry.range.start) }
    }
    return types
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
    _ content: [UInt8], _ kind: Kind, at offset: Int
  ) throws(DocumentError) {
    guard kind == .page else {
      var rules = MarkupRules(isPackage: true)
      rules.take(style: content, at: offset)
      return report(rules, at: offset)
    }
    do throws(DocumentError) {
      let shows = try XMLShows(try XMLReading(part: content), isPackage: true)
      report(shows.rules, at: offset)
      var text = shows.text
      text.report(to: &findings)
      if shows.hasDefinitions { findings.add(.epubUnread, at: offset) }
    } catch {
      // A page that is no XML is shown by readers that repair it.
      let page = try HTMLShows.look(at: ByteSource(bytes: content), isPackage: true)
      report(page.rules, at: offset)
      var text = page.text
      text.report(to: &findings)
      findings.add(.epubUnread, at: offset)
    }
  }

  private mutating func report(_ rules: MarkupRules, at offset: Int) {
    for kind in rules.found.keys {
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

  private static func kind(of type: String) -> Kind? {
    switch type {
    case "application/xhtml+xml", "text/html", "image/svg+xml", "application/xml", "text/xml":
      .page
    case "text/css": .style
    case "text/javascript", "application/javascript", "application/ecmascript", "text/ecmascript",
      "application/x-javascript", "module":
      .script
    default: nil
    }
  }

  /// What a part that no list names is by its name.
  private static func type(of path: String) -> String {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    switch path[path.index(after: dot)...].lowercased() {
    case "xhtml", "html", "htm", "xht": return "application/xhtml+xml"
    case "svg": return "image/svg+xml"
    case "css": return "text/css"
    case "js", "mjs": return "text/javascript"
    default: return ""
    }
  }
}
