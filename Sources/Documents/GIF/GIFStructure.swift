import BroadsealBytes
import BroadsealFiles

/// What the carrier needs to know of a GIF file's blocks.
struct GIFStructure: Sendable {
  /// Every application extension of a store, in order.
  private(set) var stores: [GIFBlock] = []
  /// Other application extensions, the first of them.
  private(set) var applications: [GIFBlock] = []
  /// Where a store goes: the empty range behind the logical screen.
  let firstPlace: ByteRange
  /// Whether it is GIF87a, which knows no extensions.
  let isFirstVersion: Bool
  /// Whether it has extensions other than stores.
  private(set) var hasExtensions = false
  /// How long the sub-blocks of a store are to be.
  private(set) var framing = GIFFraming.usual
  /// Where the first picture begins.
  private let firstImage: Int

  /// Walks over all blocks.
  init(_ source: ByteSource) throws(DocumentError) {
    var walker = GIFWalker(source)
    var place: ByteRange?
    var image: Int?
    while let block = try walker.next() {
      switch block.kind {
      case .screen: place = ByteRange(start: block.range.end, length: 0)
      case .image: image = image ?? block.range.start
      case .extension where block.isStore: stores.append(block)
      case .extension(GIFBlock.application):
        hasExtensions = true
        if applications.count < GIFStructure.maximumApplications { applications.append(block) }
      case .extension: hasExtensions = true
      case .header, .data, .trailer: break
      }
    }
    guard let place else { throw GIFWalker.error("no logical screen", at: 0) }
    firstPlace = place
    firstImage = image ?? walker.offset
    isFirstVersion = try source.opening(5).last == UInt8(ascii: "7")
    if isFirstVersion { framing = GIFFraming.ofFirstVersion }
    guard let store = stores.first,
      let length = ByteRange(start: store.range.start + GIFBlock.storeOpening.count, length: 1)
    else { return }
    // One sub-block alone is as long as its store, and shows nothing.
    let first = GIFFraming.ofFirstVersion
    if store.range.length != first.length(of: first.part),
      try source.bytes(length).first == UInt8(first.part)
    {
      framing = first
    }
  }

  /// Whether `block` stands where a store must.
  func isBeforeImages(_ block: GIFBlock) -> Bool { block.range.start < firstImage }

  private static let maximumApplications = 64
}
