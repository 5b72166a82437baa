import BroadsealNotes

/// Looks through the objects of a PDF (T-44, T-50). Values are compared with what references lead to:
/// `/S 7 0 R` is what object 7 says.
struct PDFShows {
  private let document: PDFDocument
  private var resolver: PDFResolver
  private(set) var findings = ShowFindings()
  private var offset = 0

  /// Looks through `document`: the catalog and what it names, or every object and every page.
  static func look(
    at document: PDFDocument, _ depth: ShowDepth, into findings: inout ShowFindings
  ) throws(DocumentError) {
    var shows = PDFShows(document: document, resolver: document.resolver())
    shows.findings = findings
    do throws(DocumentError) {
      let catalog = try document.catalog(in: &shows.resolver)
      shows.take(catalog: catalog)
      if depth == .whole {
        let snapshot = PDFSnapshot(document)
        shows.resolver = snapshot.resolver
        try shows.takeAll(snapshot)
        var pages = PDFPages(through: snapshot.resolver)
        try pages.look(from: catalog, into: &shows.findings)
      }
    } catch {
      if case .source = error { throw error }
      // What only a password opens shows nothing to anyone without it.
      shows.findings.add(.pdfUnread)
    }
    findings = shows.findings
  }

  private init(document: PDFDocument, resolver: PDFResolver) {
    self.document = document
    self.resolver = resolver
  }

  /// What stands in the catalog and in what it names.
  private mutating func take(catalog: PDFPart) {
    offset = catalog.offset
    take(catalog, depth: 0)
    if let form = resolved(catalog["AcroForm"]) { take(form, depth: 0) }
    if let names = resolved(catalog["Names"]) {
      if resolved(names["JavaScript"]) != nil { findings.add(.pdfScripts, at: offset) }
      if resolved(names["Renditions"]) != nil { findings.add(.pdfMedia, at: offset) }
      if let files = resolved(names["EmbeddedFiles"]) { take(files: files) }
    }
    takeByItself(catalog["OpenAction"])
    if resolved(catalog["Collection"]) != nil { findings.add(.pdfFiles, at: offset) }
  }

  /// Embedded files, but for manifest stores.
  private mutating func take(files: PDFPart) {
    guard let tree = try? PDFNameTree(files, through: &resolver) else {
      return findings.add(.pdfUnread, at: offset)
    }
    for entry in tree.entries {
      let file = resolved(entry.value)
      if resolved(file?["AFRelationship"])?.object.name != "C2PA_Manifest" {
        findings.add(.pdfFiles, at: offset)
      }
    }
  }

  /// Every object of the newest revision.
  private mutating func takeAll(_ snapshot: PDFSnapshot) throws(DocumentError) {
    for (_, reference) in snapshot.places() {
      guard let object = try resolver.object(reference) else { continue }
      offset = object.offset
      let part = object.part(encrypted: document.security != nil)
      // A stream whose data is in another file (ISO 32000-1 §7.3.8.2).
      if object.data != nil, resolved(part["F"]) != nil,
        resolved(part["Type"])?.object.name != "EmbeddedFile"
      {
        findings.add(.pdfExternal, at: offset)
      }
      take(part, depth: 0)
    }
  }

  /// What a part leads to; what cannot be read is said.
  private mutating func resolved(_ part: PDFPart?) -> PDFPart? {
    guard let part else { return nil }
    guard case .reference = part.object else { return part.object.isNull ? nil : part }
    do throws(DocumentError) {
      return try resolver.resolve(part)
    } catch {
      findings.add(.pdfUnread, at: offset)
      return nil
    }
  }

  /// Looks through a value and those inside it; the parser bounds their nesting.
  private mutating func take(_ part: PDFPart, depth: Int) {
    guard depth <= PDFLimits.maximumDepth else { return }
    if let items = part.items {
      for item in items { take(item, depth: depth + 1) }
    } else if let dictionary = part.dictionary {
      look(at: part)
      for entry in dictionary.entries { take(part.part(entry.value), depth: depth + 1) }
    }
  }

