package import BroadsealBytes
package import BroadsealFiles
import BroadsealNotes

/// A manifest store in a file of its own beside the asset (C2PA 2.5 §11.8).
package enum Sidecar {
  /// Extension of a sidecar, with its dot.
  package static let suffix = ".c2pa"

  /// Where the sidecar of `asset` stands: `FILE.EXT.c2pa`.
  package static func path(for asset: FilePath) -> FilePath { asset.adding(suffix: suffix) }

  /// Whether `path` names a sidecar.
  package static func isSidecar(_ path: FilePath) -> Bool {
    path.name.count > suffix.utf8.count
      && path.name.suffix(suffix.utf8.count)
        .elementsEqual(suffix.utf8)
  }

  /// The store in the file at `path`, as it stands there.
  ///
  /// Throws `.malformed` with the code `SIDECAR-SIZE` for an empty file and for one larger than
  /// `StoreLimits.maximumSize`.
  package static func read(_ path: FilePath) throws(DocumentError) -> [UInt8] {
    let source: ByteSource
    do throws(SourceError) {
      source = try ByteSource(path)
    } catch { throw .source(error) }
    return try read(source)
  }

  /// The store that is all of `source`.
  package static func read(_ source: ByteSource) throws(DocumentError) -> [UInt8] {
    try check(size: source.size)
    do throws(SourceError) {
      let bytes = try source.read(ByteRange(first: source.size))
      try source.checkUnchanged()
      return bytes
    } catch { throw .source(error) }
  }

  /// The store in the sidecar of `asset`; nil when there is no such file.
  package static func find(for asset: FilePath) throws(DocumentError) -> [UInt8]? {
    do throws(DocumentError) {
      return try read(path(for: asset))
    } catch {
      // Where the name would be longer than the file system takes, no such file can be.
      if case .source(let fault) = error, fault.isMissingFile || fault.isNameTooLong { return nil }
      throw error
    }
  }

  /// Throws what `read` throws for a store of that size.
  package static func check(size: Int) throws(DocumentError) {
    guard size > 0 else { throw wrongSize("the sidecar is empty", at: 0) }
    guard size <= StoreLimits.maximumSize else {
      throw wrongSize("the sidecar is larger than any store may be", at: StoreLimits.maximumSize)
    }
  }

  private static func wrongSize(_ reason: String, at offset: Int) -> DocumentError {
    .malformed(code: FileCode.sidecarSize.code, Malformed(reason, at: offset))
  }
}

extension Format {
  /// A manifest store in a file of its own: any length, `jumb`, then its description box.
  package static let c2pa = Format(
    "c2pa", [FileType("application/c2pa", ["c2pa"], "label without its document", "文書のないラベル")],
    recognition: .opening([
      Opening([(4, Array("jumb".utf8)), (12, Array("jumd".utf8))])
    ]),
    opener: .isStore, end: [], holdsMarkup: true, storeMark: .none, growsInPlace: false,
    codes: .file,
    label: "it is one itself, and never labelled")
}
