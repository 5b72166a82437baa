import BroadsealBytes
import BroadsealFiles

/// Looks through an OpenDocument package by the namespaces of its elements (ODF 1.3 part 3).
struct OpenShows {
  private var findings = ShowFindings()
  private var text = TextShows()
  private var offset = 0
  private var styles = OpenStyles()
  private var fields = OpenFields()
  private var cells = OpenCells()
  private var masters = OpenMasters()
  /// Fields that stand around the master that is open.
  private var outer: OpenFields?
  /// Of each element that is open, how its text shows, and whether it stands in a shape.
  private var looks: [(look: OpenLook, isShape: Bool)] = []
  /// Of each table that is open, its columns: cells without a style of their own take that of theirs.
  private var columns: [OpenColumns] = []
  /// Of the cell that is open, its paragraphs with text, and empty ones behind them.
  private var lines = 0.0
  private var emptyLines = 0.0

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
    shows.finish()
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
    shows.finish()
    findings = shows.findings
  }

  /// What only the whole document says: which masters its pages go by.
  private mutating func finish() {
    if masters.isLive { findings.add(.officeFields, at: masters.offset) }
    if styles.isUnread { findings.add(.officeUnread, at: offset) }
    text.report(to: &findings)
  }

  /// Every part in XML: of the document and of the objects in it. The list of parts says no more.
  private static func isRead(_ name: String) -> Bool {
    name.lowercased().hasSuffix(".xml") && name != "META-INF/manifest.xml"
      && !name.hasPrefix("Configurations2/") && !name.hasPrefix("META-INF/")
  }

  /// What LibreOffice writes of macros into every document in one file: a library with nothing in it.
  private static let emptyLibraries: Set<String> = ["script", "libraries", "library-embedded"]

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
    (looks, columns, cells, outer) = ([], [], OpenCells(steps: cells.steps), nil)
    while true {
      switch try reading.next() {
      case .over:
        if reading.hasDefinitions { findings.add(.officeUnread, at: offset) }
        report()
        return
      case .start(let isEmpty):
        take(reading)
        takeMaster(reading, isEmpty)
        if reading.name.vocabulary == .officeText { fields.begin(reading, isEmpty: isEmpty) }
        if isEmpty { end(reading) } else { looks.append(look(of: reading)) }
      case .end:
        end(reading)
        _ = looks.popLast()
        if reading.name.local == "p" { text.take([0x20], at: offset) }
      case .text: takeText(reading)
      case .aside: continue
      }
    }
  }

  private mutating func end(_ reading: XMLReading) {
    styles.end(reading)
    cells.end(reading)
    if reading.name.vocabulary == .officeText { fields.end(reading.name.local) }
    if reading.name == OpenMasters.element, let outer {
      masters.end(isLive: fields.isLive, at: offset)
      fields = outer
      self.outer = nil
    }
    if reading.name == XMLReading.Name(.table, "table") { _ = columns.popLast() }
  }

  /// Fields of a master count as far as a page goes by it.
  private mutating func takeMaster(_ reading: XMLReading, _ isEmpty: Bool) {
    masters.take(reading)
    guard reading.name == OpenMasters.element, !isEmpty, outer == nil else { return }
    outer = fields
    fields = OpenFields()
  }

  private mutating func report() {
    if fields.isLive { findings.add(.officeFields, at: offset) }
    if styles.hidesByCondition() { findings.add(.officeHidden, at: offset) }
    if cells.isOdd { findings.add(.officeFormula, at: offset) }
    if cells.isUnread { findings.add(.officeFormulaUnread, at: offset) }
  }

  /// How text of the element that was just opened shows: by its style, its default, and what is around it.
  private mutating func look(of reading: XMLReading) -> (look: OpenLook, isShape: Bool) {
    let (around, isShape) = looks.last ?? (styles.look("paragraph", nil), false)
    let name = reading.value("style-name", .officeText)
    switch (reading.name.vocabulary, reading.name.local) {
    case (.officeText, "p"), (.officeText, "h"):
      // A paragraph with a style goes by it and the default; without one by what it stands in.
      return (name == nil ? around : styles.look("paragraph", name).over(around), isShape)
    case (.officeText, "span"), (.officeText, "a"), (.officeText, "ruby-text"):
      return (styles.look("text", name).over(around), isShape)
    // Styles can stand in front of the body in the same part.
    case (.officeText, "note-body"), (.office, "annotation"), (.office, "body"):
      return (styles.look("paragraph", nil), false)
    case (.officeText, "section"): return (styles.look("section", name).over(around), isShape)
    case (.table, "table"), (.table, "table-row"):
      let family = reading.name.local
      return (styles.look(family, reading.value("style-name", .table)).over(around), isShape)
    case (.table, "table-cell"), (.table, "covered-table-cell"):
      var own = reading.value("style-name", .table)
      if own == nil {
        let others = stylesAround()
        own = others.first
        for style in others where isUnseen(style) { own = style }
      }
      return (styles.look("table-cell", own).over(around), isShape)
    case (.draw, _):
      let style = reading.value("style-name", .draw) ?? reading.value("style-name", .presentation)
      if style == nil, isShape { return (around, true) }
      let family = reading.value("style-name", .draw) == nil ? "presentation" : "graphic"
      return (styles.look(family, style).over(styles.look("paragraph", nil)), true)
    default: return (around, isShape)
    }
  }

  /// Styles of the row and the columns in which the cell stands that is open.
  private mutating func stylesAround() -> [String] {
    let found = columns.last?.styles ?? []
    return styles.spend(max(0, found.count - 2)) ? found : []
  }

  private mutating func isUnseen(_ style: String) -> Bool {
    styles.look("table-cell", style).isUnseen(isShape: false) || styles.hides(style, nil)
  }

  private mutating func takeText(_ reading: XMLReading) {
    styles.take(reading.text)
    if reading.isInside(.office, "script"), reading.text.contains(where: { !$0.isXMLSpace }) {
      findings.add(.officeMacros, at: offset)
    }
    let vocabulary = reading.ancestor(0)?.vocabulary
    guard vocabulary == .officeText || vocabulary == .table else { return }
    text.take(reading.text, at: offset)
    fields.take(reading.text)
    cells.take(reading.text)
    guard let (look, isShape) = looks.last, reading.text.contains(where: { !$0.isXMLSpace }) else {
      return
    }
    (lines, emptyLines) = (lines + emptyLines, 0)
    // Below the edge of a row that does not grow.
    let isCut = look.height.map { lines > 1 && lines * (look.size ?? 12) > $0 * 1.15 } ?? false
    if isCut || look.isUnseen(isShape: isShape) || reading.isInside(.table, "covered-table-cell") {
      findings.add(.officeHidden, at: offset)
    }
  }

  private mutating func take(_ reading: XMLReading) {
    styles.take(reading)
    cells.begin(reading, isTold: isTold(reading.value("formula", .table)))
    let name = reading.name
    if covers(reading) { findings.add(.officeUnread, at: offset) }
    if name == XMLReading.Name(.table, "table-cell") { (lines, emptyLines) = (0, 0) }
    if ["p", "h", "line-break"].contains(name.local) { emptyLines += 1 }
    switch name.vocabulary {
    case .officeText: takeField(reading)
    case .table: takeTable(reading)
    case .script where name.local == "event-listener": findings.add(.officeMacros, at: offset)
    case _
    where reading.isInside(.office, "script") && !OpenShows.emptyLibraries.contains(name.local):
      findings.add(.officeMacros, at: offset)
    case .presentation where name.local == "date-time-decl":
      if reading.value("source", .presentation) != "fixed" {
        findings.add(.officeFields, at: offset)
      }
    case .office where name.local == "dde-source": findings.add(.officeFields, at: offset)
    case .draw where ["applet", "plugin", "floating-frame", "object-ole"].contains(name.local):
      findings.add(.officeObjects, at: offset)
    default: break
    }
    if OpenShows.isAway(reading)
      || name == XMLReading.Name(.table, "table-properties")
        && reading.value("display", .table) == "false"
      || reading.value("visibility", .presentation) == "hidden"
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

  /// Whether a shape or a picture lies before the text, which does not flow around it: what stands under it nobody
  /// here can tell.
  private mutating func covers(_ reading: XMLReading) -> Bool {
    guard reading.name.vocabulary == .draw, let style = reading.value("style-name", .draw),
      reading.isInside(.office, "text"), reading.value("anchor-type", .officeText) != "as-char"
    else { return false }
    let look = styles.look("graphic", style)
    return look.isLoose == true && (look.isFilled ?? !OpenShows.lines.contains(reading.name.local))
  }

  /// Shapes without a ground, and groups of shapes.
  private static let lines: Set<String> = ["line", "connector", "measure", "g", "a"]

  /// Whether a shape stands beside every page (ODF 1.3 part 3 §19.575).
  private static func isAway(_ reading: XMLReading) -> Bool {
    guard reading.name.vocabulary == .draw else { return false }
    func length(_ name: StaticString) -> Double? {
      OfficeLength.points(reading.value(name, .other))
    }
    return [(length("x"), length("width")), (length("y"), length("height"))].contains {
      place, size in
      guard let place else { return false }
      return place + (size ?? 0) < -85 || place > 1_800
    }
  }

  /// Links that a reader follows by hand.
  private static func isLink(_ name: XMLReading.Name) -> Bool {
    name == XMLReading.Name(.officeText, "a") || name == XMLReading.Name(.draw, "a")
      || name.vocabulary == .form || name.local == "template" || name.local == "auto-reload"
  }

  private mutating func takeField(_ reading: XMLReading) {
    switch reading.name.local {
    case "script": findings.add(.officeMacros, at: offset)
    case "hidden-text", "hidden-paragraph": findings.add(.officeHidden, at: offset)
    case "section":
      let display = reading.value("display", .officeText) ?? "true"
      if display == "none" || display == "condition" { findings.add(.officeHidden, at: offset) }
    case "tracked-changes": findings.add(.officeRevisions, at: offset)
    default: break
    }
  }

  private mutating func takeColumn(_ reading: XMLReading) {
    guard let last = columns.indices.last else { return }
    let count = OpenCells.count(reading.value("number-columns-repeated", .table))
    if !columns[last].add(count, reading.value("default-cell-style-name", .table)) {
      findings.add(.officeUnread, at: offset)
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
    case "table-column":
      takeColumn(reading)
    case "table-row":
      if let last = columns.indices.last {
        columns[last].beginRow(reading.value("default-cell-style-name", .table))
      }
    case "table-cell", "covered-table-cell":
      if let last = columns.indices.last {
        columns[last].take(cells: OpenCells.count(reading.value("number-columns-repeated", .table)))
      }
    case "table":
      columns.append(OpenColumns())
      // Paper shows what is in them alone.
      if reading.value("print-ranges", .table) != nil { findings.add(.officeHidden, at: offset) }
      if reading.value("display", .table) == "false" { findings.add(.officeHidden, at: offset) }
    default: break
    }
    if let style = reading.value("style-name", .table), reading.name.local == "table-column",
      styles.look("table-column", style).isFlat == true
    {
      findings.add(.officeHidden, at: offset)
    }
    if reading.name.local == "table-cell", let value = OpenCells.value(of: reading) {
      let own = reading.value("style-name", .table).map { [$0] } ?? stylesAround()
      for style in own where styles.hides(style, value) {
        findings.add(.officeHidden, at: offset)
      }
    }
    if let formula = reading.value("formula", .table) { judge(formula) }
  }

  /// Whether something is said of a formula, so that it is not computed.
  private func isTold(_ formula: String?) -> Bool {
    guard let formula else { return false }
    let judged = SheetFormula(Array(formula.utf8))
    return judged.isLive || judged.isExternal || judged.leadsOutside || OpenShows.isOutside(formula)
  }

  private static func isOutside(_ formula: String) -> Bool {
    formula.contains("'file:") || formula.contains("'http") || formula.contains("DDE(")
  }

  private mutating func judge(_ formula: String) {
    let judged = SheetFormula(Array(formula.utf8))
    if judged.isLive { findings.add(.officeFields, at: offset) }
    if judged.isExternal || OpenShows.isOutside(formula) {
      findings.add(.officeExternal, at: offset)
    }
    if judged.leadsOutside { findings.add(.officeFormula, at: offset) }
  }
}
