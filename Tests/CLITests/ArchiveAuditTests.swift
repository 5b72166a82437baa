import BroadsealJSON
import BroadsealNotes
import TestSupport
import Testing

@Suite(
  "An audit looks into archives, within bounds, and says of each file in them what it says of files"
)
struct ArchiveAuditTests {
  private let desk = Desk.shared

  private func entry(_ name: String, _ bytes: [UInt8]) -> ZIPFile.Entry {
    ZIPFile.Entry(name).with { $0.content = bytes }
  }

  private func audit(_ scratch: Scratch, _ more: [String] = []) throws -> (Int32, [String]) {
    let outcome = Command.run(
      ["audit", scratch.path, "--archives", "-o", "json=-"] + more + desk.trust)
    let report = try JSON.Reader.parse(outcome.output)
    let rows = (report["verdicts"]?.array ?? []).map { verdict in
      let path = (verdict["path"]?.string ?? "").dropFirst(scratch.path.utf8.count + 1)
      let state =
        verdict["skipped"]?.string ?? verdict["unjudged"]?.string ?? verdict["origin"]?["status"]?
        .string
        ?? verdict["integrity"]?.string
      return "\(path) \(state ?? "")"
    }
    return (outcome.code, rows)
  }

  @Test("members come behind their archive in the order of names, with the labels beside them")
  func members() throws {
    let scratch = Scratch()
    let official = desk.scratch.read("official.png") ?? []
    let text = scratch.write(desk.scratch.read("notes.txt") ?? [], to: "out/notes.csv")
    #expect(
      Command.run(
        ["sign", text, "--profile", desk.profile(), "--official", "--ai", "none", "--sidecar"]
      ).code == 0)
    let inner = ZIPFile([entry("deep.png", official)]).built().bytes
    let tape = TarFile().with("t.png", official).bytes + [UInt8](repeating: 0, count: 1_024)
    let zip = ZIPFile([
      entry("z/official.png", official), entry("inner.tar", tape),
      entry("notes.csv", scratch.read("out/notes.csv") ?? []),
      entry("notes.csv.c2pa", scratch.read("out/notes.csv.c2pa") ?? []), entry("inner.zip", inner),
    ]).built().bytes
    let folder = Scratch()
    folder.write(zip, to: "a.zip")
    folder.write(
      TarFile().with("releases/official.png", official).with("link", type: "2").bytes
        + [UInt8](repeating: 0, count: 1_024), to: "b.tar")
    let rows = [
      "a.zip no-label", "a.zip!/inner.tar archive", "a.zip!/inner.tar!/t.png official",
      "a.zip!/inner.zip no-label", "a.zip!/inner.zip!/deep.png official",
      "a.zip!/notes.csv official", "a.zip!/z/official.png official", "b.tar archive",
      "b.tar!/link symbolic-link", "b.tar!/releases/official.png official",
    ]
    let (code, found) = try audit(folder)
    #expect(found == rows)
    #expect(code == 0)
    #expect(try audit(folder, ["-j", "1"]).1 == rows)
    let closed = Command.run(["audit", folder.path, "-o", "csv=-"] + desk.trust)
    #expect(closed.code == 3)
    #expect(closed.text.contains("/a.zip,") && !closed.text.contains("!/"))
    // Of archives at whose files nobody looked that is said, and how they are.
    let told = Command.run(["audit", folder.path] + desk.trust)
    #expect(told.text.contains("Archives not opened") && told.text.contains("--archives"))
    #expect(!told.text.contains("does not look inside its format"), "\(told.text)")
  }

  @Test("what is too large, too deep, encrypted or cut is said, and ends with 3")
  func bounds() throws {
    let folder = Scratch()
    var nested = ZIPFile([entry("x.txt", Array("x".utf8))]).built().bytes
    for _ in 0..<4 { nested = ZIPFile([entry("n.zip", nested)]).built().bytes }
    folder.write(nested, to: "deep.zip")
    folder.write(
      ZIPFile([entry("locked.txt", Array("abc".utf8)).with { $0.flags = 1 }]).built().bytes,
      to: "locked.zip")
    folder.write(TarFile().with("cut.txt", Array("abc".utf8), claims: 5_000).bytes, to: "cut.tar")
    folder.write(
      ZIPFile([entry("big.txt", [UInt8](repeating: 0x20, count: 17 << 20))]).built().bytes,
      to: "large.zip")
    let (code, rows) = try audit(folder)
    #expect(code == 3)
    let told = rows.filter { row in
      ["partial", "too-large", "encrypted"].contains { row.hasSuffix(" " + $0) }
    }
    #expect(
      told == [
        "cut.tar!/? partial", "deep.zip!/n.zip!/n.zip!/n.zip partial",
        "large.zip!/big.txt too-large",
        "locked.zip!/locked.txt encrypted",
      ])
  }

  @Test("a tar archive in gzip's wrapper is looked into like one without")
  func gzipped() throws {
    let folder = Scratch()
    let official = desk.scratch.read("official.png") ?? []
    let inner = ZIPFile([entry("deep.png", official)]).built().bytes
    folder.write(official, to: "in/a/official.png")
    folder.write(desk.scratch.read("notes.txt") ?? [], to: "in/a/notes.txt")
    folder.write(inner, to: "in/inner.zip")
    // Two members of gzip, as parallel compressors write them, and one with zeros behind it.
    let made = Command.shell(
      "cd '\(folder.path)' && tar -C in -cf whole.tar . && gzip -c whole.tar >one.tgz && "
        + "(head -c 3000 whole.tar | gzip -c; tail -c +3001 whole.tar | gzip -c) >two.tar.gz && "
        + "(cat one.tgz; head -c 1024 /dev/zero) >three.tar.gz && gzip -c in/a/notes.txt >notes.txt.gz && "
        + "rm -r in whole.tar")
    #expect(made.code == 0, "\(made.errorText)")
    let members = [
      "!/./a/notes.txt no-label", "!/./a/official.png official", "!/./inner.zip no-label",
      "!/./inner.zip!/deep.png official",
    ]
    let rows = ["one.tgz", "three.tar.gz", "two.tar.gz"].flatMap { name in
      ["\(name) archive"] + members.map { name + $0 }
    }
    let (code, found) = try audit(folder)
    #expect(found == ["notes.txt.gz not-read"] + rows)
    #expect(code == 3, "what is compressed and no archive was not looked into")
    #expect(try audit(folder, ["-j", "1"]).1 == found)
  }

  @Test(
    "of a compressed archive that breaks off, is changed or is a bomb, what came before is judged")
  func compressedBounds() throws {
    let folder = Scratch()
    folder.write(desk.scratch.read("official.png") ?? [], to: "in/a.png")
    let made = Command.shell(
      "cd '\(folder.path)' && truncate -s 64M in/zeros.txt && tar -C in -czf bomb.tgz a.png zeros.txt && "
        + "tar -C in -czf whole.tgz a.png && head -c -20 whole.tgz >cut.tgz && "
        + "(cat whole.tgz; echo behind) >tail.tgz && mv whole.tgz 0.tgz && "
        + "tar -C in -cjf other.tar.bz2 a.png 2>/dev/null || printf 'BZh91AY&SY' >other.tar.bz2; "
        + "printf '\\3757zXZ\\0\\0' >other.tar.xz; printf '\\050\\265\\057\\375\\044\\000\\001\\000' >other.tar.zst; rm -r in"
    )
    #expect(made.code == 0, "\(made.errorText)")
    let (code, rows) = try audit(folder)
    #expect(code == 3)
    #expect(
      rows == [
        "0.tgz archive", "0.tgz!/a.png official", "bomb.tgz archive", "bomb.tgz!/a.png official",
        "bomb.tgz!/? too-large", "cut.tgz archive", "cut.tgz!/a.png official", "cut.tgz!/? partial",
        "other.tar.bz2 not-read", "other.tar.xz not-read", "other.tar.zst not-read",
        "tail.tgz archive", "tail.tgz!/a.png official", "tail.tgz!/? partial",
      ])
  }
}
