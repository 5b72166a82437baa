import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// Reads the bytes around and between two delimiters, strictly: none of them is hashed, so that
/// each must be the one that has to be there.
struct TextBlockReader {
  private let source: ByteSource
  private let syntax: CommentSyntax?
  /// Offset of the first delimiter and of the byte after the second.
  private let begin: Int
  private let end: Int
  /// Offset of the second delimiter.
  private let second: Int
  /// What else could be taken for a label.
  private let doubt: Note?

  init(
    _ source: ByteSource, syntax: CommentSyntax?, begin: Int, end: Int, doubt: Note?
  ) {
    self.doubt = doubt
    self.source = source
    self.syntax = syntax
    self.begin = begin
    second = end
    self.end = end + TextBlock.end.count
  }

  func read() throws(DocumentError) -> TextBlock.Search {
    let limit = StructuredTextLimits.maximumFraming
    let reach = max(0, begin - limit)..<min(source.size, end + limit)
    guard second - begin <= StoreLimits.maximumSize / 3 * 4 + limit else {
      return .unusable(
        Note(TextCode.storeSize, "the manifest block is too large", at: begin))
    }
    let before = try bytes(reach.lowerBound..<begin)
    let after = try bytes(end..<reach.upperBound)
    let lineStart = before.lastIndex(of: 0x0A).map { reach.lowerBound + $0 + 1 }
    let lineEnd = after.firstIndex(of: 0x0A).map { end + $0 + 1 }
    guard let start = lineStart ?? (reach.lowerBound == 0 ? 0 : nil),
      let stop = lineEnd ?? (reach.upperBound == source.size ? source.size : nil)
    else {
      return .unusable(
        Note(TextCode.blockForm, "the line of the manifest block is too long", at: begin))
    }
    let hasMark = start == 0 && before.starts(with: TextLines.byteOrderMark)
    let lead = Array(before.suffix(begin - start)).dropFirst(hasMark ? 3 : 0)
    let tail = Array(after.prefix(stop - end))
    return try read(
      between: start + (hasMark ? 3 : 0), and: stop, lead: Array(lead), tail: tail,
      follower: Array(after.dropFirst(stop - end)), predecessor: before.dropLast(begin - start))
  }

  private func read(
    between start: Int, and stop: Int, lead: [UInt8], tail: [UInt8], follower: [UInt8],
    predecessor: ArraySlice<UInt8>
  ) throws(DocumentError) -> TextBlock.Search {
    let inner = try bytes((begin + TextBlock.begin.count)..<second)
    let isSpread = inner.contains(0x0A)
    guard let first = inner.firstIndex(where: { !TextBlockReader.isSpace($0) }),
      let last = inner.lastIndex(where: { !TextBlockReader.isSpace($0) })
    else { return unusable(TextCode.reference, "the manifest block is empty") }
    let reference = inner[first...last]
    guard reference.starts(with: TextBlock.dataURI),
      let base64 = ByteRange(
        start: begin + TextBlock.begin.count + first + TextBlock.dataURI.count,
        length: reference.count - TextBlock.dataURI.count)
    else {
      return unusable(
        TextCode.reference,
        "the manifest block names a store kept elsewhere, which is never fetched")
    }
    guard let lines = ByteRange(start..<stop) else {
      return unusable(TextCode.blockForm, "the manifest block has no line of its own")
    }
    let spaces = (Array(inner[..<first]), Array(inner[(last + 1)...]))
    let form = try form(lead, tail, spaces, isSpread: isSpread, lines)
    let place = BlockExtent(
      lines, size: source.size, predecessor: predecessor, follower: follower,
      isTerminated: tail.last == 0x0A, keepsBlankLine: syntax?.place == .header)
    return .found(
      TextBlock(
        lines: lines, reference: base64, extent: place.extent, alternatives: place.alternatives,
        removed: place.removed, defects: form == .wrong ? [note] : [],
        doubts: (form == .odd ? [note] : []) + [doubt].compactMap(\.self)))
  }

  private enum Form { case exact, odd, wrong }

  private var note: Note {
    Note(
      TextCode.blockForm, "the line of the manifest block is not the comment it has to be",
      at: begin)
  }