  /// Keys that stand for something wherever they are.
  private static let keys: [(PDFName, ShowCode)] = [
    ("OCProperties", .pdfLayers), ("JS", .pdfScripts), ("XFA", .pdfForm),
    ("Alternates", .pdfAlternates), ("RichMediaContent", .pdfMedia), ("3DD", .pdfMedia),
    ("3DV", .pdfMedia),
  ]

  private mutating func look(at part: PDFPart) {
    guard let dictionary = part.dictionary else { return }
    for (key, code) in PDFShows.keys where dictionary[key] != nil {
      if resolved(part[key]) != nil { findings.add(code, at: offset) }
    }
    if dictionary["S"] != nil, let type = resolved(part["S"])?.object.name,
      let code = PDFActions.kind(of: type)
    {
      findings.add(code, at: offset)
    }
    if let actions = dictionary["AA"] == nil ? nil : resolved(part["AA"]) {
      for entry in actions.dictionary?.entries ?? [] {
        takeByItself(actions.part(entry.value))
      }
    }
    // A page of another document in the place of a picture (ISO 32000-2 §8.10.4).
    if dictionary["Ref"] != nil, resolved(part["Ref"])?.dictionary != nil,
      dictionary["BBox"] != nil || dictionary["Subtype"] != nil
    {
      findings.add(.pdfExternal, at: offset)
    }
    lookAtAnnotation(part, dictionary)
  }

  /// An action that nobody begins, and those that follow it.
  private mutating func takeByItself(_ action: PDFPart?) {
    var left = PDFActions.maximumChain
    var next = [action]
    while let step = next.popLast(), left > 0 {
      left -= 1
      guard let action = resolved(step) else { continue }
      if let items = action.items {
        // A destination is an array that begins with a page; a chain is one of actions.
        next += items.filter { resolved($0)?.dictionary?["S"] != nil }.map(Optional.some)
        continue
      }
      if let type = resolved(action["S"])?.object.name,
        let code = PDFActions.kindByItself(of: type)
      {
        findings.add(code, at: offset)
      }
      next.append(action["Next"])
    }
    if left == 0 { findings.add(.pdfUnread, at: offset) }
  }
}

extension PDFShows {
  private static let media: Set<PDFName> = ["Movie", "Sound", "Screen", "RichMedia", "3D"]
  /// Annotations that show something of their own (ISO 32000-2 §12.5.6).
  private static let visible: Set<PDFName> = [
    "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline",
    "Squiggly", "StrikeOut", "Stamp", "Caret", "Ink", "Watermark", "Widget", "Redact", "Projection",
  ]

  private mutating func lookAtAnnotation(_ part: PDFPart, _ dictionary: PDFDictionary) {
    guard dictionary["Rect"] != nil, let type = resolved(part["Subtype"])?.object.name else {
      return
    }
    if PDFShows.media.contains(type) { findings.add(.pdfMedia, at: offset) }
    if type == "FileAttachment" { findings.add(.pdfFiles, at: offset) }
    let flags = resolved(part["F"])?.object.integer ?? 0
    // A signature without a picture is no content.
    if isSignature(part) { return }
    // Hidden (2) and no view (6) of ISO 32000-1 §12.5.3; a toggle shows by turns.
    if flags & 0x122 != 0 { findings.add(.pdfHidden, at: offset) }
    // Without the print flag (3) it is on the screen and not on paper.
    if PDFShows.visible.contains(type), flags & 0x04 == 0, resolved(part["AP"]) != nil {
      findings.add(.pdfOneMedium, at: offset)
    }
  }

  private mutating func isSignature(_ part: PDFPart) -> Bool {
    if resolved(part["FT"])?.object.name == "Sig" { return true }
    return part.dictionary?["FT"] == nil
      && resolved(resolved(part["Parent"])?["FT"])?.object.name == "Sig"
  }
}
