import BroadsealBytes
import BroadsealJSON
import BroadsealNotes
import Glibc
import TestSupport
import Testing

@Suite("A label that is kept elsewhere is fetched when the user says so, and from nowhere else")
struct RemoteManifestTests {
  private let desk = Desk.shared
  private let folder = Scratch()
  private let web = Scratch()
  private let server: WebServer

  init() { server = WebServer(web) }

  /// A document of one kind that names `address` as the place of its label.
  struct Kind: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Text that may say something else without breaking the structure; nil: the picture's data.
    let content: String?
    let make: @Sendable (_ address: String) -> [UInt8]

    init(
      _ name: String, says content: String? = nil, _ make: @escaping @Sendable (String) -> [UInt8]
    ) {
      testDescription = name
      self.content = content
      self.make = make
    }

    /// The same document with one bit of its content changed.
    func changed(_ bytes: [UInt8]) throws -> [UInt8] {
      var bytes = bytes
      let place: Int
      if let content {
        place = try #require(bytes.firstRange(of: Array(content.utf8))).lowerBound
      } else {
        place = bytes.count - 18
      }
      bytes[place] ^= 1
      return bytes
    }
  }

  private static func xmp(_ address: String, prefix: String = "dcterms") -> String {
    """
    <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
     xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
     xmlns:\(prefix)="http://purl.org/dc/terms/"
     \(prefix):provenance="\(address)"/></rdf:RDF></x:xmpmeta>
    """
  }

  private static func html(_ links: String) -> [UInt8] {
    Array("<!DOCTYPE html><html><head><title>a</title>\(links)</head><body>b</body></html>".utf8)
  }

  private static func jpeg(_ packet: String) -> [UInt8] {
    let content = Array("http://ns.adobe.com/xap/1.0/\0".utf8) + Array(packet.utf8)
    let length = content.count + 2
    let photo = Desk.sample("river.jpg")
    let head: [UInt8] = [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)]
    return Array(photo.prefix(2)) + head + content + Array(photo.dropFirst(2))
  }

  private static func png(_ packet: String) -> [UInt8] {
    let data = Array("iTXtXML:com.adobe.xmp\0\0\0\0\0".utf8) + Array(packet.utf8)
    var sum = UInt32.max
    for byte in data {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    func number(_ value: UInt32) -> [UInt8] {
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
    let picture = Desk.sample("river-levels.png")
    let chunk = number(UInt32(data.count - 4)) + data + number(~sum)
    return Array(picture.prefix(33)) + chunk + Array(picture.dropFirst(33))
  }

  private static func pdf(_ packet: String) -> [UInt8] {
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R /Metadata 4 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
      "<< /Type /Metadata /Subtype /XML /Length \(packet.utf8.count) >>\nstream\n\(packet)\n"
        + "endstream",
    ]
    var text = "%PDF-1.7\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      text += String(repeating: "0", count: 10 - "\(offset)".count) + "\(offset) 00000 n \n"
    }
    text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }

  private static let kinds: [Kind] = [
    Kind("page.html", says: "b</body>") { html("<link rel=\"c2pa-manifest\" href=\"\($0)\">") },
    Kind("photo.jpg") { jpeg(xmp($0)) },
    Kind("other.jpg") { jpeg(xmp($0, prefix: "terms")) },
    Kind("chart.png") { png(xmp($0)) },
    Kind("release.pdf", says: "100 100]") { pdf(xmp($0)) },
    Kind("drawing.svg", says: "a</title>") {
      Array(
        ("<svg xmlns=\"http://www.w3.org/2000/svg\"><title>a</title>"
          + "<metadata>\(xmp($0))</metadata></svg>").utf8)
    },
  ]

  /// Writes the document and puts its label on the web under `store.c2pa`.
  private func publish(_ kind: Kind, address: String? = nil) throws -> String {
    let name = kind.testDescription
    let path = folder.write(kind.make(address ?? server.address + "/store.c2pa"), to: name)
    let signed = Command.run([
      "sign", path, "--profile", desk.profile(), "--official", "--ai", "none", "--sidecar",
    ])
    #expect(signed.code == 0, "\(signed.errorText)")
    web.write(try #require(folder.read(name + ".c2pa")), to: "store.c2pa")
    _ = unsafe unlink(folder(name + ".c2pa"))
    return path
  }

  private func verify(
    _ path: String, _ options: [String]
  ) throws -> (code: Int32, verdict: JSON.Value, codes: [String], told: String) {
    let outcome = Command.run(["verify", path, "-f", "json"] + desk.trust + options)
    let verdict = try JSON.Reader.parse(outcome.output)
    let codes = (verdict["findings"]?.array ?? []).compactMap { $0["code"]?.string }
    return (outcome.code, verdict, codes, outcome.errorText)
  }

  private static let online = ["--online", "manifest", "--online-private"]

  @Test("the label is fetched and binds every byte of the file", arguments: kinds)
  func fetched(_ kind: Kind) throws {
    let path = try publish(kind)
    let silent = try verify(path, [])
    #expect(silent.code == 4)
    #expect(silent.codes.contains("REMOTE-NOT-FETCHED"))
    let asked = try verify(path, Self.online)
    #expect(asked.code == 0, "\(asked)")
    #expect(asked.verdict["detached"]?.bool == true)
    #expect(asked.verdict["origin"]?["status"]?.string == "official")
    #expect(asked.codes.contains("REMOTE-MANIFEST"))
    #expect(!asked.codes.contains("HTML-LINK"))
    let japanese = Command.run(["verify", path, "--lang", "ja"] + desk.trust + Self.online)
    #expect(japanese.text.contains("取得しました"))
    // Not without leave on a private network, and not with another kind of question.
    let careful = try verify(path, ["--online", "manifest"])
    #expect(careful.code == 3)
    #expect(careful.codes.contains("REMOTE-REFUSED"))
    #expect(try verify(path, ["--online", "ocsp,crl", "--online-private"]).code == 4)
    // A changed byte: in the content, and at the end, where it may break the structure.
    var bytes = try #require(folder.read(kind.testDescription))
    let content = folder.write(try kind.changed(bytes), to: "content-" + kind.testDescription)
    #expect(try verify(content, Self.online).code == 1)
    bytes[bytes.count - 3] ^= 1
    let changed = folder.write(bytes, to: "changed-" + kind.testDescription)
    let judged = try verify(changed, Self.online)
    #expect(judged.code == 1)
    #expect(judged.verdict["integrity"]?.string == "altered")
    #expect(try verify(changed, []).code == 4)
  }

  @Test(
    "a store with a hole in its hash, as one inside a file has it, does not hold from elsewhere")
  func hole() throws {
    let path = folder.write(
      Self.jpeg(Self.xmp(server.address + "/store.c2pa")), to: "photo.jpg")
    let signed = Command.run([
      "sign", path, "--profile", desk.profile(), "--official", "--ai", "none", "-o",
      folder("inside.jpg"),
    ])
    #expect(signed.code == 0, "\(signed.errorText)")
    let extracted = Command.run([
      "inspect", folder("inside.jpg"), "--extract", web("store.c2pa"),
    ])
    #expect(extracted.code == 0, "\(extracted.errorText)")
    let found = try verify(path, Self.online)
    #expect(found.code == 1)
    #expect(found.verdict["integrity"]?.string != "intact")
    // The store inside is used, and the web's one never asked for.
    web.write([0], to: "store.c2pa")
    #expect(try verify(folder("inside.jpg"), Self.online).code == 0)
    #expect(try !verify(folder("inside.jpg"), Self.online).codes.contains("REMOTE-MANIFEST"))
  }

  @Test("a file beside the document is used before anybody is asked")
  func beside() throws {
    let path = try publish(Self.kinds[1])
    folder.write(try #require(web.read("store.c2pa")), to: "photo.jpg.c2pa")
    _ = unsafe unlink(web("store.c2pa"))
    let found = try verify(path, Self.online)
    #expect(found.code == 0)
    #expect(!found.codes.contains("REMOTE-MANIFEST"))
  }

  /// What a reference or its server can do wrong, and what is said of it.
  private static let faults: [(address: String, code: String, exit: Int32)] = [
    ("file:///etc/passwd", "REMOTE-REFUSED", 3), ("gopher://127.0.0.1/", "REMOTE-REFUSED", 3),
    ("http://user:word@127.0.0.1/", "REMOTE-REFUSED", 3),
    ("ftp://127.0.0.1/a", "REMOTE-REFUSED", 3), ("@/nothing.c2pa", "manifest.inaccessible", 3),
    ("@/redirect/store.c2pa", "manifest.inaccessible", 3),
    ("@/endless", "manifest.inaccessible", 3),
    ("http://127.0.0.1:1/", "manifest.inaccessible", 3),
    ("self#jumbf=/c2pa/a", "", 4), ("store.c2pa", "", 4),
  ]

  @Test("what cannot be had is said, and is no verdict on the file", arguments: faults)
  func unavailable(address: String, code: String, exit: Int32) throws {
    let address = address.hasPrefix("@") ? server.address + address.dropFirst() : address
    web.write([1, 2, 3], to: "store.c2pa")
    let path = folder.write(Self.jpeg(Self.xmp(address)), to: "photo.jpg")
    let found = try verify(path, Self.online)
    #expect(found.code == exit, "\(found)")
    #expect(code.isEmpty ? found.codes.isEmpty : found.codes == [code], "\(found.codes)")
    #expect(found.verdict["integrity"]?.string == (code.isEmpty ? "no-label" : "unreadable"))
    let text = Command.run(["verify", path] + Self.online).text
    #expect(code.isEmpty || text.contains("could not be fetched"), "\(text)")
  }

  @Test(
    "machines of one's own network are not asked, however they are written",
    arguments: [
      "169.254.169.254", "10.0.0.1", "100.64.0.1", "192.168.1.1", "127.0.0.1", "2130706433",
      "0x7f.1", "0177.0.0.1", "0.0.0.0", "localhost", "[::1]", "[fc00::1]", "[::ffff:127.0.0.1]",
    ])
  func ownNetwork(host: String) throws {
    let path = folder.write(Self.jpeg(Self.xmp("http://\(host):1/a")), to: "photo.jpg")
    let found = try verify(path, ["--online", "manifest"])
    #expect(found.code == 3)
    // Without version 6 of the protocol its addresses are none at all.
    let isKnown =
      found.codes == ["REMOTE-REFUSED"]
      || (host.hasPrefix("[") && found.codes == ["manifest.inaccessible"])
    #expect(isKnown, "\(found.codes)")
  }

  @Test("two places are one too many")
  func ambiguous() throws {
    let first = Self.xmp(server.address + "/a")
    let packet = first + Self.xmp(server.address + "/b", prefix: "t")
    let path = folder.write(Self.jpeg(packet), to: "photo.jpg")
    let found = try verify(path, Self.online)
    #expect(found.code == 1)
    #expect(found.codes == ["REMOTE-AMBIGUOUS"])
  }

  @Test("what comes that is no store is no label")
  func garbage() throws {
    web.write(Array(repeating: 0x41, count: 1_000), to: "store.c2pa")
    let path = folder.write(Self.jpeg(Self.xmp(server.address + "/store.c2pa")), to: "photo.jpg")
    let found = try verify(path, Self.online)
    #expect(found.code == 1)
    #expect(found.verdict["integrity"]?.string == "malformed")
  }

  @Test("a server that sends a byte now and then is given up, and not asked again in an audit")
  func slow() throws {
    for index in 0..<3 {
      folder.write(Self.jpeg(Self.xmp(server.address + "/slow")), to: "audit/\(index).jpg")
    }
    var (start, end) = (timespec(), timespec())
    unsafe clock_gettime(CLOCK_MONOTONIC, &start)
    let outcome = Command.run(
      ["audit", folder("audit"), "-j", "1", "-o", "ndjson=-"] + Self.online)
    unsafe clock_gettime(CLOCK_MONOTONIC, &end)
    #expect(outcome.code == 3)
    #expect(end.tv_sec - start.tv_sec < 20)
    #expect(outcome.text.split(separator: "\n").count { $0.contains("manifest.inaccessible") } == 3)
  }

  @Test("inspect shows what a file holds, and asks nobody")
  func inspect() {
    let outcome = Command.run([
      "inspect", desk.scratch("official.jpg"), "--online", "manifest",
    ])
    #expect(outcome.code == 2)
  }
}
