import BroadsealFiles
package import BroadsealNotes

extension Document {
  /// What in the document can tell whether a label stands in it, so that it would show something else as
  /// soon as it is signed; nil where nothing can.
  ///
  /// | format | the label inside | who sees it |
  /// |---|---|---|
  /// | HTML | a `script` in the head | selectors, sheets in addresses |
  /// | SVG | an element in `metadata`, a namespace of the root | selectors, `tref`, XSLT |
  /// | EPUB | a part of the package | a part that names it |
  /// | XML, XHTML | a comment, when asked for | XSLT, XInclude of the document itself |
  /// | Markdown, source text | a comment | no style sheet; a program that reads its own source |
  /// | plain text, tables | characters that nobody sees | a program that reads them |
  ///
  /// Scripts see everything, wherever a label stands; that a document holds some is said by a code of its own,
  /// and so it is of sheets from elsewhere, which can change at any time.
  /// What is too large to be looked through counts as seeing.
  package func labelSight() throws(DocumentError) -> Note? {
    switch carrier {
    case is HTMLCarrier:
      guard source.size <= ShowLimits.markup(.whole) else { return Note(ShowCode.labelSeen) }
      let page = try HTMLShows.look(at: source, place: .page)
      return page.rules.found[.sight].map { Note(ShowCode.labelSeen, at: $0) }
    case is SVGCarrier: return try xmlSight(.drawing)
    case let carrier as ZIPCarrier:
      guard case .epub = carrier.package.form else { return nil }
      var findings = ShowFindings()
      try BookShows.look(at: carrier.archive, .whole, into: &findings)
      return findings.notes.first { $0.code == ShowCode.labelSeen.code }
    case is StructuredTextCarrier where isMarkupText: return try xmlSight(.none)
    default: return nil
    }
  }

  private func xmlSight(_ place: LabelSight.Place) throws(DocumentError) -> Note? {
    guard source.size <= ShowLimits.markup(.whole) else { return Note(ShowCode.labelSeen) }
    do throws(DocumentError) {
      let shows = try XMLShows(try XMLReading(source), place: place)
      if shows.hasStylesheet { return Note(ShowCode.labelSeen, at: 0) }
      return shows.rules.found[.sight].map { Note(ShowCode.labelSeen, at: $0) }
    } catch {
      if case .source = error { throw error }
      // XML that is not well-formed is shown by nobody; a sheet that it names may be read all the same.
      let namesSheet = try source.opening(1 << 16)[...].firstIndex(of: "<?xml-stylesheet") != nil
      return place == .drawing || namesSheet ? Note(ShowCode.labelSeen) : nil
    }
  }
}
