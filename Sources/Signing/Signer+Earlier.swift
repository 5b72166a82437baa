import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealOpenSSL

extension Signer {
  /// What stands already where the result of `request` would go, so that a run that is repeated signs nothing
  /// twice.
  ///
  ///     switch try signer.earlier(request) {
  ///     case .none: result = try signer.sign(request)
  ///     case .outdated(let version): result = try signer.sign(version)
  ///     case .current(let label): print("\(label.output) says so already")
  ///     }
  ///
  /// A label is this signer's when a list that the reader of outputs believes says that it is the agency's
  /// and official, or, where no list is believed, when the same key made it. Where the copy beside a sidecar
  /// is all that is missing, it is made. A request that names its output file is always carried out.
  ///
  /// - Parameter insists: whether a label that says the same is replaced too.
  /// - Throws: `SigningError` when the document, or a copy of it, cannot be read or written.
  public func earlier(
    _ request: SigningRequest, insists: Bool = false
  ) throws(SigningError) -> EarlierResult {
    try request.check()
    let document = try open(request.input)
    let search = EarlierSearch(signer: self, request: request, document: document)
    switch request.destination {
    case .file: return .none
    case .inPlace: return try search.inPlace(insists: insists)
    case .folder: return try search.inFolder(insists: insists)
    }
  }
}

/// The comparison of what stands in one place with what is asked for.
private struct EarlierSearch {
  let signer: Signer
  let request: SigningRequest
  let document: Document

  /// The label that the document has itself, inside or beside it.
  func inPlace(insists: Bool) throws(SigningError) -> EarlierResult {
    let input = request.input
    if let found = document.embedded {
      guard request.form != .sidecar, let standing = standing(found.bytes, input, nil) else {
        return .none
      }
      return result(
        standing, insists || !isSealed(document, found), at: input, isDetached: false, parent: nil)
    }
    let beside = Sidecar.path(for: input)
    guard request.form != .embedded, let store = try? Sidecar.find(for: input),
      let standing = standing(store, input, beside)
    else { return .none }
    return result(standing, insists, at: beside, isDetached: true, parent: nil)
  }

  /// The label of what an earlier run wrote into the folder.
  func inFolder(insists: Bool) throws(SigningError) -> EarlierResult {
    let output = OutputPath.document(for: request).path
    guard FileNode(output).map({ $0 != FileNode(request.input) }) ?? true else { return .none }
    let earlier = try? Document.open(output)
    if let earlier, let found = earlier.embedded {
      guard request.form != .sidecar else { return .none }
      return around(earlier, found, at: output, insists: insists)
    }
    let beside = Sidecar.path(for: output)
    guard request.form != .embedded, document.embedded == nil,
      let store = try? Sidecar.read(beside)
    else { return .none }
    return try detached(store, beside, copy: output, insists: insists)
  }

  /// A label inside the earlier output.
  private func around(
    _ earlier: Document, _ found: LocatedStore, at output: FilePath, insists: Bool
  ) -> EarlierResult {
    let isSame = isSame(earlier, found, at: output)
    if let standing = standing(found.bytes, output, nil) {
      return result(
        standing, insists || !isSame || !isSealed(earlier, found), at: output, isDetached: false,
        parent: parent(output))
    }
    // Nothing is lost with a label of somebody else, or one that does not hold, around these very bytes.
    return isSame ? .outdated(request.replacing(parent: nil)) : .none
  }

  /// A label beside the earlier output, which holds for this document or for the one that was copied.
  private func detached(
    _ store: [UInt8], _ beside: FilePath, copy: FilePath, insists: Bool
  ) throws(SigningError) -> EarlierResult {
    let isCopied = DocumentCopy.matches(copy, [.copy(all)], of: document.source)
    if let standing = standing(store, request.input, beside) {
      var found = result(
        standing, insists, at: beside, isDetached: true, parent: isCopied ? parent(copy) : nil)
      if case .current(var label) = found, request.copiesDocument, !isCopied {
        try makeCopy(at: copy)
        label.isCopied = true
        found = .current(label)
      }
      return found
    }
    guard standing(store, copy, beside) != nil else {
      return isCopied ? .outdated(request.replacing(parent: nil)) : .none
    }
    return .outdated(request.replacing(parent: parent(copy)))
  }

  /// What is to be done about a label of this signer that holds.
  private func result(
    _ standing: Standing, _ mustSign: Bool, at output: FilePath, isDetached: Bool, parent: FilePath?
  ) -> EarlierResult {
    guard !mustSign, standing.isEnough else {
      return .outdated(request.replacing(parent: parent))
    }
    return .current(
      CurrentLabel(
        input: request.input, output: output, manifest: standing.label.active,
        isDetached: isDetached))
  }

