package import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealJSON
import BroadsealNotes
import BroadsealOpenSSL

extension SigningPlan.File {
  /// The document at `path` as it is now.
  package init(of path: FilePath) throws(SigningError) {
    let source: ByteSource
    do throws(SourceError) {
      source = try ByteSource(path)
    } catch { throw .reading(error) }
    var buffer = [UInt8](repeating: 0, count: ByteSource.preferredBufferSize)
    self.path = path
    size = source.size
    sha256 = try HashedOutput.hash(source, through: &buffer, .sha256)
    do throws(SourceError) {
      try source.checkUnchanged()
    } catch { throw .reading(error) }
    do throws(DocumentError) {
      sidecar = try Sidecar.find(for: path).map { store throws(DocumentError) in
        do throws(OpenSSLError) { return try Digest.of(store, .sha256) } catch {
          throw .malformed(code: FileCode.sidecarSize.code, Malformed("\(error)", at: 0))
        }
      }
    } catch { throw .document(error, path: Sidecar.path(for: path)) }
  }

  init(planned value: Value) throws(Malformed) {
    let path: FilePath? =
      if let text = value["path"]?.string { FilePath(text) } else {
        value["pathBytes"]?.string.flatMap { Base64.decode($0) }.flatMap { FilePath(bytes: $0) }
      }
    guard let path, let size = value["size"]?.integer.flatMap({ Int(exactly: $0) }), size >= 0,
      let hash = value["sha256"]?.string.flatMap({ Hex.decode($0) }),
      let digest = Digest(.sha256, bytes: hash)
    else { throw Malformed("a document of the signing plan lacks path, size or digest", at: 0) }
    switch value["sidecar"] {
    case .null?: sidecar = nil
    case .string(let text)?:
      guard let digest = Hex.decode(text).flatMap({ Digest(.sha256, bytes: $0) }) else {
        throw Malformed("the sidecar of a document in the plan has no digest", at: 0)
      }
      sidecar = digest
    default: throw Malformed("the plan does not say whether a document has a sidecar", at: 0)
    }
    self.path = path
    self.size = size
    sha256 = digest
  }

  /// The document in JSON; a path that is no text is given byte for byte.
  var planned: Value {
    let name: (String, Value) =
      path.text.map { ("path", .string($0)) } ?? ("pathBytes", .string(Base64.encode(path.bytes)))
    return .object(
      Object([
        name, ("size", .integer(Int64(size))), ("sha256", .string(sha256.hex)),
        ("sidecar", sidecar.map { .string($0.hex) } ?? .null),
      ]))
  }
}
