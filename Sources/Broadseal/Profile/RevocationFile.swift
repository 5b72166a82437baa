package import BroadsealBytes
package import BroadsealFiles
package import BroadsealOpenSSL

/// An answer about revocation in a file of its own.
package struct RevocationFile<Answer: Sendable>: Sendable {
  /// The file as it stands there.
  package let bytes: [UInt8]
  /// What it says: read but not proved.
  package let answer: Answer

  private init(
    _ path: FilePath, limit: Int, _ read: ([UInt8]) throws(OpenSSLError) -> Answer
  ) throws(RevocationFileError) {
    do throws(SourceError) {
      bytes = try ByteSource.whole(path, limit: limit)
    } catch { throw .source(error) }
    do throws(OpenSSLError) { answer = try read(bytes) } catch { throw .content(error) }
  }
}

extension RevocationFile where Answer == OCSPResponse {
  /// The OCSP response in the file at `path`, in DER.
  package init(_ path: FilePath) throws(RevocationFileError) {
    try self.init(path, limit: OCSPResponse.maximumSize) { bytes throws(OpenSSLError) in
      try OCSPResponse(der: bytes)
    }
  }
}

extension RevocationFile where Answer == RevocationList {
  /// The revocation list in the file at `path`, in DER or PEM.
  package init(_ path: FilePath) throws(RevocationFileError) {
    try self.init(path, limit: RevocationList.maximumSize) { bytes throws(OpenSSLError) in
      try RevocationList(bytes)
    }
  }
}

/// Why an answer about revocation could not be had from a file.
package enum RevocationFileError: Error, Sendable {
  /// The file cannot be read, or is larger than any such answer.
  case source(SourceError)
  /// It holds something else.
  case content(OpenSSLError)
}
