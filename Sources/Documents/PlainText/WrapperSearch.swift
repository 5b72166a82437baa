import BroadsealBytes
import BroadsealFiles

/// Every wrapper in a text (C2PA 2.5 §A.8.4.2).
struct WrapperSearch {
  /// The wrappers that are whole; no more than two are kept.
  private(set) var whole: [TextWrapper] = []
  /// The bytes of those that are not.
  private(set) var broken: [ByteRange] = []
  /// The bytes of all, in file order.
  private(set) var extents: [ByteRange] = []
  /// Whether the search gave up.
  let isCut: Bool

  /// Searches all of `source`.
  init(_ source: ByteSource) throws(DocumentError) {
    let limit = PlainTextLimits.maximumCandidates
    let starts = try TextScan.offsets(of: [TextWrapper.opening], in: source, limit: limit)[0]
    isCut = starts.count == limit
    for start in starts {
      switch try TextWrapper.read(from: source, at: start) {
      case .foreign: break
      case .broken(let range):
        broken.append(range)
        extents.append(range)
      case .whole(let wrapper):
        if whole.count < 2 { whole.append(wrapper) }
        extents.append(wrapper.extent)
      }
    }
  }
}
