import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import Glibc
import TestSupport
import Testing

@Suite("Public lists are fetched as PEM that says from where and when")
struct TrustFetchTests {
  private let folder = Scratch()
  private let web = Scratch()
  private let server: WebServer
  private let demo: DemoPKI

  init() throws {
    demo = try DemoPKI.today()
    server = WebServer(web)
    web.write(Array("## a remark\n".utf8) + demo.claimAnchors.flatMap(\.pem), to: "list.pem")
  }

  private func fetch(_ options: String...) -> Command.Outcome {
    Command.run(["trust", "fetch"] + options, folder: folder.path)
  }

  @Test("a mirror on the loopback address; a second time it says what is new")
  func mirror() throws {
    let first = fetch("c2pa", "--from", server.address + "/list.pem")
    #expect(first.code == 0, "\(first.errorText)")
    #expect(first.text.contains("c2pa.pem: \(demo.claimAnchors.count) certificates"))
    #expect(first.text.contains("--anchors c2pa.pem"))
    let bytes = try #require(folder.read("c2pa.pem"))
    let fetched = try #require(FetchedAnchors(heading: bytes))
    #expect(fetched.address == server.address + "/list.pem")
    #expect(abs(fetched.age(at: UTCTime(secondsSinceEpoch: Int64(time(nil))))) < 1)
    #expect(try Certificate.list(pem: bytes) == demo.claimAnchors)
    #expect(fetch("c2pa", "--from", server.address + "/list.pem").code == 2)
    web.write(
      demo.claimAnchors.dropFirst().flatMap(\.pem) + demo.tsaRoot.certificate.pem, to: "list.pem")
    let again = fetch("c2pa", "--from", server.address + "/list.pem", "--force")
    #expect(again.text.contains("1 of them new, 1 gone"), "\(again.text)\(again.errorText)")
    // It is used as any other file of anchors.
    let shown = Command.run(["trust", "show", "--anchors", "c2pa.pem"], folder: folder.path)
    #expect(shown.code == 0)
    #expect(!shown.errorText.contains("days ago"))
  }

  @Test("after ninety days every command that uses it says so, and nothing else changes")
  func old() {
    let now = UTCTime(secondsSinceEpoch: Int64(time(nil)))
    folder.write(Desk.sample("river.jpg"), to: "river.jpg")
    for (days, isOld) in [(89, false), (91, true)] as [(Int64, Bool)] {
      let fetched = FetchedAnchors(
        address: "https://demo.invalid/list.pem", time: now.adding(seconds: -days * 86_400))
      folder.write(fetched.file(demo.claimAnchors), to: "old.pem")
      let check = Command.run("trust", "check", folder("old.pem"))
      #expect(check.code == 0)
      #expect(check.text.contains("note: that was \(days) days ago; trust fetch") == isOld)
      #expect(check.text.contains(demo.claimAnchors[0].sha256))
      for (words, code) in [(["show"], 0), (["verify", "river.jpg"], 4)] as [([String], Int32)] {
        let command = words[0] == "show" ? ["trust", "show"] : words
        let outcome = Command.run(command + ["--anchors", "old.pem"], folder: folder.path)
        #expect(outcome.code == code)
        #expect(
          outcome.errorText.contains("old.pem: fetched \(days) days ago from https://demo") == isOld
        )
      }
    }
  }

  @Test("what is refused: an unknown name, no list, a page, a PEM for a government list")
  func refusals() {
    let unknown = fetch("c3pa")
    #expect(unknown.code == 2)
    #expect(unknown.errorText.contains("hint: it is one of c2pa, c2pa-tsa, c2pa-interim"))
    web.write(Array("<html>".utf8), to: "page")
    for (path, code) in [("/page", 6), ("/none", 3), ("/endless", 6)] as [(String, Int32)] {
      let outcome = fetch("c2pa-tsa", "--from", server.address + path, "--timeout", "60")
      #expect(outcome.code == code, "\(path): \(outcome.errorText)")
    }
    #expect(folder.names.isEmpty)
    let open = fetch("c2pa", "--from", "http://lists.example/c2pa.pem")
    #expect(open.code == 2 && open.errorText.contains("over https:// alone"), "\(open.errorText)")
    // An authority of servers is read by the run, and no output takes its place.
    folder.write(demo.tsaRoot.certificate.pem, to: "ca.pem")
    web.write(demo.claimAnchors.flatMap(\.pem), to: "list.pem")
    let over = fetch(
      "c2pa", "--from", server.address + "/list.pem", "--tls-ca", "ca.pem", "-o", "ca.pem",
      "--force")
    #expect(over.code == 2 && over.errorText.contains("that the run reads"), "\(over.errorText)")
    #expect(folder.read("ca.pem") == demo.tsaRoot.certificate.pem)
    let table = fetch()
    #expect(table.code == 0)
    for list in PublicList.all { #expect(table.text.contains(list.address)) }
    folder.write(demo.claimAnchors.flatMap(\.pem), to: "anchors.pem")
    let check = Command.run("trust", "show", "--government", folder("anchors.pem"))
    #expect(check.code == 6)
    #expect(check.errorText.contains("hint: --anchors, --tsa-anchors and --allow take such files"))
  }
}
