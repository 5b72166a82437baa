import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealSigning
import BroadsealTrust
import Glibc
import TestSupport
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

  @Test("a right that is missing is told as such, at the place where it is missing")
  func rights() {
    let folder = Scratch()
    let file = folder.write([1], to: "out/a.pdf")
    for (kind, path, said) in [
      (.unreadable, file, "\(file): you may not read it"),
      (.unwritable, file, "\(file): you may not replace it"),
      (.unwritable, folder("out/b.pdf"), "\(folder("out")): you may not write into this folder"),
    ] as [(SigningError.Kind, String, String)] {
      let failure = Failure(
        signing: SigningError(kind, "permission denied", path: path), document: "doc.pdf")
      #expect(failure.code == .incomplete)
      #expect(failure.message == said)
      #expect(failure.hint?.hasPrefix("ask who owns it") == true)
    }
  }

  @Test("what the system refuses ends every command with 3, and a name that is wrong with 2")
  func refusedBySystem() {
    for (number, code, hint) in [
      (EACCES, ExitCode.incomplete, nil), (EPERM, .incomplete, nil), (EIO, .incomplete, nil),
      (EROFS, .incomplete, "name another place for the result"),
      (ENOSPC, .incomplete, "make room there, or name another place for the result"),
      (ENOENT, .usage, nil), (EEXIST, .usage, nil), (EISDIR, .usage, nil),
    ] as [(Int32, ExitCode, String?)] {
      let failure = Failure(source: .system(number, path: "no/such/file"), code: .usage)
      #expect(failure.code == code && failure.hint == hint, "\(number): \(failure)")
    }
    // Nobody may make files there, not even an administrator.
    for words in [
      [
        "keys", "request", "--country", "US", "--organization", "O", "--unencrypted", "--new-key",
        "/sys/key.pem", "-o", "/sys/request.pem",
      ],
      ["policy", "starter", "official-releases", "-o", "/sys/policy.toml"],
      ["keys", "demo", "/sys/demo"],
      [
        "trust", "fingerprint", Desk.shared.scratch("keys/trust/government/us.keys.pem"), "-o",
        "/sys/x",
      ],
      ["keys", "show", Desk.shared.scratch("keys/us/chain.pem"), "-o", "/sys/x"],
    ] {
      let outcome = Command.run(words)
      #expect(outcome.code == 3, "\(words): \(outcome.errorText)")
      #expect(!outcome.errorText.contains("never overwritten"), "\(outcome.errorText)")
    }
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
