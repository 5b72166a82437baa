import BroadsealBytes

/// Writes the cross-reference section of an update.
enum PDFXRefWriter {
  /// What an update takes over from the trailer before it, as it stands there.
  private static let carried: [PDFName] = ["Root", "Info", "ID", "Encrypt"]

  /// A classic table and its trailer (ISO 32000-1 §7.5.4, §7.5.5).
  static func table(
    _ offsets: [PDFReference: Int], size: Int, after last: PDFXRefSection
  ) -> [UInt8] {
    var writer = ByteWriter()
    writer.write("xref\n")
    for run in runs(of: offsets) {
      writer.write("\(run[0].number) \(run.count)\n")
      for reference in run {
        writer.write(padded(offsets[reference] ?? 0, 10) + " ")
        writer.write(padded(reference.generation, 5) + " n\r\n")
      }
    }
    writer.write("trailer\n<< /Size \(size) /Prev \(last.offset)")
    writer.write(carriedEntries(of: last))
    writer.write(" >>\n")
    return writer.bytes
  }

  /// A cross-reference stream, unfiltered (ISO 32000-1 §7.5.8).
  static func stream(
    _ offsets: [PDFReference: Int], named own: PDFReference, size: Int, after last: PDFXRefSection
  ) -> [UInt8] {
    let width = 5
    var rows = ByteWriter()
    var index: [String] = []
    for run in runs(of: offsets) {
      index.append("\(run[0].number) \(run.count)")
      for reference in run {
        rows.write(1)
        let offset = offsets[reference] ?? 0
        for shift in (0..<width).reversed() {
          rows.write(UInt8(truncatingIfNeeded: offset >> (8 * shift)))
        }
        rows.writeBigEndian(UInt16(truncatingIfNeeded: reference.generation))
      }
    }
    var writer = ByteWriter()
    writer.write("\(own.number) \(own.generation) obj\n")
    writer.write("<< /Type /XRef /Size \(size) /Prev \(last.offset)")
    writer.write(carriedEntries(of: last))
    writer.write(" /W [1 \(width) 2] /Index [\(index.joined(separator: " "))]")
    writer.write(" /Length \(rows.count) >>\nstream\n")
    writer.write(rows.bytes)
    writer.write("\nendstream\nendobj\n")
    return writer.bytes
  }

  private static func carriedEntries(of last: PDFXRefSection) -> [UInt8] {
    var writer = ByteWriter()
    for key in carried {
      guard let value = last.trailer.value(key) else { continue }
      writer.write(" /")
      writer.write(key.bytes)
      writer.write(" ")
      writer.write(last.text[value.bounds])
    }
    return writer.bytes
  }

  /// The objects in ascending order, cut where the numbers leave a gap.
  private static func runs(of offsets: [PDFReference: Int]) -> [[PDFReference]] {
    var runs: [[PDFReference]] = []
    for reference in offsets.keys.sorted(by: { $0.number < $1.number }) {
      if let last = runs.last?.last, last.number + 1 == reference.number {
        runs[runs.count - 1].append(reference)
      } else {
        runs.append([reference])
      }
    }
    return runs
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
