import BroadsealBytes
import BroadsealNotes
import TestSupport
import Testing

/// T-83, T-84: whatever a file refers to, judging it asks nobody.
@Suite("Judging opens no socket")
struct ZeroSocketTests {
  private let desk = Desk.shared

  /// Files that name places on the network in every way a reader might follow.
  private static let references: [(name: String, text: String)] = [
    (
      "linked.html",
      """
      <!DOCTYPE html><html><head><title>a</title>
      <link rel="c2pa-manifest" href="http://127.0.0.1:9/manifest.c2pa"></head><body>b</body></html>
      """
    ),
    (
      "referred.md",
      """
      <!-- -----BEGIN C2PA MANIFEST----- http://127.0.0.1:9/a.c2pa -----END C2PA MANIFEST----- -->
      # a
      """
    ),
    (
      "provenance.svg",
      """
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
      <metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description xmlns:dcterms="http://purl.org/dc/terms/"
       dcterms:provenance="http://127.0.0.1:9/a.c2pa"/></rdf:RDF></metadata>
      <image xlink:href="http://127.0.0.1:9/a.png"/></svg>
      """
    ),
    (
      "entity.xml",
      "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\"><a>&b;</a>\n"
    ),
  ]

  @Test(
    "verify and audit ask nobody, whatever the files refer to",
    .enabled(if: SocketWatch.isPossible, "strace is missing or may not watch processes here"))
  func silent() throws {
    let folder = Scratch()
    for file in ZeroSocketTests.references {
      folder.write(Array(file.text.utf8), to: file.name)
    }
    for name in ["official.pdf", "official.jpg", "ai.jpg"] {
      folder.write(try #require(desk.scratch.read(name)), to: name)
    }
    for file in ZeroSocketTests.references.map(\.name) + ["official.pdf"] {
      let verify = try SocketWatch.run(["verify", folder(file), "-f", "json"] + desk.trust)
      #expect(verify.code < 7)
      #expect(verify.network.isEmpty, "\(file): \(verify.network)")
    }
    let audit = try SocketWatch.run(["audit", folder.path, "-o", "ndjson=-"] + desk.trust)
    #expect(audit.code < 7)
    #expect(audit.network.isEmpty, "\(audit.network)")
  }

  @Test(
    "the same watch sees a socket where one is asked for",
    .enabled(if: SocketWatch.isPossible, "strace is missing or may not watch processes here"))
  func watches() throws {
    let folder = Scratch()
    let sign = try SocketWatch.run([
      "sign", desk.scratch("release.pdf"), "--ai", "none", "--profile", desk.profile(), "--tsa",
      "http://127.0.0.1:9/", "-o", folder("out.pdf"),
    ])
    #expect(sign.code != 0)
    #expect(sign.network.contains("socket("))
  }
}
