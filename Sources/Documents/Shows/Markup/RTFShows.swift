/// Looks through an RTF document: fields, objects, hidden text and what is taken from elsewhere.
///
/// Words and letters are read as a program of today reads them: `\'` and `\u` are letters, also of the code of a
/// field. Control words that are not known to hide nothing are said (`RTFWords`), and so is what a program of
/// yesterday reads otherwise.
struct RTFShows {
  /// What was found, with the first place of each.
  private(set) var found: [ShowCode: Int] = [:]
  /// What was found in its text.
  private(set) var text = TextShows()

  /// The state of a group.
  private struct Group {
    var look = RTFLook()
    var kind = Kind.text
    /// Whether it is for programs that know its first word.
    var isOptional = false
    /// Whether it began a field.
    var isField = false
    /// Bytes behind `\u` that a program of today leaves out.
    var fallback = 1
  }

  /// What the text of a group is.
  private enum Kind { case text, aside, instruction, result, list, colours, styles, entry }

  private struct Field {
    var code: [UInt8] = []
    var result: [UInt8] = []
  }

  private var groups: [Group] = []
  private var group = Group()
  private var fields: [Field] = []
  private var piece: [UInt8] = []
  /// Where the text begins that was not looked at yet.
  private var pieceStart = 0
  private var colours: [ScreenColour?] = []
  private var channels: [Double?] = [nil, nil, nil]
  /// The letter of `\u` whose old spelling follows, and how much of it.
  private var skipped = 0
  private var modern: Unicode.Scalar = " "
  private var high: UInt32?
  /// How far text reaches down in the cell that is open.
  private var used = 0.0
  private var isLineOpen = false

  /// Groups inside each other that are followed.
  static let maximumDepth = 256
  private static let maximumFields = 16
  private static let maximumColours = 4_096

