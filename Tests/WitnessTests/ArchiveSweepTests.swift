import BroadsealBytes
import BroadsealDocuments
import BroadsealJSON
import BroadsealSigning
import TestSupport
import Testing

/// Signs every archive of the corpus and has the result judged by programs of others.
@Suite(
  .serialized, .enabled(if: Witness.isWanted, Witness.reason),
  .enabled(if: Corpus.folder != nil, "no corpus: set BROADSEAL_CORPUS"))
struct ArchiveSweepTests {
  let sweep: ArchiveSweep

  init() throws { sweep = try ArchiveSweep.shared() }

  /// What becomes of archives that are not simply embedded. Those that are refused are damaged: no
  /// end record, or a directory that is none; `--sidecar` still labels their bytes.
  private static let exceptions: [SweepTable.Outcome: [String]] = [
    .refused("bytes follow the end record"): [
      "ooxml-hostile/apache+poi__clusterfuzz-testcase-minimized-POIXWPFFuzzer-4791943399604224.docx"
    ],
    .refused("the central directory does not end at its end record"): [
      "docx/apache+poi__clusterfuzz-testcase-minimized-POIFuzzer-6709287337197568.docx",
      "ooxml-hostile/apache+poi__clusterfuzz-testcase-minimized-POIFuzzer-5205835528404992.pptx",
      "ooxml-hostile/apache+poi__clusterfuzz-testcase-minimized-POIXWPFFuzzer-5166796835258368.docx",
    ],
    .refused("the file has no whole end record"): [
      "docx/apache+poi__truncated62886.docx",
      "epub/w3c+epubcheck__ocf-zip-unreadable-no-end-header-fatal.epub",
    ],
    // An OLE file: a package under a password.
    .sidecar("NO-CONTAINER"): [
      "ooxml-hostile/apache+poi__bug53475-password-is-solrcell.docx"
    ],
    .sidecar("ZIP-ODF-SIGNED"): ["odt/tdf+odftoolkit__good.odt"],
    .sidecar("ZIP-ENCRYPTED"): ["zip-hostile/apache+tika__testZipEncrypted.zip"],
    // Names in a code page that nothing names: no URI can be formed.
    .sidecar("ZIP-NAME-ENCODING"): [
      "epub/w3c+epubcheck__ocf-filename-not-utf8-error.epub",
      "epub/w3c+epubcheck__ocf-filepath-not-utf8-error.epub",
    ],
    // 64-bit sizes of zero beside true ones of 32 bits.
    .sidecar("ZIP-ZIP64"): [
      "epub/openpreserve+format-corpus__lorem-ipsum-pages-09-4.1-923.epub"
    ],
  ]

  private func expected(_ item: Sweep.Item) -> SweepTable.Outcome {
    if let known = Self.exceptions.first(where: { $0.value.contains(item.path) }) {
      return known.key
    }
    if item.path.hasPrefix("odt/") { return .sidecar("ZIP-ODF") }
    return .embedded
  }

  @Test("every archive is signed, given a sidecar or refused for the reason in the table")
  func table() {
    for item in sweep.items { #expect(item.outcome == expected(item), "\(item.path)") }
    let named = Set(Self.exceptions.values.joined())
    #expect(named.subtracting(sweep.items.map(\.path)).isEmpty)
  }

  @Test("nineteen in twenty of the undamaged archives are signed, and most from the inside")
  func coverage() {
    // 3: damaged beyond reading; 9: no archive at all.
    let sound = sweep.items.filter { item in
      let status = Command("unzip", ["-lqq", item.source]).status
      return status <= 1
    }
    #expect(sound.count >= 50)
    let signed = sound.filter { $0.result != nil }
    #expect(signed.count * 20 >= sound.count * 19, "\(signed.count) of \(sound.count)")
    let office = sound.filter { item in
      [".docx", ".xlsx", ".pptx"].contains { item.path.hasSuffix($0) }
    }
    let embedded = office.filter(\.isEmbedded)
    #expect(embedded.count * 20 >= office.count * 19, "\(embedded.count) of \(office.count)")
  }

  @Test("encypher-c2pa trusts every signature, its time stamp and the bytes it covers")
  func trusted() throws {
    let jobs = sweep.items.filter { $0.result != nil }.map { item in
      var job = Witness.Job(
        path: item.isEmbedded ? sweep.output(item) : item.source,
        format: item.result?.mediaType ?? "", verifiers: [.encypher])
      if !item.isEmbedded { (job.store, job.verifiers) = (sweep.output(item), [.c2pa, .encypher]) }
      // encypher-c2pa judges no file of a kind that it does not know.
      if job.format == "application/octet-stream" { job.verifiers = [.c2pa] }
      return job
    }
    try sweep.signed.expectTrust(in: jobs)
  }

  @Test("c2pa-rs still expects a map where the standard has a list (C2PA 2.5 §A.6.2.2)")
  func pinned() throws {
    let jobs = sweep.embedded.prefix(4).map { item in
      Witness.Job(
        path: sweep.output(item), format: item.result?.mediaType ?? "", verifiers: [.c2pa])
    }
    for verdicts in try sweep.signed.judge(jobs) {
      let error = try #require(verdicts[.c2pa]?.error)
      #expect(error.contains("invalid type: sequence, expected a map"), "\(error)")
    }
  }

  @Test("unzip finds no fault in a signed archive that it did not find before")
  func unzip() {
    for item in sweep.embedded {
      let before = Command("unzip", ["-tqq", item.source])
      let after = Command("unzip", ["-tqq", sweep.output(item)])
      #expect(after.status <= before.status, "\(item.path): \(after.text)\(after.errors)")
    }
    #expect(Command("unzip", ["-v"]).status == 0, "unzip is not there")
  }

  @Test("python-docx, openpyxl and python-pptx read the same text as before")
  func text() throws {
    let items = sweep.embedded.filter { item in
      [".docx", ".xlsx", ".pptx"].contains { item.path.hasSuffix($0) }
    }
    func texts(_ paths: [String]) throws -> [JSON.Value] {
      try Witness.run("office.py", .array(paths.map { .string($0) })).array ?? []
    }
    let before = try texts(items.map(\.source))
    let after = try texts(items.map(sweep.output))
    try #require(before.count == items.count && after.count == items.count)
    for (item, (old, new)) in zip(items, zip(before, after)) {
      #expect(old == new, "\(item.path)")
    }
    #expect(after.count { $0["text"]?.string?.isEmpty == false } >= 20)
  }
}
