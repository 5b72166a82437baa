import BroadsealBytes
package import BroadsealFiles
import BroadsealNotes

/// Of which track the samples of a part of a fragment are, and what is so for all of them (`tfhd`, ISO/IEC
/// 14496-12 §8.8.7).
package struct TrackHeader: Sendable {
  /// The number of the track.
  package let track: UInt32
  /// From where places are counted in the file; nil where it is not said.
  package let base: Int?
  /// Whether places are counted from the start of the fragment.
  package let isBasedOnFragment: Bool
  /// How long samples play that do not say it, in the units of the track's time.
  package let duration: Int?
  /// How many bytes samples have that do not say it.
  package let size: Int?

  /// Reads `box`.
  package init(_ box: MediaBox, in source: ByteSource) throws(DocumentError) {
    guard box.content.length <= TrackHeader.maximumLength else {
      throw BMFFWalker.error("the head of a part of a fragment is too long", at: box.range.start)
    }
    var reader = ByteReader(try source.bytes(box.content), base: box.content.start)
    do throws(Malformed) {
      let flags = try reader.readUInt32()
      track = try reader.readUInt32()
      isBasedOnFragment = flags & 0x20000 != 0
      base = flags & 0x1 == 0 ? nil : Int(exactly: try reader.readUInt64()) ?? .max
      if flags & 0x2 != 0 { try reader.skip(4) }
      duration = flags & 0x8 == 0 ? nil : Int(try reader.readUInt32())
      size = flags & 0x10 == 0 ? nil : Int(try reader.readUInt32())
    } catch { throw .malformed(code: BMFFCode.structure.code, error) }
  }

  /// Bytes of version and flags, track, and everything that may follow.
  private static let maximumLength = 32
}

/// What is so for the samples of a track where no fragment says it (`trex`, §8.8.3).
package struct TrackDefaults: Sendable {
  /// The number of the track.
  package let track: UInt32
  /// How long a sample plays, in the units of the track's time.
  package let duration: Int
  /// How many bytes a sample has.
  package let size: Int

  /// Reads `box`.
  ///
  /// - Throws: a refusal where the box is not exactly as long as what it lists.
  package init(_ box: MediaBox, in source: ByteSource) throws(DocumentError) {
    let odd = BMFFWalker.refusal("a box is not as long as what it lists", at: box)
    guard box.content.length == 24 else { throw odd }
    var reader = ByteReader(try source.bytes(box.content), base: box.content.start)
    do throws(Malformed) {
      try reader.skip(4)
      track = try reader.readUInt32()
      try reader.skip(4)
      duration = Int(try reader.readUInt32())
      size = Int(try reader.readUInt32())
    } catch { throw odd }
  }
}