  /// Reads `content`.
  init(_ content: [UInt8]) {
    var index = 0
    while index < content.count {
      let byte = content[index]
      switch byte {
      case UInt8(ascii: "{"):
        guard groups.count < RTFShows.maximumDepth else {
          note(.rtfUnread, at: index)
          return
        }
        groups.append(group)
        (group.isField, group.isOptional) = (false, false)
        skipped = 0
        index += 1
      case UInt8(ascii: "}"):
        close(at: index)
        skipped = 0
        index += 1
      case UInt8(ascii: "\\"): takeControl(content, &index)
      case 0x0A, 0x0D: index += 1
      default:
        let run = content[index...].prefix {
          $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: "\\")
            && $0 != 0x0A && $0 != 0x0D
        }
        take(letters: run, at: index)
        index = run.endIndex
      }
    }
    if !groups.isEmpty { note(.rtfUnread, at: content.count) }
    text.take(piece, at: pieceStart)
  }

  private mutating func note(_ code: ShowCode, at offset: Int) {
    found[code] = min(found[code] ?? offset, offset)
  }

  private mutating func close(at index: Int) {
    guard let outer = groups.popLast() else { return note(.rtfUnread, at: index) }
    if group.isField, let field = fields.popLast() {
      if FieldCodes.isExternal(field.code[...]) { note(.rtfExternal, at: index) }
      if !FieldCodes.isSettled(field.code[...], result: field.result) {
        note(.rtfFields, at: index)
      }
    }
    group = outer
  }

  // MARK: Text

  /// Bytes as they stand; those behind `\u` are its old spelling.
  private mutating func take(letters run: ArraySlice<UInt8>, at index: Int) {
    var rest = run
    while skipped > 0, let byte = rest.popFirst() { takeOld(byte, at: index) }
    if !rest.isEmpty { take(rest.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, at: index) }
  }

  /// What a program shows that does not know the letter: a sign for it, or the same letter in a code page.
  private mutating func takeOld(_ byte: UInt8, at index: Int) {
    skipped -= 1
    guard byte.isLetter || (0x30...0x39).contains(byte), modern.value != UInt32(byte) else {
      return
    }
    if modern.isASCII || !modern.properties.isAlphabetic { note(.rtfUnread, at: index) }
  }

  private mutating func take(_ run: [UInt8], at index: Int) {
    switch group.kind {
    case .aside: return
    case .instruction:
      if let last = fields.indices.last, fields[last].code.count < FieldCodes.longest {
        fields[last].code += run.prefix(FieldCodes.longest)
      }
      return
    case .colours: return endColour(run)
    case .styles:
      // The name of a style, whose properties stand before it.
      if group.look.isUnseen || group.look.isPale(colours) != false { note(.rtfUnread, at: index) }
      return
    case .entry:
      if run.contains(where: { $0 > 0x20 }) { note(.rtfHidden, at: index) }
      return
    case .list: if !FieldCodes.isNumber(run) { note(.rtfUnread, at: index) }
    case .text, .result: break
    }
    for field in fields.indices where fields[field].result.count < FieldCodes.longest {
      fields[field].result += run.prefix(FieldCodes.longest)
    }
    judge(run, at: index)
    if piece.isEmpty { pieceStart = index }
    piece += run
    if piece.count > 65_536 {
      text.take(piece, at: pieceStart)
      piece = []
    }
  }

  private mutating func judge(_ run: [UInt8], at index: Int) {
    guard run.contains(where: { $0 > 0x20 }) else { return }
    if group.look.isUnseen { note(.rtfHidden, at: index) }
    switch group.look.isPale(colours) {
    case true?: note(.rtfHidden, at: index)
    case nil: note(.rtfUnread, at: index)
    default: break
    }
    guard let height = group.look.rowHeight else { return }
    if !isLineOpen { used += group.look.lineHeight }
    isLineOpen = true
    if used > height * 1.15 { note(.rtfHidden, at: index) }
  }

  /// One colour of the table ends with a semicolon; the first may be the program's own.
  private mutating func endColour(_ run: [UInt8]) {
    for byte in run where byte == UInt8(ascii: ";") {
      guard colours.count < RTFShows.maximumColours else { return }
      let known = channels.compactMap(\.self)
      colours.append(
        known.isEmpty
          ? nil
          : ScreenColour(red: channels[0] ?? 0, green: channels[1] ?? 0, blue: channels[2] ?? 0))
      channels = [nil, nil, nil]
    }
  }

  // MARK: Controls

  /// A control word with its number, a control symbol, or an escaped byte.
  private mutating func takeControl(_ content: [UInt8], _ index: inout Int) {
    let start = index
    index += 1
    guard index < content.count else { return }
    guard content[index].isLetter else { return takeSymbol(content, &index, at: start) }
    let word = content[index...].prefix(64).prefix(while: \.isLetter)
    index = word.endIndex
    let sign = index < content.count && content[index] == UInt8(ascii: "-") ? 1 : 0
    let digits = content[(index + sign)...].prefix(10).prefix { (0x30...0x39).contains($0) }
    var number = digits.isEmpty ? nil : Int(String(decoding: digits, as: UTF8.self))
    if sign == 1 { number = number.map { -$0 } }
    if !digits.isEmpty { index = digits.endIndex }
    if index < content.count, content[index] == 0x20 { index += 1 }
    take(word: String(decoding: word, as: UTF8.self), number, content, &index, at: start)
  }

  private mutating func takeSymbol(_ content: [UInt8], _ index: inout Int, at start: Int) {
    let symbol = content[index]
    index += 1
    switch symbol {
    case UInt8(ascii: "'"):
      let digits = content[index...].prefix(2)
      index = digits.endIndex
      guard let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) else {
        return note(.rtfUnread, at: start)
      }
      take(letters: [byte], at: start)
    case UInt8(ascii: "*"): group.isOptional = true
    case UInt8(ascii: "~"): take(letters: [0x20], at: start)
    case UInt8(ascii: "_"): take(letters: [UInt8(ascii: "-")], at: start)
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"):
      take(letters: [symbol], at: start)
    default: break
    }
  }

  private mutating func take(
    word: String, _ number: Int?, _ content: [UInt8], _ index: inout Int, at start: Int
  ) {
    if word == "u" { return takeUnicode(number, at: start) }
    skipped = 0
    if word == "bin" {
      // So many bytes follow that are no text of the document.
      guard let number, number >= 0, number <= content.count - index else {
        return note(.rtfUnread, at: start)
      }
      index += number
      return
    }
    if let code = RTFShows.codes[word] {
      note(code, at: start)
      // What follows is data, or an address.
      if code == .rtfObjects || code == .rtfExternal { group.kind = .aside }
      return
    }
    if group.kind == .aside { return }
    switch word {
    case "uc":
      group.fallback = number ?? 1
      if !(0...2).contains(group.fallback) { note(.rtfUnread, at: start) }
    case "field":
      guard fields.count < RTFShows.maximumFields, !groups.isEmpty, !group.isField else {
        return note(.rtfUnread, at: start)
      }
      fields.append(Field())
      group.isField = true
    case "fldinst", "fldrslt":
      if fields.isEmpty { note(.rtfUnread, at: start) }
      group.kind = word == "fldinst" ? .instruction : .result
    case "listtext", "pntext": group.kind = .list
    case "colortbl": group.kind = .colours
    case "stylesheet": group.kind = .styles
    case "red", "green", "blue":
      channels[word == "red" ? 0 : word == "green" ? 1 : 2] = Double(number ?? 0) / 255
    case "xe", "tc", "tcn", "rxe", "txe": group.kind = .entry
    case _ where RTFWords.aside.contains(word): group.kind = .aside
    case _ where group.look.take(word, number): takeRow(word)
    case _ where RTFWords.harmless.contains(word): takeRow(word)
    default:
      if group.isOptional { group.kind = .aside }
      note(.rtfUnread, at: start)
    }
  }

  private mutating func takeRow(_ word: String) {
    switch word {
    case "par", "line", "pard": isLineOpen = false
    case "cell", "nestcell", "trowd": (used, isLineOpen) = (0, false)
    case "row":
      (used, isLineOpen) = (0, false)
      group.look.endRow()
    default: break
    }
  }

  /// A letter by its number, which is negative beyond 32767, and in two halves beyond 65535.
  private mutating func takeUnicode(_ number: Int?, at start: Int) {
    guard let number, (-32_768...65_535).contains(number) else {
      return note(.rtfUnread, at: start)
    }
    let unit = UInt32(number < 0 ? number + 65_536 : number)
    skipped = group.fallback
    if (0xD800..<0xDC00).contains(unit) {
      (high, modern) = (unit, "\u{FFFD}")
      return
    }
    var value = unit
    if let high, (0xDC00..<0xE000).contains(unit) {
      value = 0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00)
    }
    high = nil
    modern = Unicode.Scalar(value) ?? "\u{FFFD}"
    take(Array(String(Character(modern)).utf8), at: start)
  }

  /// Words that say something wherever they stand.
  private static let codes: [String: ShowCode] = [
    "object": .rtfObjects, "objdata": .rtfObjects, "objemb": .rtfObjects, "objocx": .rtfObjects,
    "objhtml": .rtfObjects, "objlink": .rtfExternal, "objautlink": .rtfExternal,
    "objsub": .rtfExternal, "objicemb": .rtfExternal, "objupdate": .rtfExternal,
    "template": .rtfExternal, "filetbl": .rtfExternal, "subdocument": .rtfExternal,
    "mailmerge": .rtfExternal, "includepicture": .rtfExternal, "chdate": .rtfFields,
    "chtime": .rtfFields, "chdpl": .rtfFields, "chdpa": .rtfFields, "flddirty": .rtfFields,
    "deleted": .rtfHidden, "revised": .rtfHidden,
  ]
}
