package import BroadsealNotes

extension Verdict {
  /// The verdict as few bytes, for those who keep it; `init(packed:at:codes:)` of the same version reads it.
  package var packed: [UInt8] {
    var packer = Packer()
    packer.put(Verdict.packingVersion)
    packer.put(sha256)
    packer.put(size)
    packer.put(format)
    packer.put(mediaType)
    packer.put(isDetached)
    packer.put(integrity)
    packer.put(origin)
    packer.put(ai)
    packer.put(time)
    packer.put(statement)
    packer.put(c2pa)
    packer.put(pdfSignatures)
    packer.put(label)
    packer.put(findings)
    packer.put(limits)
    packer.put(restsOnClock)
    return packer.bytes
  }

  /// Rises when a verdict has other fields than before.
  private static let packingVersion: UInt8 = 2

  /// A verdict that was kept; nil for bytes that are none of this version's.
  ///
  /// - Parameters:
  ///   - path: the file that it is about.
  ///   - codes: every code by its name.
  package init?(packed bytes: [UInt8], at path: String, codes: [String: Code]) {
    var unpacker = Unpacker(bytes, codes: codes)
    do throws(Unpacker.Damaged) {
      guard try unpacker.byte() == Verdict.packingVersion else { return nil }
      self.init(
        path: path, sha256: try unpacker.optional(), size: try unpacker.optional(),
        format: try unpacker.text(), mediaType: try unpacker.text(),
        isDetached: try unpacker.flag(), integrity: try unpacker.value(),
        origin: try unpacker.optional(), ai: try unpacker.optional(),
        time: try unpacker.optional(), statement: try unpacker.optional(),
        c2pa: try unpacker.value(), pdfSignatures: try unpacker.array(),
        label: try unpacker.optional(), findings: try unpacker.array(),
        limits: try unpacker.array())
      restsOnClock = try unpacker.flag()
    } catch { return nil }
    guard unpacker.isAtEnd else { return nil }
  }
}
