import BroadsealBytes
import BroadsealFiles

/// Where a file of boxes keeps what programs say about it.
///
/// Read: `uuid` boxes that are not C2PA's, among them XMP (ISO 16684-3 §2.3); user data and lists of tags
/// of a film and its tracks; items of a picture that are EXIF, XMP or other text (ISO/IEC 23008-12 §A).
enum BMFFMetadata {
  /// The ranges, in file order, up to `MetadataLimits.maximumParts`; a fault in the structure ends them.
  static func ranges(of source: ByteSource) throws(DocumentError) -> [ByteRange] {
    var finder = Finder(source)
    do throws(DocumentError) {
      try finder.run()
    } catch {
      if case .source = error { throw error }
    }
    return finder.ranges.sorted { $0.start < $1.start }
  }

  private static let tracks: Set<UInt32> = [MediaBoxType.code("trak"), MediaBoxType.code("mdia")]
  private static let userData = MediaBoxType.code("udta")
  private static let list = MediaBoxType.code("ilst")
  /// Pictures of a cover, which say nothing and are large.
  private static let cover = MediaBoxType.code("covr")

  private struct Finder {
    private let source: ByteSource
    private var window: ByteWindow
    private var left = MetadataLimits.maximumParts
    private(set) var ranges: [ByteRange] = []

    init(_ source: ByteSource) {
      self.source = source
      window = ByteWindow(source)
    }

    mutating func run() throws(DocumentError) {
      var walker = BMFFWalker(source)
      while left > 0, let box = try walker.next() {
        left -= 1
        switch box.type {
        case MediaBoxType.user:
          if try ProvenanceBox(box, &window) == nil { ranges.append(box.content) }
        case MediaBoxType.movie: try look(into: box)
        case MediaBoxType.meta: try items(of: box)
        default: break
        }
      }
    }

    /// Goes down from a film to its user data and tags: a list of boxes to look into, and no recursion.
    private mutating func look(into film: MediaBox) throws(DocumentError) {
      var search = MediaBoxSearch(MediaBoxes(roots: []), of: source)
      var waiting = [film]
      while left > 0, let box = waiting.popLast() {
        for child in try search.children(of: box) {
          left -= 1
          guard left > 0 else { return }
          switch child.type {
          case _ where tracks.contains(child.type), MediaBoxType.meta, userData:
            waiting.append(child)
          case list: ranges += try entries(of: child)
          case _ where box.type == userData || box.type == MediaBoxType.meta:
            ranges.append(child.range)
          case MediaBoxType.user: ranges.append(child.content)
          default: break
          }
        }
      }
    }

    private func entries(of list: MediaBox) throws(DocumentError) -> [ByteRange] {
      var walker = BMFFWalker(source, inside: list.content)
      var found: [ByteRange] = []
      while found.count < MetadataLimits.maximumParts, let entry = try walker.next() {
        if entry.type != cover { found.append(entry.range) }
      }
      return found
    }

    private mutating func items(of meta: MediaBox) throws(DocumentError) {
      guard let places = try ItemLocations(of: meta, in: source) else { return }
      let named = try ItemNames.metadata(of: meta, in: source)
      for item in places.items where named.contains(item.identifier) {
        for extent in item.extents {
          guard left > 0 else { return }
          left -= 1
          guard let range = places.range(of: extent, in: item, size: source.size) else { continue }
          ranges.append(range)
        }
      }
    }
  }
}
