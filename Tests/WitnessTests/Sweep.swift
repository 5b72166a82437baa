import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealSigning
import Glibc
import Synchronization
import TestSupport
import Testing

/// The corpus's documents, each signed once for every test that looks at the outputs.
struct Sweep: Sendable {
  /// One document and what became of it.
  struct Item: Sendable {
    /// Path below `unsigned`.
    let path: String
    /// The whole path.
    let source: String
    /// What signing came to.
    let outcome: SweepTable.Outcome
    /// What signing says; nil when it refused.
    let result: SigningResult?

    /// Name of the output; nil when there is none.
    var outputName: String? { result.map { String(decoding: $0.output.name, as: UTF8.self) } }

    /// Whether the store is in the document.
    var isEmbedded: Bool { outcome == .embedded }
  }

  /// Who signed, and where.
  let signed: SignedByUs
  /// Every document, in order.
  let items: [Item]
  /// Documents that another key has sealed: their label would stand beside them.
  let insisted: [String]

  private static let kept = Mutex<Sweep?>(nil)

  /// Done once a process; its folder goes when the process ends.
  static func shared() throws -> Sweep {
    try kept.withLock { kept in
      if let kept { return kept }
      let sweep = try Sweep()
      kept = sweep
      atexit { Sweep.kept.withLock { $0 = nil } }
      return sweep
    }
  }

  private init() throws {
    for (tool, option) in [("qpdf", "--version"), ("pdftotext", "-v")] {
      try #require(Command(tool, [option]).status == 0, "\(tool) is not there")
    }
    let signed = try SignedByUs()
    self.signed = signed
    var insisted: [String] = []
    items = Unsigned.documents().enumerated().map { index, path in
      let name = "\(index)-" + (path.split(separator: "/").last ?? "")
      let short = path.split(separator: "/").suffix(2).joined(separator: "/")
      do throws(SigningError) {
        var result = try signed.sign(path, as: name)
        if Sweep.outcome(result) == .sidecar("SEAL-KEPT") {
          // Insisted on, so that others can say what becomes of the signature.
          insisted.append(short)
          unsafe unlink(result.output.display)
          result = try signed.sign(path, as: name, form: .embedded)
        }
        return Item(path: short, source: path, outcome: Sweep.outcome(result), result: result)
      } catch {
        return Item(path: short, source: path, outcome: .refused(error.reason), result: nil)
      }
    }
    self.insisted = insisted.sorted()
  }

  /// The PDFs with a store inside.
  var embeddedPDFs: [Item] { items.filter { $0.isEmbedded && $0.path.hasSuffix(".pdf") } }

  /// Path of the output of `item`.
  func output(_ item: Item) -> String { signed.scratch(item.outputName ?? "") }

  /// Whether qpdf calls the document encrypted.
  func isEncrypted(_ item: Item) -> Bool {
    item.path.hasSuffix(".pdf") && Command("qpdf", ["--is-encrypted", item.source]).status == 0
  }

  /// The bytes of a file.
  static func bytes(_ path: String) throws -> [UInt8] {
    let source = try ByteSource(path: path)
    guard let all = ByteRange(0..<source.size) else { return [] }
    return try source.read(all)
  }

  static func outcome(_ result: SigningResult) -> SweepTable.Outcome {
    switch result.form {
    case .embedded: .embedded
    case .sidecar(let note): .sidecar(note?.code.name ?? "")
    }
  }
}

extension Command {
  /// Lines in which qpdf reports a warning or an error.
  var problems: [Substring] {
    (text + errors).split(separator: "\n").filter {
      $0.hasPrefix("WARNING") || $0.hasPrefix("ERROR") || $0.contains("error:")
    }
  }
}
