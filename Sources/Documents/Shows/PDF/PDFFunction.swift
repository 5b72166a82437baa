import BroadsealBytes
import Glibc

/// A function of a PDF as far as colours need it: sampled, exponential, stitched (ISO 32000-2 §7.10).
///
/// PostScript calculators are not evaluated: what depends on one is not known.
indirect enum PDFFunction {
  /// Samples of one input, each a row of outputs from 0 to 1.
  case sampled(domain: ClosedRange<Double>, rows: [[Double]])
  case exponential(from: [Double], to: [Double], exponent: Double)
  case stitched(
    domain: ClosedRange<Double>, pieces: [PDFFunction], bounds: [Double], encode: [Double])
  /// One function for each output.
  case several([PDFFunction])

  /// Bytes of samples that are read.
  private static let maximumSamples = 65_536

  /// The outputs for one input.
  func values(at input: Double) -> [Double] {
    switch self {
    case .sampled(let domain, let rows):
      let width = domain.upperBound - domain.lowerBound
      let share = width > 0 ? (input.cut(to: domain) - domain.lowerBound) / width : 0
      guard share.isFinite else { return [] }
      let place = Int((share * Double(rows.count - 1)).rounded())
      return rows.indices.contains(place) ? rows[place] : []
    case .exponential(let from, let to, let exponent):
      let share = exponent == 1 ? input : exponent == 0 ? 1 : pow(max(0, input), exponent)
      return zip(from, to).map { $0 + share * ($1 - $0) }
    case .stitched(let domain, let pieces, let bounds, let encode):
      let input = input.cut(to: domain)
      let index = bounds.firstIndex { input < $0 } ?? pieces.count - 1
      guard pieces.indices.contains(index), encode.count >= 2 * index + 2 else { return [] }
      let low = index == 0 ? domain.lowerBound : bounds[index - 1]
      let high = index < bounds.count ? bounds[index] : domain.upperBound
      let share = high > low ? (input - low) / (high - low) : 0
      let (first, last) = (encode[2 * index], encode[2 * index + 1])
      return pieces[index].values(at: first + share * (last - first))
    case .several(let functions): return functions.flatMap { $0.values(at: input) }
    }
  }

  /// Reads the function `part`; nil for one that is not evaluated.
  static func read(
    _ part: PDFPart?, depth: Int = 4, through resolver: inout PDFResolver,
    _ budget: inout PDFBudget
  ) throws(DocumentError) -> PDFFunction? {
    guard depth > 0, let part else { return nil }
    var stream: PDFIndirectObject?
    var function = part
    if case .reference(let reference) = part.object {
      guard let object = try resolver.object(reference) else { return nil }
      stream = object
      function = object.part(encrypted: resolver.security != nil)
    }
    if let items = function.items {
      var several: [PDFFunction] = []
      for item in items.prefix(4) {
        guard
          let one = try read(item, depth: depth - 1, through: &resolver, &budget)
        else { return nil }
        several.append(one)
      }
      return several.isEmpty ? nil : .several(several)
    }
    let domain = try resolver.numbers(function["Domain"])
    guard domain.count == 2, domain[0] <= domain[1] else { return nil }
    switch try resolver.resolve(function["FunctionType"])?.object.integer {
    case 0:
      guard let stream, let data = stream.data else { return nil }
      let bytes = try budget.decoded(stream, data, limit: maximumSamples, through: resolver)
      return try sampled(function, bytes, domain[0]...domain[1], through: &resolver)
    case 2:
      let from = try resolver.numbers(function["C0"])
      let to = try resolver.numbers(function["C1"])
      let exponent = try resolver.resolve(function["N"])?.number ?? 1
      return .exponential(
        from: from.isEmpty ? [0] : from, to: to.isEmpty ? [1] : to, exponent: exponent)
    case 3:
      var pieces: [PDFFunction] = []
      for item in try resolver.resolve(function["Functions"])?.items?.prefix(64) ?? [] {
        guard
          let piece = try read(item, depth: depth - 1, through: &resolver, &budget)
        else { return nil }
        pieces.append(piece)
      }
      let bounds = try resolver.numbers(function["Bounds"])
      guard !pieces.isEmpty, bounds.count == pieces.count - 1 else { return nil }
      return .stitched(
        domain: domain[0]...domain[1], pieces: pieces, bounds: bounds,
        encode: try resolver.numbers(function["Encode"]))
    default: return nil
    }
  }

  private static func sampled(
    _ function: PDFPart, _ bytes: [UInt8], _ domain: ClosedRange<Double>,
    through resolver: inout PDFResolver
  ) throws(DocumentError) -> PDFFunction? {
    let range = try resolver.numbers(function["Range"])
    let encode = try resolver.numbers(function["Encode"])
    let decode = try resolver.numbers(function["Decode"])
    let outputs = range.count / 2
    let isPlain = encode.isEmpty || encode[0] <= encode[encode.count - 1]
    guard outputs > 0, isPlain, decode.isEmpty || decode == range,
      let size = try resolver.numbers(function["Size"]).first, size >= 2, size <= 4_096,
      try resolver.resolve(function["BitsPerSample"])?.object.integer == 8,
      bytes.count >= Int(size) * outputs
    else { return nil }
    let rows = (0..<Int(size)).map { row in
      (0..<outputs).map { place in
        let (low, high) = (range[2 * place], range[2 * place + 1])
        return low + Double(bytes[row * outputs + place]) / 255 * (high - low)
      }
    }
    return .sampled(domain: domain, rows: rows)
  }
}

extension Double {
  fileprivate func cut(to range: ClosedRange<Double>) -> Double {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
