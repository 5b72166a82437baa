import CBroadsealOpenSSL

/// What OpenSSL could not do, with the reasons it left in its error queue.
///
/// The queue of the thread is empty afterwards: reasons move into the error and are seen once.
package struct OpenSSLError: Error, Hashable, Sendable {
  /// What was asked for, in lower case: `read certificate`.
  package let operation: String

  /// OpenSSL's own reasons, first cause first; may be empty.
  package let reasons: [String]

  /// An error found by the house itself, with its reasons.
  package init(operation: String, reasons: [String] = []) {
    self.operation = operation
    self.reasons = reasons
  }

  /// Takes every reason out of this thread's error queue.
  static func draining(_ operation: String) -> OpenSSLError {
    var reasons: [String] = []
    while case let code = ERR_get_error(), code != 0 {
      if let text = unsafe ERR_reason_error_string(code) {
        reasons.append(unsafe String(cString: text))
      } else {
        reasons.append("error \(shim_ERR_get_library(code)):\(shim_ERR_get_reason(code))")
      }
    }
    return OpenSSLError(operation: operation, reasons: reasons)
  }

  /// Takes every reason out of this thread's error queue, each with the detail that came with it.
  static func drainingDetails(_ operation: String) -> (error: OpenSSLError, details: [String]) {
    var details: [String] = []
    var data: UnsafePointer<CChar>?
    var flags: Int32 = 0
    // Details of earlier errors go with them: they are copied before the next is taken.
    var reasons: [String] = []
    while case let code = unsafe ERR_get_error_all(nil, nil, nil, &data, &flags), code != 0 {
      if flags & ERR_TXT_STRING != 0, let text = unsafe data {
        details.append(unsafe String(cString: text))
      }
      reasons.append(
        unsafe ERR_reason_error_string(code).map { unsafe String(cString: $0) }
          ?? "error \(shim_ERR_get_library(code)):\(shim_ERR_get_reason(code))")
    }
    return (OpenSSLError(operation: operation, reasons: reasons), details)
  }

  /// Runs `body` and leaves this thread's error queue empty, whatever it does.
  static func quietly<Outcome>(_ body: () -> Outcome) -> Outcome {
    ERR_clear_error()
    defer { ERR_clear_error() }
    return body()
  }
}

extension OpenSSLError: CustomStringConvertible {
  /// The operation and its reasons in one line.
  package var description: String {
    reasons.isEmpty
      ? "cannot \(operation)" : "cannot \(operation): \(reasons.joined(separator: ", "))"
  }
}
