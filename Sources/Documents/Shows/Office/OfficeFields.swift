/// Puts the codes of fields together from their pieces (ECMA-376-1 §17.16).
struct OfficeFields {
  /// Fields inside each other that are followed.
  static let maximumDepth = 16

  /// Whether a field stands whose result is not in the file.
  private(set) var isLive = false
  /// Whether more stand inside each other than are followed.
  private(set) var isTooDeep = false

  /// Code of each field that is open, as far as it was read.
  private var open: [[UInt8]] = []
  /// A code that stands in no field.
  private var loose: [UInt8] = []
  private var isInCode = false

  /// Takes a start tag of WordprocessingML.
  mutating func begin(_ reading: XMLReading) {
    switch reading.name.local {
    case "instrText", "delInstrText": isInCode = true
    case "fldSimple":
      judge(Array((reading.value("instr", .word) ?? "").utf8))
    case "fldChar": takeMark(reading.value("fldCharType", .word) ?? "")
    default: break
    }
  }

  /// Takes an end tag.
  mutating func end(_ name: String) {
    switch name {
    case "instrText", "delInstrText":
      isInCode = false
      judge(loose)
    case "p": loose = []
    default: break
    }
  }

  /// Takes text.
  mutating func take(_ text: [UInt8]) {
    guard isInCode else { return }
    let piece = text.prefix(FieldCodes.longest)
    if let last = open.indices.last {
      if open[last].count < FieldCodes.longest { open[last] += piece }
    } else if loose.count < FieldCodes.longest {
      loose += piece
    }
  }

  /// Judges what is still open.
  mutating func finish() {
    for code in open + [loose] { judge(code) }
  }

  private mutating func judge(_ code: [UInt8]) {
    if FieldCodes.isLive(code[...]) { isLive = true }
  }

  /// The beginning of a field, the end of its code, its own end.
  private mutating func takeMark(_ type: String) {
    if type == "begin" {
      guard open.count < OfficeFields.maximumDepth else {
        isTooDeep = true
        return
      }
      open.append([])
    } else if let code = open.last {
      judge(code)
      if type == "end" { open.removeLast() }
    }
  }
}
