/// The namespaces of XML that mean something to a search for what a document shows.
///
/// A part goes by the names of its elements and never by its place or its prefixes.
enum XMLVocabulary: UInt8, Sendable {
  /// No namespace: attributes without a prefix.
  case none
  /// A namespace that is not known here.
  case other
  case html, svg, formula, xlink, include, events
  case word, sheet, slide, drawing, compatibility
  /// What stands around text of Word and is none of its own: mathematics, shapes, drawings in VML.
  case wordPart
  case officeText, office, table, draw, style, format, presentation, script, form, manifest
  case dataStyle
  case package, container, ncx
  /// What a program is registered for that shows or runs it, and that is not looked through here.
  case program
  /// News whose texts are pages (RFC 4287, RSS 1.0).
  case feed

  /// What the name of a namespace, decoded, stands for.
  init(_ name: [UInt8]) {
    let text = String(decoding: name, as: UTF8.self)
    self = text.isEmpty ? .none : XMLVocabulary.known[text] ?? .other
    // Forms of Adobe, in whatever version.
    if text.hasPrefix("http://www.xfa.org/schema/") { self = .program }
  }

  private static let known: [String: XMLVocabulary] = {
    let schemas = "http://schemas.openxmlformats.org/"
    let strict = "http://purl.oclc.org/ooxml/"
    let microsoft = "http://schemas.microsoft.com/office/word/2010/"
    let open = "urn:oasis:names:tc:opendocument:xmlns:"
    return [
      "http://www.w3.org/1999/xhtml": .html,
      "http://www.w3.org/2000/svg": .svg,
      "http://www.w3.org/1998/Math/MathML": .formula,
      "http://www.w3.org/1999/xlink": .xlink,
      "http://www.w3.org/2001/XInclude": .include,
      "http://www.w3.org/2001/xml-events": .events,
      schemas + "wordprocessingml/2006/main": .word,
      strict + "wordprocessingml/main": .word,
      schemas + "spreadsheetml/2006/main": .sheet,
      strict + "spreadsheetml/main": .sheet,
      schemas + "presentationml/2006/main": .slide,
      strict + "presentationml/main": .slide,
      schemas + "drawingml/2006/main": .drawing,
      strict + "drawingml/main": .drawing,
      schemas + "markup-compatibility/2006": .compatibility,
      schemas + "officeDocument/2006/math": .wordPart,
      strict + "officeDocument/math": .wordPart,
      schemas + "drawingml/2006/wordprocessingDrawing": .wordPart,
      strict + "drawingml/wordprocessingDrawing": .wordPart,
      microsoft + "wordprocessingDrawing": .wordPart,
      microsoft + "wordprocessingShape": .wordPart,
      microsoft + "wordprocessingGroup": .wordPart,
      microsoft + "wordprocessingCanvas": .wordPart,
      schemas + "drawingml/2006/lockedCanvas": .wordPart,
      "urn:schemas-microsoft-com:vml": .wordPart,
      "urn:schemas-microsoft-com:office:office": .wordPart,
      "urn:schemas-microsoft-com:office:word": .wordPart,
      open + "text:1.0": .officeText,
      open + "office:1.0": .office,
      open + "table:1.0": .table,
      open + "drawing:1.0": .draw,
      open + "style:1.0": .style,
      open + "xsl-fo-compatible:1.0": .format,
      open + "presentation:1.0": .presentation,
      open + "script:1.0": .script,
      open + "form:1.0": .form,
      open + "manifest:1.0": .manifest,
      open + "datastyle:1.0": .dataStyle,
      "urn:schemas-microsoft-com:office:spreadsheet": .program,
      "http://schemas.microsoft.com/office/word/2003/wordml": .program,
      "http://schemas.microsoft.com/office/2006/xmlPackage": .program,
      "http://schemas.microsoft.com/visio/2003/core": .program,
      "http://schemas.microsoft.com/project": .program,
      "http://schemas.microsoft.com/winfx/2006/xaml/presentation": .program,
      "http://schemas.microsoft.com/xps/2005/06": .program,
      "http://ns.adobe.com/xdp/": .program,
      "http://www.opengis.net/kml/2.2": .program,
      "http://www.opengis.net/kml/2.3": .program,
      "http://earth.google.com/kml/2.0": .program,
      "http://earth.google.com/kml/2.1": .program,
      "http://earth.google.com/kml/2.2": .program,
      "http://www.w3.org/1999/XSL/Transform": .program,
      "http://www.w3.org/1999/XSL/Format": .program,
      "http://www.w3.org/2002/xforms": .program,
      "http://www.w3.org/ns/SMIL": .program,
      "http://www.w3.org/2001/SMIL20/Language": .program,
      "http://www.w3.org/2001/vxml": .program,
      "http://www.mozilla.org/keymaster/gatekeeper/there.is.only.xul": .program,
      "http://xspf.org/ns/0/": .program,
      "http://www.w3.org/2005/Atom": .feed,
      "http://purl.org/rss/1.0/": .feed,
      "http://www.idpf.org/2007/opf": .package,
      open + "container": .container,
      "http://www.daisy.org/z3986/2005/ncx/": .ncx,
    ]
  }()
}
