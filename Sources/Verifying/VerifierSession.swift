public import BroadsealBytes
package import BroadsealDocuments
import BroadsealProvenance

/// One worker's hold on a verifier: judges one file after the other with the same buffer.
///
/// Not shared between threads; each worker asks for its own.
public final class VerifierSession {
  let verifier: Verifier
  var buffer: [UInt8] = []
  /// What proves the active signer of the file that was judged last; nil when nothing does.
  package internal(set) var proofs: SigningProofs?

  init(_ verifier: Verifier) {
    self.verifier = verifier
  }

  /// Judges the file at `path`.
  ///
  /// Never throws: what could not be read is a verdict too, of integrity `unreadable`.
  ///
  /// - Parameter sidecar: a manifest store in a file of its own. It serves only when the document
  ///   carries none. Without it, `FILE.EXT.c2pa` is looked for (see `VerifierOptions`).
  public func verify(_ path: FilePath, sidecar: FilePath? = nil) -> Verdict {
    let document: Document
    do throws(DocumentError) {
      // Even the structure of some kinds is only known when all of the file was read.
      let source = try Document.source(at: path)
      if let limit = verifier.options.maximumSize, source.size > limit {
        return Verdict(of: path, size: source.size, above: limit)
      }
      document = try Document.open(source, path: path)
    } catch { return Verdict(unreadable: path, because: error) }
    guard let sidecar else { return verify(document) }
    do throws(DocumentError) {
      return verify(document, sidecar: try Sidecar.read(sidecar))
    } catch { return Verdict(of: path, unreadable: sidecar, because: error) }
  }

  /// Judges an open document.
  ///
  /// - Parameter sidecar: the bytes of a manifest store that came beside it.
  package func verify(_ document: Document, sidecar: [UInt8]? = nil) -> Verdict {
    do throws(DocumentError) {
      var found = try FoundStore.find(
        in: document, sidecar: sidecar, looksBeside: verifier.options.looksForSidecar)
      var remote: Finding?
      if case .none = found,
        let search = try RemoteSearch(document: document, manifests: verifier.manifests).run()
      {
        (found, remote) = search
      }
      let verdict = try judge(document, found, hasSidecar: sidecar != nil, remote: remote)
      do throws(SourceError) { try document.source.checkUnchanged() } catch {
        throw .source(error)
      }
      return verdict
    } catch {
      let path = document.path ?? FilePath("")
      let beside = Sidecar.path(for: path)
      if case .source(let fault) = error, fault.path == beside.display {
        return Verdict(of: path, unreadable: beside, because: error)
      }
      return Verdict(unreadable: path, because: error)
    }
  }
}
