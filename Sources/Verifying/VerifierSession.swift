public import BroadsealBytes
package import BroadsealDocuments
import BroadsealFiles
import BroadsealOpenSSL
import BroadsealProvenance

/// One worker's hold on a verifier: judges one file after the other with the same buffer.
///
/// Not shared between threads; each worker asks for its own.
public final class VerifierSession {
  let verifier: Verifier
  var buffer: [UInt8] = []
  /// What is known of the folder in which documents are judged.
  var glance = ForeignSignature.glance

  init(_ verifier: Verifier) {
    self.verifier = verifier
  }

  /// Judges the file at `path`.
  ///
  /// Never throws: what could not be read is a verdict too, of integrity `unreadable`.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - sidecar: a manifest store in a file of its own. It serves only when the document carries
  ///     none. Without it, `FILE.EXT.c2pa` is looked for (see `VerifierOptions`).
  public func verify(_ path: FilePath, sidecar: FilePath? = nil) -> Verdict {
    prove(path, sidecar: sidecar).verdict
  }

  /// Judges a film that is spread over several files: the first, which carries the label, and segments of it
  /// (DASH, HLS, CMAF).
  ///
  /// Whatever segments are there are judged with it. Where some are missing the verdict says so, and the film
  /// is not official. A segment that was changed, or is another's, makes all of it altered.
  ///
  /// - Parameters:
  ///   - path: the first file.
  ///   - segments: its segments in any order: numbers in their names say in which order they are played.
  public func verify(_ path: FilePath, segments: [FilePath]) -> Verdict {
    prove(path, segments: SegmentList(named: segments)).verdict
  }

  /// Judges a film over several files, and says what proves its active signer.
  ///
  /// - Parameter assumesContent: whether nobody looks at the content. That is for whoever changes a label and
  ///   nothing else, and never for a verdict that is told.
  package func prove(
    _ path: FilePath, segments: SegmentList, assumesContent: Bool = false
  ) -> ProvedVerdict {
    judge(path) { document in
      var document = document
      document.segments = segments
      document.assumesContent = assumesContent
      return prove(document)
    }
  }

  /// Judges the file at `path` as `verify` does, and says what proves its active signer.
  package func prove(_ path: FilePath, sidecar: FilePath? = nil) -> ProvedVerdict {
    judge(path) { document in
      guard let sidecar else { return prove(document) }
      do throws(DocumentError) {
        return prove(document, sidecar: try Sidecar.read(sidecar))
      } catch { return ProvedVerdict(Verdict(of: path, unreadable: sidecar, because: error)) }
    }
  }

  /// Judges the file at `path` by a manifest store in memory, where it carries none itself.
  ///
  /// Never throws: what could not be read is a verdict too, of integrity `unreadable`.
  public func verify(_ path: FilePath, sidecar: [UInt8]) -> Verdict {
    judge(path) { ProvedVerdict(verify($0, checking: sidecar)) }.verdict
  }

  /// Judges bytes in memory. Nothing is looked for beside them.
  ///
  ///     let verdict = session.verify(bytes: upload, named: "press-release.pdf")
  ///
  /// Never throws, as for files.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: the name that they came under. Its extension is compared with the content: nothing that
  ///     contradicts its own name is official. Nil: only the content speaks.
  ///   - sidecar: a manifest store that came along. It serves only when the bytes carry none.
  public func verify(
    bytes: [UInt8], named name: String? = nil, sidecar: [UInt8]? = nil
  ) -> Verdict {
    let path = name.map { FilePath($0) }
    if let limit = verifier.options.maximumSize, bytes.count > limit {
      return Verdict(of: path ?? "", size: bytes.count, above: limit)
    }
    do throws(SourceError) {
      let document = try Document(ByteSource(bytes: bytes), path: path)
      guard let sidecar else { return verify(document) }
      return verify(document, checking: sidecar)
    } catch { return Verdict(unreadable: path ?? "", because: .source(error)) }
  }

  /// Judges an open document by a store in memory whose size was not checked yet.
  private func verify(_ document: Document, checking sidecar: [UInt8]) -> Verdict {
    do throws(DocumentError) {
      try Sidecar.check(size: sidecar.count)
    } catch { return Verdict(of: document.path ?? "", unreadable: nil, because: error) }
    return verify(document, sidecar: sidecar)
  }

