import BroadsealBytes
import BroadsealFiles

/// The segments of the first picture that stand before its data.
struct JPEGHeader: Sendable {
  /// The JUMBF boxes among its `APP11` segments.
  let boxes: [JUMBFSegment]
  /// Offset where a store goes: after the leading `APP0` and `APP1` segments, which JFIF and Exif
  /// want directly after `SOI`; stores that are already there are not counted.
  let place: Int
  /// Payloads of the `APP2` segments, where a Multi-Picture index stands.
  let application2: [ByteRange]
  /// Whether the picture has data after these segments.
  let hasScan: Bool

  /// Reads up to the first `SOS`, or to `EOI` in a file of tables only.
  init(_ source: ByteSource) throws(DocumentError) {
    var walker = JPEGWalker(source)
    var window = ByteWindow(source)
    guard let start = try walker.nextHeader(), start.marker == .startOfImage,
      start.range.start == 0
    else { throw JPEGWalker.error("no start of image", at: 0) }
    var boxes: [JUMBFSegment] = []
    var application2: [ByteRange] = []
    var place = start.range.end
    var isLeading = true
    var hasScan = false
    var count = 0
    while !hasScan, let segment = try walker.nextHeader() {
      count += 1
      guard count <= JPEGLimits.maximumHeaderSegments else {
        throw JPEGWalker.error("too many segments", at: segment.range.start)
      }
      switch segment.marker {
      case .startOfImage:
        throw JPEGWalker.error("a second start of image", at: segment.range.start)
      case .application0, .application1:
        if isLeading { place = segment.range.end }
      case .application11:
        let box = try JUMBFSegment(segment, in: &window)
        if let box { boxes.append(box) }
        isLeading = isLeading && JPEGHeader.belongsToStore(box, boxes)
      case .application2:
        application2.append(segment.payload)
        isLeading = false
      default:
        isLeading = false
        hasScan = segment.marker == .startOfScan
      }
    }
    self.boxes = boxes
    self.place = place
    self.application2 = application2
    self.hasScan = hasScan
  }

  private static func belongsToStore(_ box: JUMBFSegment?, _ boxes: [JUMBFSegment]) -> Bool {
    guard let box else { return false }
    return boxes.contains { $0.isStore && $0.instance == box.instance }
  }
}
