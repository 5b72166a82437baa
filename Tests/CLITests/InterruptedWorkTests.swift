import BroadsealNotes
import Glibc
import TestSupport
import Testing

@Suite("Runs that are killed or that meet leave the documents whole, and nothing behind")
struct InterruptedWorkTests {
  private let desk = Desk.shared
  private let folder = Scratch()

  /// Signs with a program that waits until it is let go; returns once the output is begun.
  private func startSlowly(_ name: String) -> Command.Run {
    _ = unsafe unlink(folder("tools/go"))
    let key = desk.scratch("keys/us/key.pem")
    // A minute at most: it outlives a run that is killed.
    let waits = "for i in $(seq 600); do [ -e \(folder("tools/go")) ] && break; sleep 0.1; done"
    let script = folder.write(
      Array("\(waits)\nexec openssl dgst -sha256 -sign \(key)\n".utf8), to: "tools/slow.sh")
    let run = Command.start(
      [
        "sign", folder(name), "--profile", desk.profile(), "--ai", "none", "--in-place", "--signer",
        "/bin/sh \(script)", "--signer-timeout", "300", "--certificates",
        desk.scratch("keys/us/chain.pem"),
      ].map { Array($0.utf8) })
    var waited = 0
    while leftovers.isEmpty, waited < 6_000 {
      usleep(10_000)
      waited += 1
    }
    #expect(leftovers.count == 1)
    return run
  }

  private func letGo() { folder.write([], to: "tools/go") }

  private var leftovers: [String] {
    folder.names(in: "work").filter { $0.hasPrefix(".broadseal-") }
  }

  private func sign(_ name: String, _ options: [String] = []) -> Command.Outcome {
    Command.run(
      ["sign", folder(name), "--profile", desk.profile(), "--ai", "none", "--in-place"] + options)
  }