  /// How the bytes around the delimiters and the reference compare to the forms of the syntax.
  private func form(
    _ lead: [UInt8], _ tail: [UInt8], _ spaces: ([UInt8], [UInt8]), isSpread: Bool,
    _ lines: ByteRange
  ) throws(DocumentError) -> Form {
    var closing = tail[...]
    var terminator: [UInt8] = []
    if closing.last == 0x0A {
      closing = closing.dropLast()
      terminator = [0x0A]
      if closing.last == 0x0D {
        closing = closing.dropLast()
        terminator = [0x0D, 0x0A]
      }
    }
    if isSpread {
      guard try isInFrontMatter(lines) || syntax == nil else { return .wrong }
      guard lead.isEmpty, closing.isEmpty else { return .wrong }
      let isPlain = spaces == (terminator, terminator) && !terminator.isEmpty
      return isPlain && syntax != nil ? .exact : .odd
    }
    var forms = syntax?.forms ?? CommentSyntax.table.flatMap(\.forms)
    if syntax?.place == .frontMatter, try isInFrontMatter(lines) { forms = [.hash] }
    if let form = forms.first(where: { lead == $0.opening && Array(closing) == $0.closing }) {
      // One form in the place of another changes nothing that is hashed when they are as long.
      let isTold = form == syntax?.written || form.length != syntax?.written.length
      return spaces == ([0x20], [0x20]) && syntax != nil && isTold ? .exact : .odd
    }
    let isComment = forms.contains { form in
      TextBlockReader.trimmed(lead[...]) == Array(form.prefix.utf8)
        && TextBlockReader.trimmed(closing) == Array(form.suffix.utf8)
    }
    return isComment ? .odd : .wrong
  }

  private func isInFrontMatter(_ lines: ByteRange) throws(DocumentError) -> Bool {
    let limit = StructuredTextLimits.headSize
    guard syntax?.place == .frontMatter, lines.start <= limit else { return false }
    let head = try bytes(0..<lines.start)
    let after = try bytes(lines.end..<min(source.size, lines.end + limit - lines.start))
    return FrontMatter(head + after)?.holds(head.count) ?? false
  }

  private func unusable(_ code: TextCode, _ reason: String) -> TextBlock.Search {
    .unusable(Note(code, reason, at: begin))
  }

  private func bytes(_ bounds: Range<Int>) throws(DocumentError) -> [UInt8] {
    guard let range = ByteRange(bounds) else { return [] }
    return try source.bytes(range)
  }

  /// What the standard strips around a reference: space, tab, line feed, carriage return.
  private static func isSpace(_ byte: UInt8) -> Bool {
    [0x20, 0x09, 0x0A, 0x0D].contains(byte)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var bytes = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes = bytes.dropLast() }
    return Array(bytes)
  }
}

extension TextBlock {
  /// Looks for the block of `source`, whose comments are those of `syntax`; nil: not known.
  static func search(
    in source: ByteSource, syntax: CommentSyntax?
  ) throws(DocumentError) -> Search {
    let found = try TextScan.offsets(
      of: [begin, end, TextWrapper.opening], in: source, limit: 2)
    let (begins, ends) = (found[0], found[1])
    let wrapper = try misplacedWrapper(at: found[2], in: source)
    guard let first = begins.first ?? ends.first else {
      return wrapper.map(Search.unusable) ?? .none
    }
    if wrapper == nil, try QuotedDelimiters(source, syntax: syntax).isAll {
      return .quoted(at: first)
    }
    guard begins.count == 1, ends.count == 1, ends[0] >= begins[0] + begin.count else {
      let several = begins.count > 1 || ends.count > 1
      return .unusable(
        Note(
          several ? TextCode.blocks : TextCode.blockBroken,
          several
            ? "the text holds the delimiters of more than one manifest block"
            : "the text holds one delimiter of a manifest block without the other",
          at: several ? (begins.last ?? ends.last) : first))
    }
    return try TextBlockReader(
      source, syntax: syntax, begin: begins[0], end: ends[0], doubt: wrapper
    ).read()
  }

  /// A wrapper for plain text, where a block should be: some readers look for nothing else.
  private static func misplacedWrapper(
    at offsets: [Int], in source: ByteSource
  ) throws(DocumentError) -> Note? {
    for offset in offsets {
      if case .foreign = try TextWrapper.read(from: source, at: offset) { continue }
      return Note(
        TextCode.wrapperMisplaced,
        at: offset)
    }
    return nil
  }
}
