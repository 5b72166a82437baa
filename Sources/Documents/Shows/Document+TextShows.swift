import BroadsealBytes
import BroadsealFiles

extension Document {
  /// Looks through text of every kind by what a program makes of it.
  func lookAtText(
    _ depth: ShowDepth, into findings: inout ShowFindings
  ) throws(DocumentError) {
    guard source.size <= ShowLimits.markup(depth),
      let range = ByteRange(start: 0, length: source.size)
    else { return findings.add(.textUnread) }
    // What it plays stands elsewhere, whatever its syntax.
    if let path, source.size > 0, NameReading.isPlaylist(path) {
      findings.add(.mediaExternal, at: 0)
    }
    if mediaType == "message/rfc822" {
      if depth == .whole { findings.add(.unread) }
      return
    }
    if isMarkupText { return try lookAtXML(into: &findings) }
    guard let (content, isWide) = try narrow(source.bytes(range)) else {
      return findings.add(.textUnread)
    }
    // A program, whose pages can be others each time; a page that holds the results of programs.
    if content.drop(while: { $0 <= 0x20 }).starts(with: "%!".utf8)
      || path.map(NameReading.isNotebook) ?? false
    {
      if depth == .whole { findings.add(.unread) }
      return
    }
    switch mediaType {
    case "text/markdown": try lookAtMarkdown(content, into: &findings)
    case "application/rtf":
      let rich = RTFShows(content)
      for (code, offset) in rich.found { findings.add(code, at: offset) }
      var text = rich.text
      text.report(to: &findings)
      return
    case "text/csv", "text/tab-separated-values":
      if let offset = TableShows.formula(in: content) { findings.add(.textFormula, at: offset) }
    default: break
    }
    if let offset = ControlCharacters.first(in: content) {
      findings.add(.textInvisible, at: offset)
    }
    var text = TextShows()
    // The label itself is a run of characters that nobody sees.
    if !isWide, carrier is PlainTextCarrier, case .found(let store)? = try carrier?.locate() {
      text.take(content[..<store.extent.start], at: 0)
      text.take(content[store.extent.end...], at: store.extent.end)
    } else {
      text.take(content.starts(with: [0xEF, 0xBB, 0xBF]) ? content[3...] : content[...], at: 0)
    }
    text.report(to: &findings)
  }

  /// `content` with one byte for a letter of ASCII, and whether it had two: UTF-16 says so by its mark. Nil for what has
  /// two or four without a mark, or is cut: nobody can say what a program makes of it.
  private func narrow(_ content: [UInt8]) -> (text: [UInt8], isWide: Bool)? {
    let isLittle = content.starts(with: [0xFF, 0xFE])
    guard isLittle || content.starts(with: [0xFE, 0xFF]) else {
      return content.contains(0) ? nil : (content, false)
    }
    guard content.count.isMultiple(of: 2) else { return nil }
    let units = stride(from: 2, to: content.count, by: 2).map {
      let (first, second) = (UInt16(content[$0]), UInt16(content[$0 + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    let text = Array(String(decoding: units, as: UTF16.self).utf8)
    return text.contains(0) ? nil : (text, true)
  }

  /// Whether it is XML of any kind.
  var isMarkupText: Bool {
    format == .xml || mediaType.hasSuffix("+xml") || mediaType == "application/xml"
      || mediaType == "text/xml"
  }

  private func lookAtMarkdown(
    _ content: [UInt8], into findings: inout ShowFindings
  ) throws(DocumentError) {
    let shows = MarkdownShows(content)
    if let picture = shows.picture { findings.add(.textExternal, at: picture) }
    if shows.isCut { findings.add(.textUnread) }
    // Formulas stand in code, too.
    if let command = shows.formulaCommand(in: content) {
      findings.add(.textUnread, at: command)
    }
    let page = try HTMLShows.look(at: ByteSource(bytes: shows.plain), isPart: true)
    for (kind, offset) in page.rules.found {
      switch kind {
      case .script: findings.add(.textScript, at: offset)
      case .external, .form, .foreign: findings.add(.textExternal, at: offset)
      case .hidden, .animation: findings.add(.textHidden, at: offset)
      case .conditional: findings.add(.textConditional, at: offset)
      // The label is a comment, which no style sheet sees.
      case .sight: continue
      case .unread: findings.add(.textUnread, at: offset)
      }
    }
    if let address = MarkdownShows.scriptAddress(in: shows.plain) ?? shows.scriptLink {
      findings.add(.textScript, at: address)
    }
  }

  private func lookAtXML(into findings: inout ShowFindings) throws(DocumentError) {
    do throws(DocumentError) {
      let shows = try XMLShows(try XMLReading(source))
      if shows.isOpenDocument { return try OpenShows.look(at: source, into: &findings) }
      for (kind, offset) in shows.rules.found {
        switch kind {
        case .script: findings.add(.xmlScript, at: offset)
        case .external, .form, .foreign: findings.add(.xmlExternal, at: offset)
        case .hidden, .animation: findings.add(.xmlHidden, at: offset)
        case .conditional: findings.add(.xmlConditional, at: offset)
        case .sight: continue
        case .unread: findings.add(.xmlUnread, at: offset)
        }
      }
      if shows.hasStylesheet { findings.add(.xmlStylesheet, at: 0) }
      if shows.hasDefinitions || shows.hasEntities { findings.add(.xmlUnread) }
      var text = shows.text
      text.report(to: &findings)
    } catch {
      if case .source = error { throw error }
      findings.add(.xmlUnread)
    }
  }
}
