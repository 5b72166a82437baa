import BroadsealBytes
package import BroadsealFiles

/// A run of samples of one track in one fragment (`trun`, ISO/IEC 14496-12 §8.8.8).
package struct TrackRun: Sendable {
  /// What the run says of one sample.
  package struct Sample: Sendable {
    /// How long it plays, in the units of the track's time; nil where its fragment or track says it.
    package let duration: Int?
    /// How many bytes it has; nil where its fragment or track says it.
    package let size: Int?
    /// How much later than it is decoded it is shown, in the units of the track's time.
    package let shift: Int
  }

  /// Where its samples begin, from the base of their track; nil behind the run before it.
  package let offset: Int?
  /// How many samples it has.
  package let count: Int
  /// Whether anything is said of each: else there may be billions of them in no bytes.
  package var listsSamples: Bool { flags & TrackRun.fields != 0 }

  private let flags: UInt32
  private let isSigned: Bool
  private let samples: [UInt8]

  /// Flags that say what stands there of each sample: duration, size, flags, shift.
  private static let fields: UInt32 = 0xF00

  /// Reads `box`.
  ///
  /// - Throws: a refusal where the box is not exactly as long as what it lists.
  package init(_ box: MediaBox, in source: ByteSource) throws(DocumentError) {
    guard box.content.length <= BMFFLimits.maximumTables else {
      throw BMFFWalker.tooComplex("a run of samples is too long", at: box.range.start)
    }
    var reader = ByteReader(try source.bytes(box.content), base: box.content.start)
    do throws(Malformed) {
      let head = try reader.readUInt32()
      flags = head & 0xFF_FFFF
      isSigned = head >> 24 > 0
      count = Int(try reader.readUInt32())
      offset = flags & 0x1 == 0 ? nil : Int(Int32(bitPattern: try reader.readUInt32()))
      if flags & 0x4 != 0 { try reader.skip(4) }
      let width = (flags & TrackRun.fields).nonzeroBitCount * 4
      samples = Array(try reader.readBytes(width * count))
      try reader.expectEnd()
    } catch {
      throw BMFFWalker.refusal("a run of samples is not as long as what it lists", at: box)
    }
  }

  /// Calls `body` with each sample of which something is said, in order, until it answers no.
  ///
  /// - Returns: whether it never did.
  package func allSatisfy(_ body: (Sample) -> Bool) -> Bool {
    guard listsSamples else { return true }
    var place = samples.startIndex
    func next(_ flag: UInt32) -> UInt32? {
      guard flags & flag != 0 else { return nil }
      defer { place += 4 }
      return samples[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
    for _ in 0..<count {
      let (duration, size, _, shift) = (next(0x100), next(0x200), next(0x400), next(0x800) ?? 0)
      let sample = Sample(
        duration: duration.map { Int($0) }, size: size.map { Int($0) },
        shift: isSigned ? Int(Int32(bitPattern: shift)) : Int(shift))
      guard body(sample) else { return false }
    }
    return true
  }
}
