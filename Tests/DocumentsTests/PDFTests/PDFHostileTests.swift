import BroadsealBytes
import Testing

@testable import BroadsealDocuments

@Suite("Damaged PDFs")
struct PDFHostileTests {
  /// Small files of every kind, with and without a store.
  private static func samples() throws -> [[UInt8]] {
    var samples: [[UInt8]] = []
    for form in PDFSample.Form.allCases {
      let base = PDFSample(form: form).bytes
      samples += [base, try PDFCarrier(base).embedding(dummyStore(40))]
    }
    samples.append(PDFObjectStreamSample(changes: [:]).bytes)
    samples.append(PDFSample(PDFStoreSample.objects()).bytes)
    return samples
  }

  /// Asks everything of a carrier; only that it returns matters, and what a found store says.
  private func exercise(_ bytes: [UInt8]) throws {
    guard let carrier = try? PDFCarrier(bytes) else { return }
    if let store = (try? carrier.locate())?.store {
      #expect(store.extent.end <= bytes.count)
      #expect(Array(bytes[store.extent.bounds]) == store.bytes)
    }
    if let output = try? carrier.embedding(dummyStore(20)) {
      #expect(output.starts(with: bytes))
      #expect(try PDFCarrier(output).locate().store?.bytes == dummyStore(20))
    }
    if let pieces = try? carrier.removal() {
      #expect(try PDFCarrier(try carrier.output(of: pieces)).locate().isNone)
    }
  }

  @Test("cut off at each length do no harm")
  func truncation() throws {
    for sample in try Self.samples() {
      for length in 0..<sample.count { try exercise(Array(sample[..<length])) }
    }
  }

  @Test("with flipped bits do no harm", arguments: 0..<10)
  func flips(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ limit: Int) -> Int {
      // xorshift64: the same flips in each run.
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
    for sample in try Self.samples() {
      for _ in 0..<50 {
        var bytes = sample
        for _ in 0...next(3) { bytes[next(bytes.count)] ^= UInt8(1 << next(8)) }
        try exercise(bytes)
      }
    }
  }

  @Test("with digits changed do no harm")
  func digits() throws {
    for sample in try Self.samples() {
      for index in sample.indices where PDFLexer.isDigit(sample[index]) {
        var bytes = sample
        bytes[index] = bytes[index] == 57 ? 48 : bytes[index] + 1
        try exercise(bytes)
      }
    }
  }
}
