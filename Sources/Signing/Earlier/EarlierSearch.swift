import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealOpenSSL

/// The comparison of what stands in one place with what is asked for.
struct EarlierSearch {
  /// Judges what stands there.
  let inspection: Inspection
  /// The product that the claims name.
  let generator: ClaimGenerator
  /// Whether somebody stands behind the documents beside the signer.
  let hasIdentity: Bool
  /// SHA-256 of the signer's public key in lower-case hex.
  let key: String
  /// Whether a label may be without a time stamp.
  let mayLackStamp: Bool
  /// Whether PDF signatures bring along what judges them.
  let keepsProofs: Bool
  let buffers: BufferPool
  let request: SigningRequest
  let document: Document

  /// Whether anything stands where the result of `request` would go: where nothing does, the document need not
  /// be read to know it.
  static func hasPlace(_ request: SigningRequest) -> Bool {
    switch request.destination {
    case .file: return false
    case .inPlace: return true
    case .folder:
      let output = OutputPath.document(for: request).path
      return FileNode(output) != nil || FileNode(Sidecar.path(for: output)) != nil
    }
  }

  /// The label that the document has itself, inside or beside it.
  func inPlace(insists: Bool) throws(SigningError) -> EarlierResult {
    let input = request.input
    if let found = document.embedded {
      guard let standing = standing(found.bytes, document, at: input),
        request.form != .sidecar || standing.isEnough && !insists
      else { return .none }
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
      guard request.form != .sidecar else {
        return insists ? .none : try inside(earlier, found, at: output)
      }
      return try around(earlier, found, at: output, insists: insists)
    }
    let beside = Sidecar.path(for: output)
    guard request.form != .embedded, document.embedded == nil,
      let store = try? Sidecar.read(beside)
    else { return .none }
    return try detached(store, beside, copy: output, insists: insists)
  }

  /// This signer's label inside the earlier output, where the new one is asked for beside it: it travels with the file
  /// and is not taken out of it unasked, whatever may be replaced.
  private func inside(
    _ earlier: Document, _ found: LocatedStore, at output: FilePath
  ) throws(SigningError) -> EarlierResult {
    guard let standing = standing(found.bytes, earlier, at: output) else { return .none }
    guard standing.isEnough, isSame(earlier, found, at: output) else {
      throw SigningError(
        .exists, "its label is inside the file, and --sidecar would take it out",
        path: output.display,
        hint:
          "leave --sidecar out for this document; with --resign --force the label goes beside it")
    }
    return result(standing, false, at: output, isDetached: false, parent: nil)
  }

  /// A label inside the earlier output.
  private func around(
    _ earlier: Document, _ found: LocatedStore, at output: FilePath, insists: Bool
  ) throws(SigningError) -> EarlierResult {
    let isSame = isSame(earlier, found, at: output)
    if let standing = standing(found.bytes, earlier, at: output) {
      return result(
        standing, insists || !isSame || !isSealed(earlier, found), at: output, isDetached: false,
        parent: parent(output))
    }
    // The document is not lost with a label of somebody else, or one that does not hold, around these very
    // bytes; the label is, and the result says so.
    guard !isSame else { return .outdated(request.replacingOthers) }
    try requireSound(output)
    return .none
  }

  /// Says of an output that would be replaced that somebody changed it: whoever replaces it loses the trace.
  private func requireSound(_ output: FilePath) throws(SigningError) {
    guard !request.overwrites, let objection = inspection.existing(output, nil)?.objection else {
      return
    }
    throw SigningError(
      .exists, "the output that stands there was changed: \(objection)", path: output.display,
      hint: "look at it with broadseal verify first; --force replaces it")
  }

  /// A label beside the earlier output, which holds for this document or for the one that was copied.
  ///
  /// A run that was ended between a new copy and its label leaves a label that holds for neither: it is
  /// replaced, since the copy is this very document.
  private func detached(
    _ store: [UInt8], _ beside: FilePath, copy: FilePath, insists: Bool
  ) throws(SigningError) -> EarlierResult {
    let isCopied = DocumentCopy.isAt(copy, document.source)
    if let standing = standing(store, request.input, beside) {
      if !isCopied { try requireReplaceable(copy) }
      var found = result(
        standing, insists, at: beside, isDetached: true, parent: isCopied ? parent(copy) : nil)
      if case .current(var label) = found, request.copiesDocument, !isCopied {
        try makeCopy(at: copy)
        label.isCopied = true
        found = .current(label)
      }
      return found
    }
    guard let standing = standing(store, copy, beside) else {
      return isCopied ? .outdated(request.replacingOthers) : .none
    }
    return .outdated(version(after: standing, parent: parent(copy)))
  }

