package import BroadsealBytes
package import BroadsealFiles
package import BroadsealOpenSSL

/// An answer about revocation in a file of its own.
package struct RevocationFile<Answer: Sendable>: Sendable {
  /// The file.
  package let path: FilePath
  /// The file as it stands there.
  package let bytes: [UInt8]
  /// What it says: read but not proved.
  package let answer: Answer

  private init(_ path: FilePath, bytes: [UInt8], answer: Answer) {
    self.path = path
    self.bytes = bytes
    self.answer = answer
  }
}

extension RevocationFile where Answer == OCSPResponse {
  /// The OCSP response in the file at `path`, in DER.
  package init(_ path: FilePath) throws(RevocationFileError) {
    let bytes = try RevocationFileError.read(path)
    do throws(OpenSSLError) {
      self.init(path, bytes: bytes, answer: try OCSPResponse(der: bytes))
    } catch { throw RevocationFileError(bytes, instead: .response, error) }
  }
}

extension RevocationFile where Answer == RevocationList {
  /// The revocation lists in the file at `path`: one in DER, or those of its PEM blocks, each as a file of its own.
  package static func all(_ path: FilePath) throws(RevocationFileError) -> [RevocationFile] {
    let bytes = try RevocationFileError.read(path)
    let blocks = bytes.first == 0x30 ? [] : (try? PEM.blocks(in: bytes)) ?? []
    let ders = blocks.compactMap { $0.label == "X509 CRL" ? $0.der : nil }
    do throws(OpenSSLError) {
      guard ders.count > 1, ders.count == blocks.count else {
        return [RevocationFile(path, bytes: bytes, answer: try RevocationList(bytes))]
      }
      return try ders.map { der throws(OpenSSLError) in
        RevocationFile(path, bytes: der, answer: try RevocationList(der: der))
      }
    } catch { throw RevocationFileError(bytes, instead: .list, error) }
  }
}

/// Why an answer about revocation could not be had from a file.
package enum RevocationFileError: Error, Sendable {
  /// The file cannot be read, or is larger than any such answer.
  case source(SourceError)
  /// It holds something else.
  case content(OpenSSLError)
  /// It holds another thing that says something of certificates.
  case mistaken(Kind, for: Kind)

  /// What such a file may hold.
  package enum Kind: Sendable {
    case response, list, certificate
  }

  fileprivate static func read(_ path: FilePath) throws(RevocationFileError) -> [UInt8] {
    do throws(SourceError) {
      return try ByteSource.whole(path, limit: RevocationList.maximumSize)
    } catch { throw .source(error) }
  }

  /// Why `bytes` are not what was meant, as `error` has it where they are nothing that is known.
  fileprivate init(_ bytes: [UInt8], instead kind: Kind, _ error: OpenSSLError) {
    let found: Kind? =
      if (try? OCSPResponse(der: bytes)) != nil {
        .response
      } else if (try? RevocationList(bytes)) != nil {
        .list
      } else if !((try? Certificate.list(pem: bytes)) ?? []).isEmpty
        || (try? Certificate(der: bytes)) != nil
      {
        .certificate
      } else {
        nil
      }
    if let found, found != kind {
      self = .mistaken(found, for: kind)
    } else {
      self = .content(error)
    }
  }

  /// What is wrong where one thing was given for another, and the option that takes it.
  package static func words(_ found: Kind, for kind: Kind) -> (reason: String, hint: String?) {
    switch (found, kind) {
    case (.list, _):
      ("this is a revocation list, and no OCSP response", "--crl takes revocation lists")
    case (.response, _):
      ("this is an OCSP response, and no revocation list", "--ocsp takes OCSP responses")
    case (.certificate, .response): ("this is a certificate, and no OCSP response", nil)
    case (.certificate, _): ("this is a certificate, and no revocation list", nil)
    }
  }
}
