import BroadsealBytes
import BroadsealCompression
package import BroadsealFiles

/// A tar archive in gzip's wrapper (`.tar.gz`, `.tgz`), unpacked into a file without a name: its members are
/// read where they stand, and memory stays flat however much comes out.
package struct GzippedTar: Sendable {
  /// How much of the archive there is.
  package enum Extent: Sendable, Hashable {
    /// All of it.
    case whole
    /// The data breaks off or is damaged: what came out before is there.
    case damaged
    /// More would have come out than was allowed: what was allowed is there.
    case tooLarge
  }

  /// What came out.
  package let archive: TarArchive
  /// How much of it there is.
  package let extent: Extent
  /// How many bytes came out.
  package let size: Int

  private static let pieceSize = 65_536

  /// Whether `head`, the beginning of a file, is that of gzip's wrapper around deflated data.
  package static func isHeader(_ head: [UInt8]) -> Bool { head.starts(with: [0x1F, 0x8B, 8]) }

  /// Unpacks the archive; nil for a file that holds no tar archive.
  ///
  /// - Parameters:
  ///   - limit: the most members that are listed.
  ///   - size: the most bytes that may come out.
  /// - Throws: what keeps the file from being read, or what comes out from being written.
  package init?(_ source: ByteSource, limit: Int, size: Int) throws(SourceError) {
    let spool = try Spool()
    var head: [UInt8] = []
    var offset = 0
    let ending: Gzip.Ending
    do throws(Stop) {
      ending = try Gzip.unpack(limit: size) { () throws(Stop) in
        var piece = [UInt8](repeating: 0, count: GzippedTar.pieceSize)
        let count = try Stop.guarding { () throws(SourceError) in
          try source.fill(&piece, from: offset)
        }
        offset += count
        piece.removeLast(piece.count - count)
        return piece
      } write: { bytes throws(Stop) in
        if head.count < TarArchive.headerSize {
          head += bytes.prefix(TarArchive.headerSize - head.count)
          guard head.count < TarArchive.headerSize || TarArchive.isHeader(head) else {
            throw Stop.noTar
          }
        }
        try Stop.guarding { () throws(SourceError) in try spool.append(Array(bytes)) }
      }
    } catch {
      if case .fault(let fault) = error { throw fault }
      return nil
    }
    let unpacked = try spool.source()
    guard let archive = try TarArchive(unpacked, limit: limit) else { return nil }
    self.archive = archive
    self.size = unpacked.size
    extent =
      switch ending {
      case .whole: .whole
      case .damaged: .damaged
      case .tooLarge: .tooLarge
      }
  }

  /// Why unpacking was stopped.
  private enum Stop: Error {
    case noTar
    case fault(SourceError)

    static func guarding<Value>(
      _ body: () throws(SourceError) -> Value
    ) throws(Stop) -> Value {
      do throws(SourceError) { return try body() } catch { throw .fault(error) }
    }
  }
}
