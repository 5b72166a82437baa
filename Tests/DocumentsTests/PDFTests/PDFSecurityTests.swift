import BroadsealBytes
import BroadsealNotes
import TestSupport
import Testing

@testable import BroadsealDocuments

/// Documents that qpdf encrypted: our reading of the handler against another's.
@Suite("Encrypted PDF", .enabled(if: Tool.qpdf.isInstalled, "qpdf is not installed"))
struct PDFSecurityTests {
  /// A document with an attachment and strings in its catalog.
  private static let plain = PDFSample([
    1: PDFStoreSample.catalog(
      "/Lang (en-US) /Names << /EmbeddedFiles << /Names [(note.txt) 4 0 R] >> >>"),
    4: "<< /Type /Filespec /F (note.txt) /UF (note.txt) /EF << /F 5 0 R >> >>",
    5: "<< /Type /EmbeddedFile /Length 5 >>\nstream\nhello\nendstream",
  ])

  private static let ways: [String: [String]] = [
    "version 4 with RC4": ["128", "--force-V4"],
    "version 4 with AES": ["128", "--use-aes=y"],
    "version 4 with clear metadata": ["128", "--use-aes=y", "--cleartext-metadata"],
    "version 5 revision 5": ["256", "--force-R5"],
    "version 5 revision 6": ["256"],
    "version 5 with clear metadata": ["256", "--cleartext-metadata"],
  ]

  /// The document as qpdf encrypts it.
  private func encrypted(
    _ way: [String], user: String = "", objects: String = "disable", in scratch: Scratch
  ) throws -> [UInt8] {
    let path = scratch.write(Self.plain.bytes, to: "plain.pdf")
    let encryption = ["--encrypt", user, "owner"] + way + ["--"]
    let outcome = Tool.qpdf.run(
      ["--allow-weak-crypto"] + encryption
        + ["--object-streams=\(objects)", path, scratch("encrypted.pdf")])
    try #require(outcome.status == 0 || outcome.status == 3)
    return Tool.contents(of: scratch("encrypted.pdf"))
  }

  @Test(
    "that opens without a password carries a store that stays readable",
    arguments: ways.keys.sorted(),
    ["disable", "generate"])
  func embedding(name: String, objects: String) throws {
    let scratch = Scratch()
    let way = try #require(Self.ways[name])
    let base = try encrypted(way, objects: objects, in: scratch)
    var bytes = base
    for round in 1...2 {
      let carrier = try PDFCarrier(bytes)
      #expect(
        try carrier.reserve(90, insisting: false).pieces
          == carrier.reserve(90, insisting: false).pieces)
      bytes = try carrier.embedding(dummyStore(90, round))
      #expect(try PDFCarrier(bytes).locate().store?.bytes == dummyStore(90, round))
    }
    let path = scratch.write(bytes, to: "signed.pdf")
    #expect(Tool.qpdf.run(["--check", path]).status == 0)
    let names = String(
      decoding: Tool.qpdf.run(["--list-attachments", path]).output, as: UTF8.self
    ).split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(names.count == 3 && names.contains("note.txt"))
    let files = names.map { Tool.qpdf.run(["--show-attachment=\($0)", path]).output }
    for expected in [dummyStore(90, 1), dummyStore(90, 2), Array("hello".utf8)] {
      #expect(files.contains(expected))
    }
    let removal = try #require(try PDFCarrier(bytes).removal())
    #expect(try PDFCarrier(bytes).output(of: removal) == base)
  }

  @Test("that needs a password has a sidecar, and shows no store", arguments: ways.keys.sorted())
  func password(name: String) throws {
    let way = try #require(Self.ways[name])
    let carrier = try PDFCarrier(
      try encrypted(way, user: "secret", objects: "generate", in: Scratch()))
    let found = try #require(refusal(of: carrier, insisting: true))
    #expect(found.code.name == "PDF-PASSWORD" && found.remedy == .sidecar)
    #expect(try carrier.locate().isNone && carrier.lock?.code.name == "PDF-PASSWORD")
    #expect(try carrier.removal() == nil)
  }

  @Test("in an older version has a sidecar", arguments: [["40"], ["128", "--use-aes=n"]])
  func oldVersions(way: [String]) throws {
    let carrier = try PDFCarrier(try encrypted(way, in: Scratch()))
    let found = try #require(refusal(of: carrier, insisting: true))
    #expect(found.code.name == "PDF-ENCRYPTED" && found.remedy == .sidecar)
    #expect(try carrier.locate().isNone)
  }

  @Test("with a store that is encrypted with the rest has no store that can be used")
  func encryptedStore() throws {
    let scratch = Scratch()
    let path = scratch.write(PDFSample(PDFStoreSample.objects()).bytes, to: "plain.pdf")
    let output = scratch("encrypted.pdf")
    // Most programs compress what they encrypt: that is not what keeps it from being read.
    for data in ["preserve", "compress"] {
      _ = Tool.qpdf.run([
        "--stream-data=\(data)", "--encrypt", "", "owner", "256", "--", path, output,
      ])
      let carrier = try PDFCarrier(Tool.contents(of: output))
      #expect(try carrier.locate().note?.code.name == "PDF-STORE-ENCRYPTED", "\(data)")
      #expect(carrier.lock == nil)
    }
  }

  @Test("that contradicts itself is refused")
  func contradictions() throws {
    let bytes = try encrypted(["256"], in: Scratch())
    for (old, new) in [
      ("/R 6", "/R 4"), ("/V 5", "/V 4"), ("/AESV3", "/AESV2"), ("/StdCF", "/StdXX"),
    ] {
      #expect(
        pdfFault(PDFSample.replacing(old, with: new, in: bytes)) == "PDF-ENCRYPTION", "\(new)")
    }
  }
}
