import BroadsealBytes
import BroadsealFiles

/// Hands out the parts of a package within a budget, and remembers when it ran out.
struct PackageParts {
  let archive: ZIPArchive
  private var left: Int

  init(_ archive: ZIPArchive, _ depth: ShowDepth) {
    self.archive = archive
    left = ShowLimits.parts(depth)
  }

  /// The content of `entry`, inflated; nil when it cannot be had, or is more than is looked at.
  mutating func content(of entry: ZIPEntry) throws(DocumentError) -> [UInt8]? {
    let size = Int(entry.record.size)
    guard size <= left, entry.data.length <= left else { return nil }
    let limit = left
    left -= size
    return try archive.content(of: entry, limit: limit)
  }
}
