import BroadsealBytes
import BroadsealNotes
import TestSupport
import Testing

@testable import BroadsealDocuments

/// Foreign PDFs, read in place; qpdf and pdftotext judge what was written.
@Suite(
  "PDFs of others",
  .enabled(if: Corpus.folder != nil && Tool.qpdf.isInstalled, "the corpus or qpdf is absent"))
struct PDFCorpusTests {
  private static let folders = [
    "c2pa-rs-unsigned", "pdf-a", "pdf-damaged", "pdf-encrypted", "pdf-fuzz", "pdf-govdocs-error",
    "pdf-handbuilt-hostile", "pdf-hostile", "pdf-incremental", "pdf-linearized", "pdf-objstm",
    "pdf-plain", "pdf-real", "pdf-signed", "pdf-ua",
  ]

  private static let unsigned = folders.flatMap {
    Corpus.files(in: "unsigned/\($0)", endingWith: ".pdf")
  }

  /// Why a file is not embedded: the code of its refusal, or of its fault. All others are.
  private static let exceptions = [
    // A sidecar, by rule.
    "c2pa-rs__basic-password": "PDF-PASSWORD", "crazyones-encrypted-256": "PDF-PASSWORD",
    "aes-256-r6": "PDF-PASSWORD", "c2pa-rs__basic-signed": "PDF-CERTIFIED",
    "certified-with-indirect-refs-in-dir": "PDF-CERTIFIED",
    "bad-encryption-length": "PDF-ENCRYPTED",
    "enc-R2_V1_U_view_O_view": "PDF-ENCRYPTED", "enc-R2_V1_U_view_O_master": "PDF-ENCRYPTED",
    "r2-owner-password": "PDF-ENCRYPTED", "r2-empty-password": "PDF-ENCRYPTED",
    "malformed-encrypt-dict1": "PDF-ENCRYPTED", "issue-625-identity-cmap": "PDF-ENCRYPTED",
    "6-7-2-t15-pass-r": "PDF-A-1B", "6-2-3-t05-pass-a": "PDF-A-4",
    "6-2-10-3-3-t03-pass-a": "PDF-A-4", "6-2-11-7-2-t01-pass-i": "PDF-A-2U",
    "6-6-2-3-1-t18-pass-c": "PDF-A-2B", "6-2-8-3-t01-pass-b": "PDF-A-2B",
    // Two readings.
    "qpdf__issue-120": "PDF-XREF", "bad-xref-entry": "PDF-XREF", "qpdf__bad20": "PDF-XREF",
    "qpdf__bad32": "PDF-XREF", "qpdf__issue-117": "PDF-TRAILING", "qpdf__bad40": "PDF-XREF",
    "qpdf__bad18": "PDF-XREF", "qpdf__issue-100": "PDF-STARTXREF", "qpdf__bad13": "PDF-XREF",
    "bug_213": "PDF-SYNTAX", "bug_344": "PDF-TRUNCATED", "bug_424613308": "PDF-STARTXREF",
    "__040669": "PDF-STARTXREF", "__189478": "PDF-STARTXREF", "__303226": "PDF-STARTXREF",
    "T02-03_008": "PDF-STARTXREF", "T01_007": "PDF-HEADER", "T02-02_009": "PDF-STARTXREF",
    "T02-04-01_005": "PDF-STARTXREF", "T02-03_010": "PDF-STARTXREF",
    "T02-03_012": "PDF-STARTXREF", "T04_009": "PDF-STARTXREF", "T02-02_007": "PDF-STARTXREF",
    "minimal-startxref-hopeless2": "PDF-STARTXREF", "minimal-startxref-obo2": "PDF-STARTXREF",
    "append-page-content-damaged": "PDF-STARTXREF", "xref-with-short-size": "PDF-XREF",
    "simple1": "PDF-STARTXREF", "simple2": "PDF-IRREGULAR",
    // An object that no cross-reference names, which readers find that search the file.
    "broken-objstream3": "PDF-IRREGULAR", "minimal-broken-xref-size": "PDF-IRREGULAR",
    // A stream whose data begins as some readers take it: what cannot be read may be an object stream to them.
    "stream-line-enders": "PDF-IRREGULAR",
  ]

  private static func exception(_ name: String) -> String? {
    exceptions.first { name.hasSuffix($0.key + ".pdf") || name.contains($0.key + "_") }?.value
  }

  @Test("gain a store, or have a reason", arguments: unsigned)
  func embedding(name: String) throws {
    let base = try #require(Corpus.bytes(of: name))
    let store = dummyStore(5_000)
    do throws(DocumentError) {
      let output = try PDFCarrier(base).embedding(store)
      #expect(Self.exception(name) == nil)
      judge(output, base: base, store: store)
    } catch {
      switch error {
      case .refused(let refusal): #expect(refusal.code.name == Self.exception(name))
      case .malformed(let code, _): #expect(code.name == Self.exception(name))
      case .source: Issue.record("\(error)")
      }
    }
  }

  private func judge(_ output: [UInt8], base: [UInt8], store: [UInt8]) {
    let scratch = Scratch()
    let (before, after) = (scratch.write(base, to: "a.pdf"), scratch.write(output, to: "b.pdf"))
    #expect(output.starts(with: base))
    #expect(Tool.qpdf.run(["--check", after]).status <= Tool.qpdf.run(["--check", before]).status)
    let extracted = Tool.qpdf.run(["--show-attachment=content_credential.c2pa", after])
    #expect(extracted.output == store)
    let (old, new) = (Tool.pdftotext.run([before, "-"]), Tool.pdftotext.run([after, "-"]))
    #expect(old.output == new.output)
    #expect((try? PDFCarrier(output).locate())?.store?.bytes == store)
  }

  @Test("that qpdf calls undamaged are nine times in ten embedded, or have a sidecar by rule")
  func share() throws {
    let sound = Self.unsigned.filter { name in
      Tool.qpdf.run(["--check", (Corpus.folder ?? "") + "/" + name]).status == 0
    }
    let served = sound.filter { name in
      guard let bytes = Corpus.bytes(of: name), let carrier = try? PDFCarrier(bytes) else {
        return false
      }
      let refusal = refusal(of: carrier)
      return refusal == nil || refusal?.remedy == .sidecar || refusal?.remedy == .sidecarOrInsist
    }
    #expect(sound.count >= 50 && Self.signed.count >= 8)
    #expect(served.count * 10 >= sound.count * 9, "\(served.count) of \(sound.count)")
  }

  private static let signed = Corpus.files(in: "c2pa/pdf", endingWith: ".pdf")

  @Test("that others signed show one whole store", arguments: signed)
  func locating(name: String) throws {
    let bytes = try #require(Corpus.bytes(of: name))
    let location = try PDFCarrier(bytes).locate()
    if name.hasSuffix("sidecar-pdf.asset.pdf") {
      #expect(location.isNone)
      return
    }
    let store = try #require(location.store)
    let length = store.bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    #expect(length == store.bytes.count)
    #expect(store.bytes.dropFirst(4).starts(with: "jumb".utf8))
    // Its base has a startxref that leads nowhere: judged, and never official.
    #expect(store.doubts.isEmpty == !name.contains("x509-es256-pdf"))
  }
}
