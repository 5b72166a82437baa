import BroadsealBytes
import BroadsealDocuments
import BroadsealJSON
import BroadsealSigning
import TestSupport
import Testing

/// Signs every PDF, PNG and JPEG of the corpus and has the result judged by programs of others.
@Suite(
  .serialized, .enabled(if: Witness.isWanted, Witness.reason),
  .enabled(if: Corpus.folder != nil, "no corpus: set BROADSEAL_CORPUS"))
struct CorpusSweepTests {
  let sweep: Sweep

  init() throws { sweep = try Sweep.shared() }

  @Test("every document is signed, given a sidecar or refused for the reason in the table")
  func table() {
    for item in sweep.items {
      #expect(item.outcome == SweepTable.expected(item.path), "\(item.path)")
    }
    #expect(Set(SweepTable.paths).subtracting(sweep.items.map(\.path)).isEmpty)
    #expect(sweep.insisted.count == 4 && sweep.insisted.allSatisfy { $0.hasPrefix("pdf-signed/") })
  }

  @Test("nothing is left behind but the outputs")
  func leftovers() {
    #expect(sweep.signed.scratch.names == sweep.items.compactMap(\.outputName).sorted())
  }

  @Test("both verifiers trust every signature, its time stamp and the bytes it covers")
  func trusted() throws {
    let items = sweep.items.filter { $0.result != nil }
    let jobs = items.map { item in
      var job = Witness.Job(
        path: item.isEmbedded ? sweep.output(item) : item.source,
        format: item.result?.mediaType ?? "")
      if !item.isEmbedded { job.store = sweep.output(item) }
      // encypher-c2pa takes every plain text for one with a wrapper inside, even beside a sidecar.
      if job.format == "text/plain" { job.encypherFormat = "text/markdown" }
      // It refuses the Identity crypt filter that ISO 32000 asks for in an encrypted document.
      if item.isEmbedded, sweep.isEncrypted(item) { job.verifiers = [.c2pa] }
      return job
    }
    try sweep.signed.expectTrust(in: jobs)
  }

  @Test("the original PDF is a byte prefix of the signed one")
  func prefix() throws {
    for item in sweep.embeddedPDFs {
      let original = try Sweep.bytes(item.source)
      let signed = try Sweep.bytes(sweep.output(item))
      #expect(signed.starts(with: original), "\(item.path)")
    }
  }

  @Test("qpdf finds no problem in a signed PDF that it did not find before")
  func qpdf() {
    for item in sweep.embeddedPDFs {
      let before = Command("qpdf", ["--check", item.source])
      let after = Command("qpdf", ["--check", sweep.output(item)])
      #expect(after.status <= before.status, "\(item.path): \(after.errors)")
      #expect(
        after.problems.count <= before.problems.count, "\(item.path): \(after.problems)")
    }
  }

  @Test("the text of a signed PDF is what it was")
  func text() {
    for item in sweep.embeddedPDFs {
      let before = Command("pdftotext", ["-q", item.source, "-"])
      let after = Command("pdftotext", ["-q", sweep.output(item), "-"])
      #expect(after.status == before.status, "\(item.path)")
      #expect(after.output == before.output, "\(item.path)")
    }
  }

  @Test("qpdf takes exactly the store out of an encrypted PDF")
  func encrypted() throws {
    let items = sweep.embeddedPDFs.filter(sweep.isEncrypted)
    #expect(!items.isEmpty)
    for item in items {
      let path = sweep.output(item)
      guard case .found(let located) = try Document.open(FilePath(path)).carrier?.locate() else {
        Issue.record("no store in \(item.path)")
        continue
      }
      let taken = Command("qpdf", ["--show-attachment=content_credential.c2pa", path])
      #expect(taken.output == located.bytes, "\(item.path)")
    }
  }

  @Test("nine in ten of the PDFs that qpdf calls undamaged are embedded or follow a rule")
  func coverage() {
    let sound = sweep.items.filter { item in
      item.path.hasSuffix(".pdf") && Command("qpdf", ["--check", item.source]).status == 0
    }
    let served = sound.filter { $0.result != nil }
    #expect(sound.count >= 50)
    #expect(served.count * 10 >= sound.count * 9, "\(served.count) of \(sound.count)")
  }

  @Test("pyHanko finds the earlier signature of a signed PDF intact, valid and trusted")
  func earlierSignatures() throws {
    let items = sweep.embeddedPDFs.filter { $0.path.hasPrefix("pdf-signed/") }
    #expect(items.count >= 4)
    func judged(_ paths: [String]) throws -> [JSON.Value] {
      try Witness.run("pades.py", .array(paths.map { .string($0) })).array ?? []
    }
    let before = try judged(items.map(\.source))
    let after = try judged(items.map(sweep.output))
    try #require(before.count == items.count && after.count == items.count)
    for (item, (old, new)) in zip(items, zip(before, after)) {
      for key in ["intact", "valid", "trusted"] {
        #expect(new[key] == true, "\(item.path) \(key): \(new)")
      }
      #expect(old["signatures"] != nil)
      #expect(new["signatures"] == old["signatures"], "\(item.path)")
    }
  }
}
