import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// A frame with a manifest store: an encapsulated object of its media type (C2PA 2.5 §A.3.5).
struct ID3Store: Sendable {
  /// The frame.
  let frame: ID3Frame
  /// The object, and nothing of the frame around it; nil where the frame is damaged.
  let object: ByteRange?
  /// Whether bytes were put in, so that it does not stand as it is.
  let isEscaped: Bool

  /// The store in `frame`; nil for a frame of another kind.
  init?(_ frame: ID3Frame, of source: ByteSource) throws(DocumentError) {
    guard frame.isObject, !frame.isTransformed, !frame.content.isEmpty,
      let head = ByteRange(
        start: frame.content.lowerBound, length: min(frame.content.count, ID3Limits.maximumTexts))
    else { return nil }
    let bytes = try source.bytes(head)
    guard let type = bytes.dropFirst().firstIndex(of: 0),
      ID3Store.mediaTypes.contains(where: { $0.elementsEqual(bytes[1..<type]) })
    else { return nil }
    self.frame = frame
    var place: Int? = type + 1
    for _ in 0..<2 { place = place.flatMap { ID3Store.textEnd(bytes, from: $0) } }
    object = place.flatMap { ByteRange((frame.content.lowerBound + $0)..<frame.content.upperBound) }
    if frame.isUnsynchronised, let object {
      isEscaped = try ID3Block.holdsEscapes(object, of: source)
    } else {
      isEscaped = false
    }
  }

  /// Where the text ends that begins at `start`, its zeros included: two of them, in place, in UTF-16.
  private static func textEnd(_ bytes: [UInt8], from start: Int) -> Int? {
    let isWide = bytes[0] == 1 || bytes[0] == 2
    var place = start
    while place + (isWide ? 1 : 0) < bytes.count {
      if bytes[place] == 0, !isWide || bytes[place + 1] == 0 { return place + (isWide ? 2 : 1) }
      place += isWide ? 2 : 1
    }
    return nil
  }

  /// The media type of a store, and what it was before (C2PA 2.5 §11.4).
  private static let mediaTypes = ["application/c2pa", "application/x-c2pa-manifest-store"]
    .map { Array($0.utf8) }

  /// What the frame of a store says in front of it.
  static let frames = mediaTypes.map { StoreMark.Frame($0 + [0]) }
  /// A store stands in such a frame, and pictures in others.
  static let mark = StoreMark(.inside(frames))

  /// What is written in front of a store: Latin-1, media type, file name, description.
  static let texts: [UInt8] = [0] + Array("application/c2pa\0c2pa\0c2pa manifest store\0".utf8)

  /// The header of a frame of `version` that holds `texts` and a store of `size` bytes, and the texts; nil
  /// when its size cannot be stated.
  static func opening(version: UInt8, size: Int) -> [UInt8]? {
    let content = texts.count + size
    guard content <= ID3Header.maximumSize else { return nil }
    let stated =
      version == 4
      ? ID3Header.sevenBits(content)
      : [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: content >> $0) }
    return Array("GEOB".utf8) + stated + [0, 0] + texts
  }
}
