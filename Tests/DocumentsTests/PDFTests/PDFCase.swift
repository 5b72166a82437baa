import BroadsealBytes
import BroadsealNotes
import Testing

@testable import BroadsealDocuments

/// A file for one row of a test's table.
struct PDFCase: Sendable, CustomTestStringConvertible {
  /// What is special about it.
  let name: String
  /// The code that is expected; empty where none is.
  let code: String
  /// The file.
  let bytes: [UInt8]

  init(_ name: String, _ code: String, _ bytes: [UInt8]) {
    self.name = name
    self.code = code
    self.bytes = bytes
  }

  init(_ name: String, _ bytes: [UInt8]) {
    self.init(name, "", bytes)
  }

  var testDescription: String { name }
}

/// The code of the error that reading `bytes` throws; nil when it throws none.
func pdfFault(_ bytes: [UInt8]) -> String? {
  do throws(DocumentError) {
    _ = try PDFCarrier(bytes)
    return nil
  } catch {
    if case .malformed(let code, _) = error { return code.name }
    return "\(error)"
  }
}

/// The refusal of a store, when there is one.
func refusal(of carrier: PDFCarrier, insisting: Bool = false) -> Refusal? {
  do throws(DocumentError) {
    _ = try carrier.reserve(100, insisting: insisting)
    return nil
  } catch {
    if case .refused(let refusal) = error { return refusal }
    return nil
  }
}