  /// The request for what comes after a label of this signer: a new version, or the correction of a mistake.
  private func version(after standing: Standing, parent: FilePath?) -> SigningRequest {
    guard request.corrects, standing.witness == .signer,
      standing.label.statesMoreAI(than: request.label.ai.use)
    else { return request.replacing(parent: parent) }
    return request.correcting(standing.label.manifest.label)
  }

  /// What is to be done about a label of this signer that holds.
  private func result(
    _ standing: Standing, _ mustSign: Bool, at output: FilePath, isDetached: Bool,
    parent: @autoclosure () -> FilePath?
  ) -> EarlierResult {
    guard !mustSign, standing.isEnough else {
      return .outdated(version(after: standing, parent: parent()))
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
    /// Who says in it that AI was used.
    let witness: RecordedValidation.AIWitness
  }

  /// The label in `store`, a file of its own, over the document at `path`; nil when it is not this signer's, or does
  /// not hold.
  private func standing(_ store: [UInt8], _ path: FilePath, _ sidecar: FilePath) -> Standing? {
    guard let label = EarlierLabel(store), let found = inspection.existing(path, sidecar) else {
      return nil
    }
    return standing(label, found, at: path)
  }

  /// The label in `store`, which the open document carries itself, likewise.
  private func standing(_ store: [UInt8], _ opened: Document, at path: FilePath) -> Standing? {
    guard let label = EarlierLabel(store), let found = inspection.opened(opened, path) else {
      return nil
    }
    return standing(label, found, at: path)
  }

  private func standing(
    _ label: EarlierLabel, _ found: RecordedValidation, at path: FilePath
  ) -> Standing? {
    guard found.isIntact, found.objection == nil, isOurs(found) else { return nil }
    let asked = try? Statement(
      request, hasParent: label.parent != nil, generator: generator, hasIdentity: hasIdentity)
    let isEnough =
      asked != nil && asked == Statement(label.manifest, against: request)
      && (label.isStamped || mayLackStamp) && label.names(request.label.approval)
      && descends(label, from: path)
    return Standing(label: label, isEnough: isEnough, witness: found.ai)
  }

  private func isOurs(_ found: RecordedValidation) -> Bool {
    guard let official = request.label.official, found.isJudgedByLists else {
      return found.signer == key
    }
    return found.agency == official.agency.id && (found.isOfficial || mayLackStamp)
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
    if keepsProofs {
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
      return output.isNextRevision(of: document, at: path)
    }
    // A label that stands inside was put there, whatever this run would do by itself.
    let isInsisting = request.form != .automatic
    let placement =
      carrier.isFitted
      ? try? carrier.reserve(room: found.extent.length, insisting: isInsisting)
      : try? carrier.reserve(found.bytes.count, insisting: isInsisting)
    guard let placement else { return false }
    return DocumentCopy.matches(path, placement.pieces, of: document.source)
  }

  /// Throws where another file stands in the place of the copy: nobody here knows what would be lost.
  private func requireReplaceable(_ copy: FilePath) throws(SigningError) {
    guard request.copiesDocument, !request.overwrites, FileNode(copy) != nil else { return }
    throw SigningError(
      .exists, "another file stands where the copy of the document belongs", path: copy.display,
      hint: "--force replaces it, --labels-only leaves it alone")
  }

  private func makeCopy(at path: FilePath) throws(SigningError) {
    try buffers.withBuffer { buffer throws(SigningError) in
      try DocumentCopy.make(
        document.source, of: request.input, at: path, overwrites: request.overwrites,
        through: &buffer)
    }
  }
}

extension Document {
  /// Whether the document, the file at `path`, is `older` and one revision after it.
  fileprivate func isNextRevision(of older: Document, at path: FilePath) -> Bool {
    guard source.size > older.source.size, revisionEnds.count == older.revisionEnds.count + 1 else {
      return false
    }
    return DocumentCopy.matches(
      path,
      [
        .copy(ByteRange(first: older.source.size)),
        .store(length: source.size - older.source.size),
      ], of: older.source)
  }
}
