import BroadsealBytes

/// A font as far as it decides how much room text takes, and which characters it stands for
/// (ISO 32000-2 §9.6, §9.7).
struct PDFFont {
  /// Whether a code has two bytes.
  private(set) var isWide = false
  /// Whether the widths of the text can be told.
  private(set) var isExact = false
  /// Whether glyphs are drawings in a space of their own.
  private(set) var isDrawn = false
  /// How high its glyphs are as a share of its size, where they are drawings; nil where that is not known.
  private(set) var glyphHeight: Double?
  private var widths: [Int: Double] = [:]
  private var missing = 500.0
  private var characters = PDFCharacters()
  /// Whether it holds more than is read.
  var isCut = false
  /// Codes that may still be read of it.
  private var room = PDFCharacters.maximumCodes

  /// Bytes of one map of characters, decoded.
  private static let maximumMap = 1 << 20

  /// A font of which nothing is known.
  init() {}

  /// What the codes weigh that were read of it.
  var weight: Int { PDFCharacters.maximumCodes - room + characters.weight }

  /// Reads the font dictionary `part`.
  init(
    _ part: PDFPart, through resolver: inout PDFResolver, _ budget: inout PDFBudget
  ) throws(DocumentError) {
    let type = try resolver.resolve(part["Subtype"])?.object.name
    if let map = part["ToUnicode"], case .reference(let reference) = map.object,
      let stream = try resolver.object(reference), let data = stream.data,
      let bytes = try? budget.decoded(
        stream, data, limit: PDFFont.maximumMap, through: resolver)
    {
      characters = PDFCharacters(bytes)
      isCut = characters.isCut
    }
    switch type {
    case "Type0":
      isWide = true
      let encoding = try resolver.resolve(part["Encoding"])?.object.name
      let descendants = try resolver.resolve(part["DescendantFonts"])?.items
      guard let descendant = try resolver.resolve(descendants?.first) else { return }
      isExact = encoding == "Identity-H"
      missing = try PDFFont.number(descendant["DW"], &resolver) ?? 1_000
      try readWide(try resolver.resolve(descendant["W"])?.items ?? [], &resolver)
    case "Type3":
      isDrawn = true
      try readDrawn(part, &resolver)
    default:
      if part["Widths"] == nil, let name = try resolver.resolve(part["BaseFont"])?.object.name,
        let standard = PDFStandardWidths.widths(of: name)
      {
        isExact = true
        for (index, width) in standard.enumerated() { widths[32 + index] = Double(width) }
        return
      }
      guard let list = try resolver.resolve(part["Widths"])?.items,
        let first = try resolver.resolve(part["FirstChar"])?.object.integer
      else { return }
      isExact = true
      missing = 0
      for (index, item) in list.prefix(256).enumerated() {
        widths[first &+ index] = try PDFFont.number(item, &resolver) ?? 0
      }
    }
  }

  /// Widths and height of glyphs that are drawings in a space of their own.
  private mutating func readDrawn(
    _ part: PDFPart, _ resolver: inout PDFResolver
  ) throws(DocumentError) {
    let matrix = PDFMatrix(try resolver.numbers(part["FontMatrix"])) ?? PDFMatrix()
    let box = PDFBox(corners: try resolver.numbers(part["FontBBox"]))
    if let box, box.top > box.bottom { glyphHeight = (box.top - box.bottom) * abs(matrix.d) }
    guard let list = try resolver.resolve(part["Widths"])?.items,
      let first = try resolver.resolve(part["FirstChar"])?.object.integer
    else { return }
    isExact = matrix.a != 0
    missing = 0
    for (index, item) in list.prefix(256).enumerated() {
      let width = try PDFFont.number(item, &resolver) ?? 0
      widths[first &+ index] = width * matrix.a * 1_000
    }
  }

  /// `c [w w w]` and `c c w`.
  private mutating func readWide(
    _ items: [PDFPart], _ resolver: inout PDFResolver
  ) throws(DocumentError) {
    var index = 0
    while index + 1 < items.count {
      guard let first = try resolver.resolve(items[index])?.object.integer,
        let next = try resolver.resolve(items[index + 1])
      else { return }
      if let list = next.items {
        guard take(list.count) else { return }
        for (place, item) in list.enumerated() {
          widths[first &+ place] = try PDFFont.number(item, &resolver) ?? missing
        }
        index += 2
      } else {
        guard let last = next.object.integer, index + 2 < items.count, last >= first,
          last &- first < PDFCharacters.maximumCodes, take(last &- first &+ 1)
        else { return }
        let width = try PDFFont.number(items[index + 2], &resolver) ?? missing
        for code in first...last { widths[code] = width }
        index += 3
      }
    }
  }

  /// Whether so many codes more may be read.
  private mutating func take(_ count: Int) -> Bool {
    guard count <= room else {
      isCut = true
      return false
    }
    room -= count
    return true
  }

  private static func number(
    _ part: PDFPart?, _ resolver: inout PDFResolver
  ) throws(DocumentError) -> Double? {
    guard let part = try resolver.resolve(part) else { return nil }
    return part.number
  }

  /// How many codes a string has.
  func count(of text: [UInt8]) -> Int { isWide ? text.count / 2 : text.count }

  /// The code of a string at a place below their count.
  func code(_ place: Int, of text: [UInt8]) -> Int {
    isWide ? Int(text[2 * place]) << 8 | Int(text[2 * place + 1]) : Int(text[place])
  }

  /// The width of a code in thousandths of the size.
  func width(of code: Int) -> Double { widths[code] ?? missing }

  /// Whether a code stands for a blank, as far as that can be told.
  func isBlank(_ code: Int) -> Bool {
    if let text = characters[code] {
      return text.allSatisfy { $0 <= 0x20 } || text == [0xC2, 0xA0]
    }
    return code == 0x20 || code == 0 || isWide && (code == 1 || code == 3)
  }

  /// The characters of a code in UTF-8; those of ASCII where nothing else is said.
  func characters(of code: Int) -> [UInt8] {
    if let text = characters[code] { return text }
    return !isWide && (0x20..<0x7F).contains(code) ? [UInt8(truncatingIfNeeded: code)] : []
  }
}
