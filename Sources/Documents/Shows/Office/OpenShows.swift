import BroadsealBytes
import BroadsealFiles

/// Looks through an OpenDocument package by the namespaces of its elements (ODF 1.3 part 3).
struct OpenShows {
  private var findings = ShowFindings()
  private var text = TextShows()
  private var offset = 0
  /// Styles whose text nobody sees, and styles that paint a ground.
  private var unseen: Set<String> = []
  private var painted: Set<String> = []
  /// The properties of the style that is open.
  private var style = ""
  private var isWhite = false
  private var isUnseen = false
  private var isPainted = false
  /// Of each element that is open, whether its text is unseen.
  private var marks: [Bool] = []
  private var grounds: [Bool] = []

  /// Looks through `archive`.
  static func look(
    at archive: ZIPArchive, _ depth: ShowDepth, into findings: inout ShowFindings
  ) throws(DocumentError) {
    var shows = OpenShows()
    shows.findings = findings
    var parts = PackageParts(archive, depth)
    // Styles first: what is written in them is hidden in the content.
    let entries = archive.entries.filter { isRead($0.name.text) }
      .sorted { isStyles($0.name.text) && !isStyles($1.name.text) }
    for entry in entries {
      shows.offset = entry.range.start
      guard let content = try parts.content(of: entry) else {
        shows.findings.add(.officeUnread, at: entry.range.start)
        continue
      }
      shows.read(content)
    }
    for entry in archive.entries {
      let name = entry.name.text
      if name.hasPrefix("Basic/") || name.hasPrefix("Scripts/"), !entry.name.isFolder {
        shows.findings.add(.officeMacros, at: entry.range.start)
      }
    }
    shows.text.report(to: &shows.findings)
    findings = shows.findings
  }

  /// Looks through a document in one XML file.
  static func look(
    at source: ByteSource, into findings: inout ShowFindings
  ) throws(DocumentError) {
    var shows = OpenShows()
    shows.findings = findings
    do throws(DocumentError) {
      try shows.read(try XMLReading(source))
    } catch {
      if case .source = error { throw error }
      shows.findings.add(.officeUnread)
    }
    shows.text.report(to: &shows.findings)
    findings = shows.findings
  }

  /// Every part in XML: of the document and of the objects in it. The list of parts says no more.
  private static func isRead(_ name: String) -> Bool {
    name.lowercased().hasSuffix(".xml") && name != "META-INF/manifest.xml"
      && !name.hasPrefix("Configurations2/") && !name.hasPrefix("META-INF/")
  }

  private static func isStyles(_ name: String) -> Bool { name.hasSuffix("styles.xml") }

  private mutating func read(_ content: [UInt8]) {
    do throws(DocumentError) {
      try read(try XMLReading(part: content))
    } catch {
      findings.add(.officeUnread, at: offset)
    }
  }

  private mutating func read(_ start: XMLReading) throws(DocumentError) {
    var reading = start
    (marks, grounds) = ([], [])
    while true {
      switch try reading.next() {
      case .over:
        if reading.hasDefinitions { findings.add(.officeUnread, at: offset) }
        return
      case .start(let isEmpty):
        take(reading)
        if !isEmpty { push(reading) }
      case .end:
        if reading.name == XMLReading.Name(.style, "style") { closeStyle() }
        _ = marks.popLast()
        _ = grounds.popLast()
        if reading.name.local == "p" { text.take([0x20], at: offset) }
      case .text: takeText(reading)
      case .aside: continue
      }
    }
  }

  private mutating func push(_ reading: XMLReading) {
    let name =
      reading.value("style-name", .officeText) ?? reading.value("style-name", .table)
      ?? reading.value("style-name", .draw)
    marks.append((marks.last ?? false) || name.map(unseen.contains) ?? false)
    // The ground of a shape is its own.
    let isShape = reading.name.vocabulary == .draw
    grounds.append((grounds.last ?? false) || isShape || name.map(painted.contains) ?? false)
  }

  private mutating func takeText(_ reading: XMLReading) {
    let vocabulary = reading.ancestor(0)?.vocabulary
    guard vocabulary == .officeText || vocabulary == .table else { return }
    text.take(reading.text, at: offset)
    if marks.last == true, grounds.last != true, reading.text.contains(where: { !$0.isXMLSpace }) {
      findings.add(.officeHidden, at: offset)
    }
  }

