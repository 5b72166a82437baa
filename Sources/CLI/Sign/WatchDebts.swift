import BroadsealBytes

/// What a run over a watched folder could not do and nobody has made good since: how it ends.
struct WatchDebts {
  /// Documents that were set aside, until a document of the same name is signed.
  private var documents: [FilePath: ExitCode] = [:]
  /// What concerns no document, and documents that were too many to be remembered.
  private var others = ExitCode.success

  /// Most documents that are remembered: a run lasts for months.
  private static let maximumCount = 10_000

  /// The document at `path` was set aside.
  mutating func owe(_ path: FilePath, _ code: ExitCode) {
    if documents[path] == nil, documents.count >= WatchDebts.maximumCount { return add(code) }
    documents[path] = code
  }

  /// A document at `path` was signed.
  mutating func settle(_ path: FilePath) { documents[path] = nil }

  /// Something else failed: a folder that cannot be reached, a document that cannot be moved.
  mutating func add(_ code: ExitCode) { others = others.combined(with: code) }

  /// How the run ends.
  var code: ExitCode { documents.values.reduce(others) { $0.combined(with: $1) } }
}