  private func judge(_ path: FilePath, _ body: (Document) -> ProvedVerdict) -> ProvedVerdict {
    do throws(DocumentError) {
      // Even the structure of some kinds is only known when all of the file was read.
      let source = try Document.source(at: path)
      if let limit = verifier.options.maximumSize, source.size > limit {
        return ProvedVerdict(Verdict(of: path, size: source.size, above: limit))
      }
      return body(try Document.open(source, path: path))
    } catch { return ProvedVerdict(Verdict(unreadable: path, because: error)) }
  }

  /// Judges an open document.
  ///
  /// - Parameter sidecar: the bytes of a manifest store that came beside it.
  package func verify(_ document: Document, sidecar: [UInt8]? = nil) -> Verdict {
    prove(document, sidecar: sidecar).verdict
  }

  /// Judges an open document, and says what proves its active signer. Where that would take more signature
  /// checks than one file may cost, it was not judged to the end: what is not proved then may hold.
  private func prove(_ document: Document, sidecar: [UInt8]? = nil) -> ProvedVerdict {
    let budget = SignatureBudget(verifier.options.signatureBudget)
    let proved = budget.spending { judge(document, sidecar: sidecar) }
    guard budget.isSpent else { return proved }
    return ProvedVerdict(
      Verdict(
        path: document.path?.display ?? "", sha256: proved.verdict.sha256,
        size: document.source.size, format: document.format.kind, mediaType: document.mediaType,
        isDetached: proved.verdict.isDetached, integrity: .unreadable,
        limits: ["it would take more signature checks than are made for one file"]))
  }

  private func judge(_ document: Document, sidecar: [UInt8]?) -> ProvedVerdict {
    do throws(DocumentError) {
      var found = try FoundStore.find(
        in: document, sidecar: sidecar, looksBeside: verifier.options.looksForSidecar)
      var document = document
      if found.mayBeMisnamed, let misnamed = try MisnamedText.find(in: document) {
        (document, found) = (misnamed.document, .embedded(misnamed.store))
      }
      var remote: Finding?
      if found.isMissing,
        let search = try RemoteSearch(document: document, manifests: verifier.manifests).run()
      {
        remote = search.finding
        if !search.found.isMissing { found = search.found }
      }
      var proved = try judge(document, found, hasSidecar: sidecar != nil, remote: remote)
      if let newer = try newer(besides: proved.verdict, of: document, given: sidecar) {
        proved = newer
      }
      do throws(SourceError) { try document.source.checkUnchanged() } catch {
        throw .source(error)
      }
      return proved
    } catch {
      let path = document.path ?? FilePath("")
      let beside = Sidecar.path(for: path)
      if case .source(let fault) = error, fault.path == beside.display {
        return ProvedVerdict(Verdict(of: path, unreadable: beside, because: error))
      }
      return ProvedVerdict(Verdict(unreadable: path, because: error))
    }
  }
}

extension Verifier {
  /// A session for one worker: it reuses its buffer from file to file.
  public func session() -> VerifierSession { VerifierSession(self) }

  /// Judges the file at `path`; see ``VerifierSession/verify(_:sidecar:)-(FilePath,FilePath?)``.
  public func verify(_ path: FilePath, sidecar: FilePath? = nil) -> Verdict {
    session().verify(path, sidecar: sidecar)
  }

  /// Judges a film over several files; see ``VerifierSession/verify(_:segments:)``.
  public func verify(_ path: FilePath, segments: [FilePath]) -> Verdict {
    session().verify(path, segments: segments)
  }

  /// Judges the file at `path` by a manifest store in memory, where it carries none itself.
  public func verify(_ path: FilePath, sidecar: [UInt8]) -> Verdict {
    session().verify(path, sidecar: sidecar)
  }

  /// Judges bytes in memory; see ``VerifierSession/verify(bytes:named:sidecar:)``.
  public func verify(
    bytes: [UInt8], named name: String? = nil, sidecar: [UInt8]? = nil
  ) -> Verdict {
    session().verify(bytes: bytes, named: name, sidecar: sidecar)
  }
}