  /// The earlier version as a parent; nil where the document has credentials of its own, which are.
  private func parent(_ version: FilePath) -> FilePath? {
    document.activeManifest(at: request.input) == nil ? version : nil
  }

  /// A label of this signer that holds.
  private struct Standing {
    let label: EarlierLabel
    /// Whether it says what was asked for, and has the time stamp that was.
    let isEnough: Bool
  }

  /// The label in `store` over the document at `path`; nil when it is not this signer's, or does not hold.
  private func standing(_ store: [UInt8], _ path: FilePath, _ sidecar: FilePath?) -> Standing? {
    guard let label = EarlierLabel(store), let found = signer.inspection.existing(path, sidecar),
      found.isIntact, found.objection == nil, isOurs(found)
    else { return nil }
    let asked = try? Statement(
      request, hasParent: label.parent != nil, generator: signer.generator,
      hasIdentity: signer.identity != nil)
    let isEnough =
      asked != nil && asked == Statement(label.manifest) && (label.isStamped || mayLackStamp)
      && descends(label, from: path)
    return Standing(label: label, isEnough: isEnough)
  }

  private func isOurs(_ found: RecordedValidation) -> Bool {
    guard let official = request.label.official, found.isJudgedByLists else {
      return found.signer == signer.credential.certificates[0].publicKey.spkiSHA256
    }
    return found.agency == official.agency.id && (found.isOfficial || mayLackStamp)
  }

  private var mayLackStamp: Bool {
    switch signer.timeStamping {
    case .none: true
    case .authorities(_, let allowMissing): allowMissing
    }
  }

  /// Whether the label descends from the credentials that it would descend from now.
  private func descends(_ label: EarlierLabel, from path: FilePath) -> Bool {
    let own = path == request.input ? nil : document.activeManifest(at: request.input)
    guard let wanted = own ?? named else { return true }
    return label.parent == wanted
  }

  /// The credentials of the parent that was named.
  private var named: String? {
    guard let parent = request.parent, let document = try? Document.open(parent) else { return nil }
    return document.activeManifest(at: parent)
  }

  /// Whether the output has the PDF signature that is asked for.
  private func isSealed(_ output: Document, _ found: LocatedStore) -> Bool {
    guard request.pades, output.format == .pdf else { return true }
    if signer.longTerm != nil {
      let data = try? output.carrier?.validationData()
      guard let data, !data.responses.isEmpty || !data.revocationLists.isEmpty else { return false }
    }
    let signatures = (try? output.carrier?.signatures()) ?? []
    return signatures.contains { $0.wasWritten(with: found.extent) }
  }

  /// Whether the output is the document with a store put in and no other byte changed.
  private func isSame(_ output: Document, _ found: LocatedStore, at path: FilePath) -> Bool {
    guard let carrier = document.carrier?.dated(like: output.carrier),
      output.format == document.format
    else { return false }
    if request.pades, document.format == .pdf {
      // The time of a PDF signature is among the bytes around the store: it is an update after all others.
      return PDFUpdates.isOne(path, after: document.source)
    }
    let isInsisting = request.form == .embedded
    let placement =
      carrier.isFitted
      ? try? carrier.reserve(room: found.extent.length, insisting: isInsisting)
      : try? carrier.reserve(found.bytes.count, insisting: isInsisting)
    guard let placement else { return false }
    return DocumentCopy.matches(path, placement.pieces, of: document.source)
  }

  private func makeCopy(at path: FilePath) throws(SigningError) {
    let source = document.source
    do throws(SourceError) {
      var output = try AtomicOutput(
        path, overwrites: true, mode: AtomicOutput.mode(like: request.input))
      try signer.buffers.withBuffer { buffer throws(SourceError) in
        try PieceWriter.write([.copy(all)], of: source, to: &output, through: &buffer)
      }
      try source.checkUnchanged()
      try output.commit()
    } catch { throw .writing(error) }
  }

  private var all: ByteRange { ByteRange(first: document.source.size) }
}

/// Updates at the end of a PDF file.
private enum PDFUpdates {
  /// Whether the file at `path` is `source` and one update after it.
  static func isOne(_ path: FilePath, after source: ByteSource) -> Bool {
    guard let output = try? ByteSource(path), output.size > source.size,
      let rest = ByteRange(source.size..<output.size), rest.length <= maximumSize,
      let update = try? output.read(rest), count(of: Array("startxref".utf8), in: update) == 1
    else { return false }
    return DocumentCopy.matches(
      path, [.copy(ByteRange(first: source.size)), .store(length: rest.length)], of: source)
  }

  /// Longest update that is looked at, in bytes.
  private static let maximumSize = 64 << 20

  private static func count(of word: [UInt8], in bytes: [UInt8]) -> Int {
    guard bytes.count >= word.count else { return 0 }
    return (0...(bytes.count - word.count)).count { bytes[$0...].starts(with: word) }
  }
}
