/// Decodes LZW data (ISO 32000-1 §7.4.4.2): codes of 9 to 12 bits, the highest bit first.
enum PDFLZW {
  private static let clear = 256
  private static let end = 257
  private static let maximumCodes = 4_096

  /// The data; nil when a code leads nowhere, or more than `limit` comes out.
  ///
  /// - Parameter changesEarly: whether codes grow one code early, as they do unless it is said.
  static func decode(_ data: [UInt8], changesEarly: Bool, limit: Int) -> [UInt8]? {
    var output: [UInt8] = []
    // Of each code from 258 on: where its sequence stands in the output, and how long it is.
    var sequences: [(start: Int, length: Int)] = []
    var last: (start: Int, length: Int)?
    var width = 9
    var bits = 0
    var held: UInt32 = 0
    var position = 0
    while true {
      while bits < width {
        guard position < data.count else { return output }
        held = held << 8 | UInt32(data[position])
        position += 1
        bits += 8
      }
      let code = Int(held >> UInt32(bits - width)) & ((1 << width) - 1)
      bits -= width
      held &= (1 << UInt32(bits)) - 1
      if code == end { return data[position...].allSatisfy(PDFLexer.isSpace) ? output : nil }
      if code == clear {
        sequences.removeAll(keepingCapacity: true)
        last = nil
        width = 9
        continue
      }
      let start = output.count
      let isNew = code == sequences.count + 258
      if code < 256 {
        output.append(UInt8(code))
      } else if code < sequences.count + 258 {
        let known = sequences[code - 258]
        output += Array(output[known.start..<known.start + known.length])
      } else if isNew, let last {
        output += Array(output[last.start..<last.start + last.length])
        output.append(output[last.start])
      } else {
        return nil
      }
      guard output.count <= limit else { return nil }
      // What came before, and the first byte of this: they stand side by side.
      if let last, sequences.count + 258 < maximumCodes {
        sequences.append((last.start, last.length + 1))
      }
      last = (start, output.count - start)
      let next = sequences.count + 258 + (changesEarly ? 1 : 0)
      width = next >= 2_048 ? 12 : next >= 1_024 ? 11 : next >= 512 ? 10 : 9
    }
  }
}
