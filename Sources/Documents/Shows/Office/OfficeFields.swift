/// Puts the codes of fields together from their pieces (ECMA-376-1 §17.16), with their results.
///
/// A field is told unless its result is text of the document itself or the number of a page
/// (`FieldCodes.isSettled`): of the others one program shows what is stored, and another what it finds.
struct OfficeFields {
  /// Fields inside each other that are followed.
  static let maximumDepth = 16

  /// Whether a field stands whose result can be another than is stored.
  private(set) var isLive = false
  /// Whether more stand inside each other than are followed.
  private(set) var isTooDeep = false

  /// A field that is open, as far as it was read.
  private struct Field {
    var code: [UInt8] = []
    var result: [UInt8] = []
    var isInResult = false
    /// Whether it is an element around its result.
    var isSimple = false
  }

  private var open: [Field] = []
  /// A code that stands in no field.
  private var loose: [UInt8] = []
  private var isInCode = false

  /// Takes a start tag of WordprocessingML.
  mutating func begin(_ reading: XMLReading) {
    switch reading.name.local {
    case "instrText", "delInstrText": isInCode = true
    case "fldSimple":
      let code = Array((reading.value("instr", .word) ?? "").utf8)
      push(Field(code: code, isInResult: true, isSimple: true))
    case "fldChar": takeMark(reading.value("fldCharType", .word) ?? "")
    // Word puts the results of all fields in anew when it opens the document.
    case "updateFields": isLive = isLive || !WordValue.isOff(reading)
    default: break
    }
    if let isDirty = reading.value("dirty", .word), !WordValue.isOff(isDirty) { isLive = true }
  }

  /// Takes an end tag.
  mutating func end(_ name: String) {
    switch name {
    case "instrText", "delInstrText":
      isInCode = false
      judge(Field(code: loose))
    case "fldSimple":
      while let field = open.popLast() {
        judge(field)
        if field.isSimple { break }
      }
    case "p": loose = []
    default: break
    }
  }

  /// Takes text.
  mutating func take(_ text: [UInt8]) {
    guard isInCode else { return }
    let piece = text.prefix(FieldCodes.longest)
    if let last = open.indices.last {
      if open[last].code.count < FieldCodes.longest { open[last].code += piece }
    } else if loose.count < FieldCodes.longest {
      loose += piece
    }
  }

  /// Takes text that is shown: it is of the result of every field that is open.
  mutating func take(shown text: [UInt8]) {
    for index in open.indices where open[index].isInResult {
      if open[index].result.count < FieldCodes.longest {
        open[index].result += text.prefix(FieldCodes.longest)
      }
    }
  }

  /// Judges what is still open.
  mutating func finish() {
    for field in open + [Field(code: loose)] { judge(field) }
  }

  private mutating func push(_ field: Field) {
    guard open.count < OfficeFields.maximumDepth else {
      isTooDeep = true
      return
    }
    open.append(field)
  }

  private mutating func judge(_ field: Field) {
    if !FieldCodes.isSettled(field.code[...], result: field.result) { isLive = true }
  }

  /// The beginning of a field, the end of its code, its own end.
  private mutating func takeMark(_ type: String) {
    switch type {
    case "begin": push(Field())
    case "separate": if let last = open.indices.last { open[last].isInResult = true }
    case "end": if let field = open.popLast() { judge(field) }
    default: break
    }
  }
}
