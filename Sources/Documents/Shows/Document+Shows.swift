import BroadsealFiles
package import BroadsealNotes

extension Document {
  /// What makes the file show more, less or other than its own bytes say, and what could not be looked
  /// through: codes of the nature `risk`, and one that is a remark.
  ///
  /// Nothing here decides anything of a label. Only reading the file can throw.
  package func shown(_ depth: ShowDepth) throws(DocumentError) -> [Note] {
    var findings = ShowFindings()
    // A server runs it, and shows what comes of that.
    if let path, format.isText, NameReading.isRun(path) { findings.add(.textScript, at: 0) }
    switch carrier {
    case let carrier as PDFCarrier:
      try PDFShows.look(at: carrier.document, depth, into: &findings)
    case let carrier as ZIPCarrier: try look(at: carrier, depth, into: &findings)
    case is HTMLCarrier: try lookAtPage(depth, into: &findings)
    case is SVGCarrier: try lookAtDrawing(depth, into: &findings)
    case is PlainTextCarrier, is StructuredTextCarrier: try lookAtText(depth, into: &findings)
    case is PNGCarrier, is JPEGCarrier: break
    case let carrier as BMFFCarrier:
      try lookAtMedia(carrier, depth, into: &findings)
      if !isPicture, depth == .whole { findings.add(.unread) }
    default:
      if isLocked {
        findings.add(.encrypted)
      } else if !isPicture, depth == .whole {
        findings.add(.unread)
      }
    }
    return findings.notes
  }

  /// Whether nobody can look into it without a key: a reader is told, whatever the depth.
  private var isLocked: Bool {
    switch problem {
    case .malformed(let code, _)?: code.nature == .locked
    case .refused(let refusal)?: refusal.code.nature == .locked
    case .source?: false
    case nil: format == .encrypted
    }
  }

  /// Whether it is a picture or sound, which is what it shows, or nothing.
  private var isPicture: Bool {
    source.size == 0 || format.isStore
      || mediaType.hasPrefix("image/") && !mediaType.hasPrefix("image/svg")
      || mediaType.hasPrefix("audio/")
  }

  private func lookAtMedia(
    _ carrier: BMFFCarrier, _ depth: ShowDepth, into findings: inout ShowFindings
  ) throws(DocumentError) {
    do throws(DocumentError) {
      if let offset = try carrier.outsideReference() { findings.add(.mediaExternal, at: offset) }
    } catch {
      if case .source = error { throw error }
      if depth == .whole, isPicture { findings.add(.unread) }
    }
  }

  private func look(
    at carrier: ZIPCarrier, _ depth: ShowDepth, into findings: inout ShowFindings
  ) throws(DocumentError) {
    switch carrier.package.form {
    case .opc(let types) where format != .oxps:
      try OfficeShows.look(at: carrier.archive, types, depth, into: &findings)
    case .odf: try OpenShows.look(at: carrier.archive, depth, into: &findings)
    case .epub: try BookShows.look(at: carrier.archive, depth, into: &findings)
    case .opc, .plain: if depth == .whole { findings.add(.unread) }
    }
  }

  private func lookAtPage(
    _ depth: ShowDepth, into findings: inout ShowFindings
  ) throws(DocumentError) {
    // Bytes that are no characters, or more of them than are looked at.
    guard source.size <= ShowLimits.markup(depth), try !isWide() else {
      return findings.add(.htmlUnread)
    }
    let page = try HTMLShows.look(at: source, place: .page)
    for (kind, offset) in page.rules.found {
      switch kind {
      case .script: findings.add(.htmlScript, at: offset)
      case .external, .foreign: findings.add(.htmlExternal, at: offset)
      case .form: findings.add(.htmlForm, at: offset)
      case .hidden, .animation: findings.add(.htmlHidden, at: offset)
      case .conditional: findings.add(.htmlConditional, at: offset)
      case .sight: findings.add(.labelSeen, at: offset)
      case .unread: findings.add(.htmlUnread, at: offset)
      }
    }
    var text = page.text
    text.report(to: &findings)
  }

  private func isWide() throws(DocumentError) -> Bool {
    let opening = try source.opening(2)
    return opening == [0xFF, 0xFE] || opening == [0xFE, 0xFF]
  }

  private func lookAtDrawing(
    _ depth: ShowDepth, into findings: inout ShowFindings
  ) throws(DocumentError) {
    guard source.size <= ShowLimits.markup(depth) else { return findings.add(.svgUnread) }
    do throws(DocumentError) {
      let drawing = try XMLShows(try XMLReading(source), place: .drawing)
      for (kind, offset) in drawing.rules.found {
        switch kind {
        case .script: findings.add(.svgScript, at: offset)
        case .external, .form: findings.add(.svgExternal, at: offset)
        case .hidden: findings.add(.svgHidden, at: offset)
        case .animation: findings.add(.svgAnimation, at: offset)
        case .foreign: findings.add(.svgForeign, at: offset)
        case .conditional: findings.add(.svgConditional, at: offset)
        case .sight: findings.add(.labelSeen, at: offset)
        case .unread: findings.add(.svgUnread, at: offset)
        }
      }
      if drawing.hasStylesheet { findings.add(.svgExternal, at: 0) }
      if drawing.hasDefinitions || drawing.hasEntities { findings.add(.svgUnread) }
      var text = drawing.text
      text.report(to: &findings)
    } catch {
      if case .source = error { throw error }
      findings.add(.svgUnread)
    }
  }
}
