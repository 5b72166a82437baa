import BroadsealJSON
import TestSupport
import Testing

@Suite("What reports say of a file in an archive is said of that file, whatever stands on the disk")
struct ArchiveReportTests {
  private let desk = Desk.shared

  @Test("the label of a file in an archive is the one in the archive")
  func labels() throws {
    let folder = Scratch()
    let official = desk.scratch.read("official.png") ?? []
    folder.write(official, to: "plain/good.png")
    folder.write(TarFile().with("good.png", official).ended(), to: "in/a.tar")
    let made = Command.run(
      ["audit", folder("in"), "--archives", "-o", "crjson=" + folder("labels")] + desk.trust)
    #expect(made.code == 0, "\(made.errorText)")
    let plain = Command.run(
      ["audit", folder("plain"), "-o", "crjson=" + folder("plain-labels")] + desk.trust)
    #expect(plain.code == 0, "\(plain.errorText)")
    func manifests(_ labels: String) throws -> [JSON.Value] {
      let index = try #require(folder.read(labels + "/index.ndjson")).split(separator: 0x0A)
      let lines = try index.map { try JSON.Reader.parse($0) }
      #expect(lines.allSatisfy { $0["fault"] == nil })
      let files = lines.compactMap { $0["file"]?.string }
      let file = try #require(files.first)
      let value = try JSON.Reader.parse(try #require(folder.read(labels + "/" + file)))
      return value["manifests"]?.array ?? []
    }
    let found = try manifests("labels")
    #expect(!found.isEmpty)
    #expect(found.map { $0["label"] } == (try manifests("plain-labels")).map { $0["label"] })
  }

  @Test("gzip under the name of a ZIP archive is not looked into: a ZIP archive may stand in it")
  func disguised() throws {
    let folder = Scratch()
    folder.write(
      TarFile().with("good.png", desk.scratch.read("official.png") ?? []).ended(), to: "in.tar")
    let made = Command.shell(
      "cd '\(folder.path)' && mkdir in && gzip -c in.tar >in/a.zip && gzip -c in.tar >in/b.tgz")
    #expect(made.code == 0, "\(made.errorText)")
    let outcome = Command.run(
      ["audit", folder("in"), "--archives", "-o", "ndjson=-"] + desk.trust)
    #expect(outcome.code == 3)
    #expect(!outcome.text.contains("a.zip!/good.png") && outcome.text.contains("b.tgz!/good.png"))
    #expect(outcome.text.contains("ARCHIVE-AMBIGUOUS"))
  }

  @Test("an archive is not looked into where a folder bears the name of its files")
  func names() throws {
    let folder = Scratch()
    folder.write(
      TarFile().with("good.png", desk.scratch.read("official.png") ?? []).ended(), to: "in/a.tar")
    folder.write(desk.scratch.read("official.png") ?? [], to: "in/a.tar!/good.png")
    let outcome = Command.run(
      ["audit", folder("in"), "--archives", "-o", "ndjson=-"] + desk.trust)
    #expect(outcome.code == 3)
    let paths = try outcome.verdictLines.map { try JSON.Reader.parse($0)["path"]?.string ?? "" }
    #expect(paths.count == Set(paths).count)
    #expect(outcome.text.contains("ARCHIVE-AMBIGUOUS"))
  }
}