  @Test("what a killed run left is removed by the next one in the folder, and nothing else is")
  func killed() throws {
    folder.write(Desk.sample("river.jpg"), to: "work/a.jpg")
    folder.write(Desk.sample("river.jpg"), to: "work/b.jpg")
    let run = startSlowly("work/a.jpg")
    // While it is written it belongs to the one who writes it.
    #expect(sign("work/b.jpg").code == 0)
    #expect(leftovers.count == 1)
    run.send(SIGKILL)
    #expect(run.wait().code == 128 + SIGKILL)
    letGo()
    #expect(leftovers.count == 1)
    #expect(folder.read("work/a.jpg") == Desk.sample("river.jpg"))
    folder.write([1], to: "work/.broadseal-notes")
    folder.write([1], to: "work/.broadseal-12345678901234567.jpg")
    #expect(unsafe symlink("a.jpg", folder("work/.broadseal-1f.jpg")) == 0)
    #expect(sign("work/a.jpg").code == 0)
    #expect(
      leftovers == [
        ".broadseal-12345678901234567.jpg", ".broadseal-1f.jpg", ".broadseal-notes",
      ])
  }

  @Test("of two runs over one document the second is refused at once, and the first holds")
  func together() {
    folder.write(Desk.sample("river.jpg"), to: "work/a.jpg")
    let run = startSlowly("work/a.jpg")
    let second = sign("work/a.jpg")
    #expect(second.code == 3)
    #expect(second.errorText.contains("another run is about to replace the document"))
    #expect(folder.read("work/a.jpg") == Desk.sample("river.jpg"))
    letGo()
    let first = run.wait()
    #expect(first.code == 0, "\(first.errorText)")
    #expect(leftovers.isEmpty)
    #expect(sign("work/a.jpg").code == 0)
  }

  @Test("a document that was replaced or changed while it was signed stays as it is then")
  func replaced() {
    for isRenamed in [true, false] {
      folder.write(Desk.sample("river.jpg"), to: "work/a.jpg")
      let run = startSlowly("work/a.jpg")
      let other = Desk.sample("river-levels.png")
      folder.write(other, to: isRenamed ? "work/other" : "work/a.jpg")
      if isRenamed { #expect(unsafe rename(folder("work/other"), folder("work/a.jpg")) == 0) }
      letGo()
      let outcome = run.wait()
      #expect(outcome.code == 3, "\(outcome.errorText)")
      #expect(outcome.errorText.contains("changed while it was read"))
      #expect(folder.read("work/a.jpg") == other)
      #expect(leftovers.isEmpty)
    }
  }

  @Test("a result never takes the place of what the run reads, whatever it is called")
  func sources() throws {
    let copied = Command.shell(
      "cp -r '\(desk.scratch("keys"))' '\(folder("keys"))' && cd '\(folder("keys"))' && "
        + "ln us/key.pem hard.pem && ln -s us/ISSUER.toml soft.toml && chmod u+w -R . && "
        + "cp us/key.pem us/chain.pem extra.pem 2>/dev/null || true")
    #expect(copied.code == 0)
    let photo = folder.write(Desk.sample("river.jpg"), to: "river.jpg")
    for name in [
      "us/ISSUER.toml", "us/key.pem", "us/chain.pem", "hard.pem", "soft.toml",
      "trust/government/us.json", "trust/government/us.keys.pem", "tsa/authority.pem",
    ] {
      let before = folder.read("keys/" + name)
      #expect(before != nil, "\(name)")
      let outcome = Command.run(
        "sign", photo, "--profile", folder("keys/us/ISSUER.toml"), "--ai", "none", "-o",
        folder("keys/" + name), "--force")
      #expect(outcome.code == 2, "\(name): \(outcome.errorText)")
      #expect(outcome.errorText.contains("a file that the run reads"), "\(outcome.errorText)")
      #expect(folder.read("keys/" + name) == before)
    }
    // By the option that names it, and as the sidecar's name.
    let parent = folder.write(desk.scratch.read("official.jpg") ?? [], to: "parent.jpg")
    let over = Command.run(
      "sign", photo, "--profile", desk.profile(), "--ai", "none", "--parent", parent, "-o", parent,
      "--force")
    #expect(over.code == 2, "\(over.errorText)")
    let pin = folder.write([0x31, 0x0A], to: "river.jpg.c2pa")
    let beside = Command.run(
      "sign", photo, "--profile", desk.profile(), "--ai", "none", "--sidecar", "--passphrase-file",
      pin, "--force")
    #expect(beside.code == 2, "\(beside.errorText)")
  }

  @Test("a file larger than an audit judges is said at once, and costs nothing")
  func sparse() {
    folder.write(Desk.sample("river.jpg"), to: "audit/a.jpg")
    folder.write([], to: "audit/huge.txt")
    #expect(unsafe truncate(folder("audit/huge.txt"), off_t(1) << 40) == 0)
    var (start, end) = (timespec(), timespec())
    unsafe clock_gettime(CLOCK_MONOTONIC, &start)
    let outcome = Command.run("audit", folder("audit"), "-o", "ndjson=-")
    unsafe clock_gettime(CLOCK_MONOTONIC, &end)
    #expect(outcome.code == 3)
    #expect(end.tv_sec - start.tv_sec < 20)
    let lines = outcome.text.split(separator: "\n")
    #expect(lines.contains { $0.contains("huge.txt") && $0.contains("FILE-SIZE") })
    #expect(lines.contains { $0.contains("a.jpg") && !$0.contains("FILE-SIZE") })
    #expect(Command.run("audit", folder("audit/a.jpg"), "--max-size", "1K").code == 3)
    #expect(Command.run("audit", folder("audit/a.jpg"), "--max-size", "1M").code == 0)
    for wrong in ["0", "-1", "1X", "1.5G", "", "9999999999T"] {
      #expect(Command.run("audit", folder("audit"), "--max-size", wrong).code == 2, "\(wrong)")
    }
  }
}
