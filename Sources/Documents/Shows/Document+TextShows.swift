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
    let content = try source.bytes(range)
    // Two bytes a character: none of what follows reads them.
    if content.starts(with: [0xFF, 0xFE]) || content.starts(with: [0xFE, 0xFF]) {
      return findings.add(.textUnread)
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
      let separator = mediaType == "text/csv" ? UInt8(ascii: ",") : 0x09
      for mark in Set([separator, UInt8(ascii: ";")]) {
        if let offset = TableShows.formula(in: content, separator: mark) {
          findings.add(.textFormula, at: offset)
        }
      }
    default: break
    }
    var text = TextShows()
    // The label itself is a run of characters that nobody sees.
    if carrier is PlainTextCarrier, case .found(let store)? = try carrier?.locate() {
      text.take(content[..<store.extent.start], at: 0)
      text.take(content[store.extent.end...], at: store.extent.end)
    } else {
      text.take(content.starts(with: [0xEF, 0xBB, 0xBF]) ? content[3...] : content[...], at: 0)
    }
    text.report(to: &findings)
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
    let page = try HTMLShows.look(at: ByteSource(bytes: shows.plain))
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
    if let address = MarkdownShows.scriptAddress(in: shows.plain) {
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