  private mutating func take(_ reading: XMLReading) {
    let name = reading.name
    switch name.vocabulary {
    case .officeText: takeField(reading)
    case .style: takeStyle(reading)
    case .table: takeTable(reading)
    case .script where name.local == "event-listener", .office where name.local == "script":
      findings.add(.officeMacros, at: offset)
    case .office where name.local == "dde-source": findings.add(.officeFields, at: offset)
    case .draw where ["applet", "plugin", "floating-frame", "object-ole"].contains(name.local):
      findings.add(.officeObjects, at: offset)
    default: break
    }
    if reading.value("visibility", .presentation) == "hidden"
      || ["none", "screen", "printer"].contains(reading.value("display", .draw) ?? "")
    {
      findings.add(.officeHidden, at: offset)
    }
    if let address = reading.value("href", .xlink), !OpenShows.isLink(name),
      !WebAddress(address).isInside(isPackage: true)
    {
      findings.add(.officeExternal, at: offset)
    }
  }

  /// Links that a reader follows by hand.
  private static func isLink(_ name: XMLReading.Name) -> Bool {
    name == XMLReading.Name(.officeText, "a") || name == XMLReading.Name(.draw, "a")
      || name.vocabulary == .form || name.local == "template" || name.local == "auto-reload"
  }

  private mutating func takeField(_ reading: XMLReading) {
    switch reading.name.local {
    case "date", "time":
      if reading.value("fixed", .officeText) != "true" { findings.add(.officeFields, at: offset) }
    case "section-source", "dde-connection", "dde-connection-decl", "database-display",
      "database-next", "database-row-select", "database-name", "execute-macro", "conditional-text":
      findings.add(.officeFields, at: offset)
    case "author-name", "author-initials":
      // The name of whoever opens the document.
      if reading.value("fixed", .officeText) != "true" { findings.add(.officeFields, at: offset) }
    case "script": findings.add(.officeMacros, at: offset)
    case "hidden-text", "hidden-paragraph": findings.add(.officeHidden, at: offset)
    case "section":
      let display = reading.value("display", .officeText) ?? "true"
      if display == "none" || display == "condition" { findings.add(.officeHidden, at: offset) }
    case "tracked-changes": findings.add(.officeRevisions, at: offset)
    default: break
    }
  }

  private mutating func takeTable(_ reading: XMLReading) {
    if let state = reading.value("visibility", .table), state == "collapse" || state == "filter" {
      findings.add(.officeHidden, at: offset)
    }
    switch reading.name.local {
    case "table-source", "cell-range-source", "database-source-sql", "database-source-table",
      "database-source-query", "dde-link":
      findings.add(.officeExternal, at: offset)
    case "table":
      if reading.value("display", .table) == "false" { findings.add(.officeHidden, at: offset) }
    default: break
    }
    guard let formula = reading.value("formula", .table) else { return }
    let judged = SheetFormula(Array(formula.utf8))
    if judged.isLive { findings.add(.officeFields, at: offset) }
    if judged.isExternal || formula.contains("'file:") || formula.contains("'http")
      || formula.contains("DDE(")
    {
      findings.add(.officeExternal, at: offset)
    }
    if judged.leadsOutside { findings.add(.officeFormula, at: offset) }
  }

  private mutating func takeStyle(_ reading: XMLReading) {
    switch reading.name.local {
    case "style":
      style = reading.value("name", .style) ?? ""
      (isWhite, isUnseen, isPainted) = (false, false, false)
      if let parent = reading.value("parent-style-name", .style) {
        if unseen.contains(parent) { isUnseen = true }
        if painted.contains(parent) { isPainted = true }
      }
    case "text-properties":
      if reading.value("display", .officeText) == "none" { isUnseen = true }
      if let colour = reading.value("color", .format) {
        isWhite = WordValue.isWhite(String(colour.drop { $0 == "#" }))
      }
      if let size = reading.value("font-size", .format), size.hasSuffix("pt"),
        let points = Double(size.dropLast(2)), points < 2
      {
        isUnseen = true
      }
      takeGround(reading)
    case "table-properties":
      if reading.value("display", .table) == "false" { findings.add(.officeHidden, at: offset) }
      takeGround(reading)
    case "drawing-page-properties":
      if reading.value("visibility", .presentation) == "hidden" {
        findings.add(.officeHidden, at: offset)
      }
    default: takeGround(reading)
    }
  }

  private mutating func takeGround(_ reading: XMLReading) {
    guard
      let colour = reading.value("background-color", .format) ?? reading.value("fill-color", .draw)
    else { return }
    if colour != "transparent", !WordValue.isWhite(String(colour.drop { $0 == "#" })) {
      isPainted = true
    }
  }

  private mutating func closeStyle() {
    // One that hides what it paints is hidden all the same.
    if isUnseen || isWhite && !isPainted { unseen.insert(style) }
    if isPainted { painted.insert(style) }
  }
}
