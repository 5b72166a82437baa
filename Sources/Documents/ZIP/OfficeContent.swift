import BroadsealBytes

/// Reads a part of an Office document for what is shown in one program and not in another: fields put
/// together from their pieces, and alternatives of which each program takes one (ECMA-376-3 §7.5).
///
/// It follows tags by the ends of their names and passes over everything else. A part that is not
/// well-formed is not shown by any program; what is found in it is noted all the same.
struct OfficeContent {
  /// Whether a field stands whose result is not in the file.
  private(set) var hasLiveField = false
  /// Whether alternatives stand that do not show the same text.
  private(set) var hasOtherText = false

  /// Fields and alternatives that are followed inside each other.
  static let maximumDepth = 16

  /// Code of each field that is open, as far as it was read.
  private var fields: [[UInt8]] = []
  /// A code that stands in no field.
  private var loose: [UInt8] = []
  /// Of each set of alternatives that is open, the text of each branch so far.
  private var alternatives: [[[UInt8]]] = []
  private var isInCode = false
  private var isInText = false
  private var isTooDeep = false

  /// Reads all of `content`.
  init(_ content: [UInt8]) {
    var rest = content[...]
    while let byte = rest.first {
      guard byte == UInt8(ascii: "<") else {
        let text = rest.prefix { $0 != UInt8(ascii: "<") }
        take(text)
        rest = rest[text.endIndex...]
        continue
      }
      guard let tag = OfficeContent.tag(at: rest) else { break }
      take(tag: tag)
      rest = rest[tag.endIndex...]
    }
    for code in fields + [loose] where DynamicFields.isLive(code[...]) { hasLiveField = true }
    if isTooDeep { (hasLiveField, hasOtherText) = (true, true) }
  }

  /// From `<` to its `>`, over quotes, comments and sections; nil when it never ends.
  private static func tag(at rest: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    for (opening, closing) in [("<!--", "-->" as StaticString), ("<![CDATA[", "]]>"), ("<?", "?>")]
    where rest.starts(with: opening.utf8) {
      guard let end = rest.firstIndex(of: closing) else { return nil }
      return rest[..<(end + closing.utf8CodeUnitCount)]
    }
    var quote: UInt8?
    for index in rest.indices.dropFirst() {
      let byte = rest[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return rest[...index]
      }
    }
    return nil
  }

  private mutating func take(_ text: ArraySlice<UInt8>) {
    if isInCode {
      let piece = text.prefix(OfficeContent.longestCode)
      if let last = fields.indices.last {
        if fields[last].count < OfficeContent.longestCode { fields[last] += piece }
      } else {
        loose += piece
      }
    }
    if isInText { addToBranch(text) }
  }

  /// Text of the branch that is open innermost.
  private mutating func addToBranch(_ text: some Sequence<UInt8>) {
    guard let level = alternatives.indices.last, let branch = alternatives[level].indices.last
    else {
      return
    }
    alternatives[level][branch] += text
  }

  private mutating func take(tag: ArraySlice<UInt8>) {
    let isEnd = tag.dropFirst().first == UInt8(ascii: "/")
    let isEmpty = tag.dropLast().last == UInt8(ascii: "/")
    let name = OfficeContent.localName(tag.dropFirst(isEnd ? 2 : 1))
    if tag.starts(with: "<![CDATA[".utf8) { return take(tag.dropFirst(9).dropLast(3)) }
    switch name {
    case "instrText":
      isInCode = !isEnd && !isEmpty
      if DynamicFields.isLive(loose[...]) { hasLiveField = true }
      loose = []
    case "t": isInText = !isEnd && !isEmpty
    case "fldChar" where !isEnd: takeMark(tag)
    case "AlternateContent" where !isEmpty: isEnd ? closeAlternatives() : openAlternatives()
    case "Choice" where !isEnd, "Fallback" where !isEnd:
      if let last = alternatives.indices.last { alternatives[last].append([]) }
    default: break
    }
  }

  /// The beginning of a field, the end of its code, its own end (ECMA-376-1 §17.16.18).
  private mutating func takeMark(_ tag: ArraySlice<UInt8>) {
    if tag.firstIndex(of: "\"begin\"") != nil || tag.firstIndex(of: "'begin'") != nil {
      guard fields.count < OfficeContent.maximumDepth else {
        isTooDeep = true
        return
      }
      fields.append([])
    } else if let code = fields.last {
      if DynamicFields.isLive(code[...]) { hasLiveField = true }
      let isOver = tag.firstIndex(of: "\"end\"") != nil || tag.firstIndex(of: "'end'") != nil
      if isOver { fields.removeLast() }
    }
  }

  private mutating func openAlternatives() {
    guard alternatives.count < OfficeContent.maximumDepth else {
      isTooDeep = true
      return
    }
    alternatives.append([])
  }

  private mutating func closeAlternatives() {
    guard let branches = alternatives.popLast() else { return }
    let texts = Set(branches.map { $0.filter { !OfficeContent.blanks.contains($0) } })
    // Alone, a choice is shown by those who understand it and by nobody else.
    if texts.count > 1 || (branches.count == 1 && texts != [[]]) { hasOtherText = true }
    // Where they agree, either is text of the branch around them.
    addToBranch(branches.first ?? [])
  }

  private static func localName(_ tag: ArraySlice<UInt8>) -> String {
    let name = tag.prefix { byte in
      !(byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == UInt8(ascii: ">")
        || byte == UInt8(ascii: "/"))
    }
    guard name.count <= 64 else { return "" }
    let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
    return String(decoding: local, as: UTF8.self)
  }

  private static let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
  /// Longest field code that is kept: its first word decides.
  private static let longestCode = 256
}
