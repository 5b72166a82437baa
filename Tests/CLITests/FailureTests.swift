import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealSigning
import BroadsealTrust
import Testing

@testable import BroadsealCLI

@Suite("Every error that is thrown becomes one line and an exit code")
struct FailureTests {
  private static let fault = SourceError(.notRegular, path: "a.pdf")

  @Test(
    "each kind of error is told without another one",
    arguments: [
      (Failure.usage("wrong"), .usage), (TrustError(.stale, "us.json", "out of date"), .trust),
      (DocumentError.source(fault), .incomplete), (fault, .incomplete),
      (SourceError(.truncated, path: ""), .incomplete),
      (SourceError(.changed, path: "x"), .incomplete),
      (KeyError.wrongPassphrase, .usage), (Malformed("broken", at: 7), .failed),
      (DocumentError.malformed(code: PDFCode.xref.code, Malformed("broken", at: 7)), .internal),
      (Outcome(code: .success), .internal),
    ] as [(any Error, ExitCode)])
  func explained(error: any Error, code: ExitCode) {
    let failure = Failure(explaining: error)
    #expect(failure.code == code)
    #expect(!failure.message.isEmpty)
    #expect(!failure.message.contains("\n"))
    #expect((failure.hint == nil) == (code != .internal))
  }

  @Test(
    "a document that cannot be used is named with the reason",
    arguments: [
      (DocumentError.source(fault), ExitCode.incomplete, "a.pdf: not a regular file"),
      (.malformed(code: PDFCode.xref.code, Malformed("broken", at: 7)), .failed, "doc.pdf: "),
    ])
  func document(error: DocumentError, code: ExitCode, words: String) {
    let failure = Failure(document: error, path: "doc.pdf")
    #expect(failure.code == code)
    #expect(failure.message.hasPrefix(words), "\(failure.message)")
  }
}
