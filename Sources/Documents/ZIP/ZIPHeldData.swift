import BroadsealBytes
import BroadsealFiles

/// What the members of an archive hold whose directory cannot be read, by the headers in front of them alone.
///
/// A member may be an archive itself, with headers and a label of its own. Where nobody can tell how long a member
/// is, what follows counts as the archive's own.
struct ZIPHeldData {
  /// The data of each member, in order.
  private(set) var ranges: [ByteRange] = []

  private static let header: [UInt8] = [0x50, 0x4B, 3, 4]
  private static let descriptor: [UInt8] = [0x50, 0x4B, 7, 8]
  private static let end: [UInt8] = [0x50, 0x4B, 5, 6]
  private static let maximumMembers = 1 << 20
  /// A size that stands in an extra field of eight-byte numbers, or behind the data.
  private static let elsewhere = 0xFFFF_FFFF
  private static let wideSizes = 1
  private static let sizeFollows = 8

  /// Walks over the headers of `source`.
  init(_ source: ByteSource) throws(SourceError) {
    var search = SourceSearch(source)
    var offset = 0
    while ranges.count < ZIPHeldData.maximumMembers,
      let place = try search.first(of: ZIPHeldData.header, from: offset)
    {
      offset = place + ZIPHeldData.header.count
      let fixed = Array(try search.bytes(ZIPEntry.headerSize, at: place))
      guard fixed.count == ZIPEntry.headerSize else { return }
      let header = ZIPLocalHeader(fixed)
      let data = place + ZIPEntry.headerSize + header.nameLength + header.extraLength
      guard data <= source.size else { continue }
      let extra = try search.bytes(header.extraLength, at: data - header.extraLength)
      let stated = ZIPHeldData.number(fixed[18..<22])
      var length: Int? = stated
      if stated == ZIPHeldData.elsewhere {
        length = ZIPHeldData.wideSize(in: Array(extra))
      } else if stated == 0, fixed[6] & UInt8(ZIPHeldData.sizeFollows) != 0 {
        length = try ZIPHeldData.length(upToDescriptor: data, &search)
      }
      guard let length, let range = ByteRange(start: data, length: length) else { continue }
      if range.end <= source.size {
        ranges.append(range)
        offset = range.end
      } else if try search.first(of: ZIPHeldData.end, from: data) == nil {
        // The archive breaks off inside the member.
        if let rest = ByteRange(data..<source.size) { ranges.append(rest) }
        return
      }
    }
  }

  /// How long the data at `start` is, of which a descriptor behind it says that; nil where none does.
  private static func length(
    upToDescriptor start: Int, _ search: inout SourceSearch
  ) throws(SourceError) -> Int? {
    var offset = start
    while let place = try search.first(of: descriptor, from: offset) {
      let sizes = Array(try search.bytes(8, at: place + 8))
      guard sizes.count == 8 else { return nil }
      let length = place - start
      if number(sizes[..<4]) == length || number(sizes[...]) == length { return length }
      offset = place + descriptor.count
    }
    return nil
  }

  /// The size of the data that `extra` of a local header states; nil where it states none.
  private static func wideSize(in extra: [UInt8]) -> Int? {
    var place = 0
    while place + 4 <= extra.count {
      let (kind, length) = (
        number(extra[place..<(place + 2)]), number(extra[(place + 2)..<(place + 4)])
      )
      if kind == wideSizes {
        return place + 20 <= extra.count ? number(extra[(place + 12)..<(place + 20)]) : nil
      }
      place += 4 + length
    }
    return nil
  }

  /// A number, least significant byte first; the greatest for one that is greater.
  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    Int(clamping: bytes.reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) })
  }
}
