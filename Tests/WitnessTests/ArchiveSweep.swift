import BroadsealBytes
import BroadsealNotes
import BroadsealSigning
import Glibc
import Synchronization
import TestSupport

/// The corpus's archives, each signed once for every test that looks at the outputs.
struct ArchiveSweep: Sendable {
  /// Who signed, and where.
  let signed: SignedByUs
  /// Every archive, in order.
  let items: [Sweep.Item]

  private static let kept = Mutex<ArchiveSweep?>(nil)
  private static let suffixes = [
    ".docx", ".docm", ".xlsx", ".xlsm", ".pptx", ".odt", ".ods", ".odp", ".epub", ".zip", ".oxps",
  ]

  /// Done once a process; its folder goes when the process ends.
  static func shared() throws -> ArchiveSweep {
    try kept.withLock { kept in
      if let kept { return kept }
      let sweep = try ArchiveSweep()
      kept = sweep
      atexit { ArchiveSweep.kept.withLock { $0 = nil } }
      return sweep
    }
  }

  private init() throws {
    let signed = try SignedByUs()
    self.signed = signed
    let folder = (Corpus.folder ?? "") + "/"
    let paths = Corpus.folders(in: "unsigned").flatMap { name in
      ArchiveSweep.suffixes.flatMap { Corpus.files(in: name, endingWith: $0) }
    }
    items = paths.enumerated().map { index, path in
      let parts = path.split(separator: "/")
      let short = parts.suffix(2).joined(separator: "/")
      let name = "\(index)-" + (parts.last ?? "")
      do throws(SigningError) {
        let result = try signed.sign(folder + path, as: name)
        return Sweep.Item(
          path: short, source: folder + path, outcome: Sweep.outcome(result), result: result)
      } catch {
        let code = error.code?.name ?? error.reason
        return Sweep.Item(
          path: short, source: folder + path, outcome: .refused(code), result: nil)
      }
    }
  }

  /// The archives with a store inside.
  var embedded: [Sweep.Item] { items.filter(\.isEmbedded) }

  /// Path of the output of `item`.
  func output(_ item: Sweep.Item) -> String { signed.scratch(item.outputName ?? "") }
}
