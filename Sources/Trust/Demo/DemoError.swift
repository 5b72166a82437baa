package import BroadsealOpenSSL

/// Why the demonstration keys could not be made.
package enum DemoError: Error, Hashable, Sendable {
  /// The folder holds something already; nothing was touched.
  case notEmpty(path: String)
  /// A file or folder could not be written, with the system's reason; nothing is left behind.
  case unwritable(path: String, reason: String)
  /// OpenSSL could not make a key or certificate.
  case cryptography(OpenSSLError)
  /// A list could not be made.
  case list(TrustError)

  /// The error under its case.
  init(_ error: any Error) {
    self =
      switch error {
      case let error as DemoError: error
      case let error as OpenSSLError: .cryptography(error)
      case let error as TrustError: .list(error)
      default: .unwritable(path: "", reason: "\(error)")
      }
  }
}

extension DemoError: CustomStringConvertible {
  /// One line, without a full stop.
  package var description: String {
    switch self {
    case .notEmpty(let path): "\(path): the folder is not empty, and keys are never overwritten"
    case .unwritable(let path, let reason): "\(path): \(reason)"
    case .cryptography(let error): error.description
    case .list(let error): error.description
    }
  }
}
