/// Looks through an RTF document: fields, objects, hidden text and what is taken from elsewhere.
struct RTFShows {
  /// What was found, with the first place of each.
  private(set) var found: [ShowCode: Int] = [:]
  /// What was found in its text.
  private(set) var text = TextShows()

  /// The state of a group.
  private struct Group {
    var isHidden = false
    var isInstruction = false
    var isAside = false
  }

  private var groups: [Group] = []
  private var group = Group()
  private var instruction: [UInt8] = []
  private var piece: [UInt8] = []
  /// Where the text begins that was not looked at yet.
  private var pieceStart = 0

  /// Groups inside each other that are followed.
  static let maximumDepth = 256

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
        index += 1
      case UInt8(ascii: "}"):
        close(at: index)
        index += 1
      case UInt8(ascii: "\\"): takeControl(content, &index)
      case 0x0A, 0x0D: index += 1
      default:
        let run = content[index...].prefix {
          $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: "\\")
            && $0 != 0x0A && $0 != 0x0D
        }
        take(run, at: index)
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
    if group.isInstruction, !outer.isInstruction {
      if FieldCodes.isExternal(instruction[...]) { note(.rtfExternal, at: index) }
      if FieldCodes.isLive(instruction[...]) { note(.rtfFields, at: index) }
      instruction = []
    }
    group = outer
  }

  private mutating func take(_ run: ArraySlice<UInt8>, at index: Int) {
    if group.isInstruction {
      if instruction.count < FieldCodes.longest { instruction += run.prefix(FieldCodes.longest) }
      return
    }
    if group.isHidden, !group.isAside, run.contains(where: { $0 > 0x20 }) {
      note(.rtfHidden, at: index)
    }
    if piece.isEmpty { pieceStart = index }
    piece += run
    if piece.count > 65_536 {
      text.take(piece, at: pieceStart)
      piece = []
    }
  }

  /// A control word with its number, a control symbol, or an escaped byte.
  private mutating func takeControl(_ content: [UInt8], _ index: inout Int) {
    let start = index
    index += 1
    guard index < content.count else { return }
    guard content[index].isLetter else {
      let symbol = content[index]
      index += symbol == UInt8(ascii: "'") ? 3 : 1
      return
    }
    let word = content[index...].prefix(64).prefix(while: \.isLetter)
    index = word.endIndex
    let sign = index < content.count && content[index] == UInt8(ascii: "-") ? 1 : 0
    let digits = content[(index + sign)...].prefix(10).prefix { (0x30...0x39).contains($0) }
    let number = digits.isEmpty ? nil : Int(String(decoding: digits, as: UTF8.self))
    if !digits.isEmpty { index = digits.endIndex }
    if index < content.count, content[index] == 0x20 { index += 1 }
    take(word: String(decoding: word, as: UTF8.self), number, content, &index, at: start)
  }

  private mutating func take(
    word: String, _ number: Int?, _ content: [UInt8], _ index: inout Int, at start: Int
  ) {
    switch word {
    case "fldinst": group.isInstruction = true
    case "v", "webhidden": group.isHidden = number != 0
    case "plain": group.isHidden = false
    case "fonttbl", "colortbl", "stylesheet", "info", "listtable", "rsidtbl", "generator":
      group.isAside = true
    case "object", "objdata", "objemb", "objocx", "objhtml": note(.rtfObjects, at: start)
    case "objlink", "objautlink", "objsub", "objicemb", "objupdate": note(.rtfExternal, at: start)
    case "template", "filetbl", "subdocument", "mailmerge", "includepicture":
      note(.rtfExternal, at: start)
    case "chdate", "chtime", "chdpl", "chdpa": note(.rtfFields, at: start)
    case "deleted", "revised": note(.rtfHidden, at: start)
    case "fs" where number.map({ $0 < 3 }) ?? false: group.isHidden = true
    case "bin":
      // So many bytes follow that are no text of the document.
      guard let number, number <= content.count - index else { return note(.rtfUnread, at: start) }
      index += number
    default: break
    }
  }
}
