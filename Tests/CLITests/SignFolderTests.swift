import BroadsealJSON
import Glibc
import TestSupport
import Testing

@Suite("A folder is signed as a whole, and the next night only what is new")
struct SignFolderTests {
  private let desk = Desk.shared

  private func sign(
    _ paths: [String], _ options: [String], by issuer: String = "us"
  ) -> Command.Outcome {
    Command.run(
      ["sign"] + paths + ["--profile", desk.profile(issuer), "--official", "--ai", "none"] + options
    )
  }

  private func verdict(_ path: String) throws -> JSON.Value {
    try JSON.Reader.parse(Command.run(["verify", path, "-f", "json"] + desk.trust).output)
  }

  private func table(_ text: String) -> [UInt8] { Array("station,metres\n\(text)\n".utf8) }

  /// A tree with a document of each sample, a table, a label of another's, a hidden file and a link.
  private func tree() -> Scratch {
    let folder = Scratch()
    for (index, name) in Self.samples.enumerated() {
      folder.write(Desk.sample(name), to: "in/\(index % 2 == 0 ? "press/" : "")\(name)")
    }
    folder.write(table("Weir,1.4"), to: "in/levels/2026/levels.csv")
    folder.write([1], to: "in/levels/lonely.c2pa")
    folder.write([1], to: "in/.hidden/x.txt")
    folder.write([1], to: "in/~$draft.docx")
    #expect(unsafe symlink("levels", folder("in/link")) == 0)
    return folder
  }

  private static let samples = [
    "press-release.pdf", "river-levels.png", "river.jpg", "press-release.txt",
  ]

  private static let signed = ["river-levels.png", "press-release.txt"]

  private static let allSamples =
    samples + [
      "press-release.docx", "press-release.html", "press-release.md", "press-release.odt",
      "river-levels.csv",
    ]

  @Test("an output that somebody changed is told apart from one that is in the way")
  func changedOutput() throws {
    let folder = Scratch()
    folder.write(Desk.sample("press-release.pdf"), to: "in/a.pdf")
    #expect(sign([folder("in")], ["--output-dir", folder("out")]).code == 0)
    var bytes = try #require(folder.read("out/a.pdf"))
    bytes[500] ^= 1
    folder.write(bytes, to: "out/a.pdf")
    let refused = sign([folder("in")], ["--output-dir", folder("out")])
    #expect(refused.code == 2, "\(refused.errorText)")
    #expect(
      refused.errorText.contains("a.pdf: the output that stands there was changed: its own label"),
      "\(refused.errorText)")
    #expect(refused.errorText.contains("hint: look at it with broadseal verify first"))
    #expect(folder.read("out/a.pdf") == bytes)
    #expect(sign([folder("in")], ["--output-dir", folder("out"), "--force"]).code == 0)
  }

  @Test("sub-folders are kept, and what has no room for a label is copied beside it")
  func wholeFolder() throws {
    let folder = tree()
    let outcome = sign([folder("in")], ["--output-dir", folder("new/out")])
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(
      folder.names(in: "new/out") == ["levels", "press", "press-release.txt", "river-levels.png"])
    #expect(folder.names(in: "new/out/press") == ["press-release.pdf", "river.jpg"])
    #expect(folder.names(in: "new/out/levels") == ["2026"])
    #expect(folder.names(in: "new/out/levels/2026") == ["levels.csv", "levels.csv.c2pa"])
    #expect(folder.read("new/out/levels/2026/levels.csv") == table("Weir,1.4"))
    #expect(
      outcome.text.contains("levels.csv.c2pa: signed, label in a separate file beside a copy, "))
    #expect(
      outcome.text.hasSuffix("5 documents signed; left out: 1 label, 1 link\n"), "\(outcome.text)")
    for name in ["levels/2026/levels.csv", "press/press-release.pdf", "river-levels.png"] {
      #expect(try verdict(folder("new/out/" + name))["origin"]?["status"]?.string == "official")
    }
  }

  @Test("a second run signs nothing, changes no byte and ends 0", arguments: [false, true])
  func nothingToDo(inPlace: Bool) throws {
    let folder = tree()
    let options = inPlace ? ["--in-place"] : ["--output-dir", folder("out")]
    let place = inPlace ? "in" : "out"
    #expect(sign([folder("in")], options).code == 0)
    let names =
      ["press/press-release.pdf", "press/river.jpg"] + Self.signed + [
        "levels/2026/levels.csv", "levels/2026/levels.csv.c2pa",
      ]
    let before = names.map { folder.read("\(place)/\($0)") }
    #expect(before.allSatisfy { $0 != nil })
    for _ in 0..<2 {
      let again = sign([folder("in")], options)
      #expect(again.code == 0, "\(again.errorText)")
      #expect(again.text.hasPrefix("nothing to do: 5 carry their label already"), "\(again.text)")
      #expect(names.map { folder.read("\(place)/\($0)") } == before)
    }
    let lines = sign([folder("in")], options + ["-f", "ndjson"])
    let objects = try lines.resultLines.map { try JSON.Reader.parse($0) }
    #expect(objects.count == 5 && objects.allSatisfy { $0["current"]?.bool == true })
  }

  @Test("every kind of document that is here is known again as signed, and as changed")
  func everyKind() throws {
    let folder = Scratch()
    for name in Self.allSamples { folder.write(Desk.sample(name), to: "in/" + name) }
    let first = sign([folder("in")], ["--output-dir", folder("out")])
    #expect(first.code == 0, "\(first.errorText)")
    let again = sign([folder("in")], ["--output-dir", folder("out"), "-v"])
    #expect(again.text.contains("nothing to do"), "\(again.text)")
  }

  @Test("a document that changed is a new version, with the one before as its parent")
  func newVersion() throws {
    let folder = tree()
    let options = ["--output-dir", folder("out")]
    #expect(sign([folder("in")], options).code == 0)
    let old = try verdict(folder("out/press-release.txt"))["c2pa"]?["activeManifest"]?.string
    folder.write(
      Desk.sample("press-release.txt") + Array("One line more.\n".utf8), to: "in/press-release.txt")
    folder.write(table("Weir,1.5"), to: "in/levels/2026/levels.csv")
    let changed = sign([folder("in")], options)
    #expect(changed.code == 0, "\(changed.errorText)")
    #expect(
      changed.text.contains("2 documents signed, 3 carry their label already"), "\(changed.text)")
    #expect(folder.read("out/levels/2026/levels.csv") == table("Weir,1.5"))
    for name in ["press-release.txt", "levels/2026/levels.csv"] {
      let verdict = try verdict(folder("out/" + name))
      #expect(verdict["origin"]?["status"]?.string == "official", "\(verdict)")
      let ingredients = verdict["c2pa"]?["ingredients"]?.array ?? []
      #expect(ingredients.count == 1)
      if name.hasSuffix("txt") { #expect(ingredients.first?["manifest"]?.string == old) }
    }
    #expect(sign([folder("in")], options).text.hasPrefix("nothing to do: 5 "))
  }

  @Test("another statement, --resign and a missing copy are seen; nothing else is signed again")
  func otherReasons() throws {
    let folder = tree()
    let options = ["--output-dir", folder("out")]
    #expect(sign([folder("in")], options).code == 0)
    let titled = sign([folder("in")], options + ["--title", "River"])
    #expect(titled.text.contains("5 documents signed"), "\(titled.text)\(titled.errorText)")
    #expect(sign([folder("in")], options + ["--title", "River"]).text.hasPrefix("nothing to do"))
    let insisted = sign([folder("in")], options + ["--title", "River", "--resign"])
    #expect(insisted.text.contains("5 documents signed"), "\(insisted.errorText)")
    // A run that was killed between a label and its copy leaves this.
    #expect(unsafe unlink(folder("out/levels/2026/levels.csv")) == 0)
    let mended = sign([folder("in")], options + ["--title", "River"])
    #expect(mended.text.contains("the document was copied beside it"), "\(mended.text)")
    #expect(!mended.text.contains("nothing to do"), "\(mended.text)")
    #expect(folder.read("out/levels/2026/levels.csv") == table("Weir,1.4"))
  }

  @Test(
    "another file beside a label is not replaced by the copy without --force, whatever is to be signed"
  )
  func otherCopy() throws {
    let folder = Scratch()
    folder.write(table("Weir,1.4"), to: "in/levels.csv")
    let options = ["--output-dir", folder("out")]
    #expect(sign([folder("in")], options).code == 0)
    let label = folder.read("out/levels.csv.c2pa")
    folder.write(Array("precious".utf8), to: "out/levels.csv")
    for further in [[], ["--title", "River"], ["--resign"]] {
      let refused = sign([folder("in")], options + further)
      #expect(refused.code == 2, "\(refused.text)")
      #expect(
        refused.errorText.contains("another file stands where the copy of the document belongs"))
      #expect(
        refused.errorText.contains("hint: --force replaces it, --labels-only leaves it alone\n"))
      #expect(folder.read("out/levels.csv") == Array("precious".utf8))
      #expect(folder.read("out/levels.csv.c2pa") == label)
    }
    #expect(sign([folder("in")], options + ["--labels-only"]).text.hasPrefix("nothing to do: 1 "))
    #expect(folder.read("out/levels.csv") == Array("precious".utf8))
    let forced = sign([folder("in")], options + ["--force"])
    #expect(forced.code == 0, "\(forced.errorText)")
    #expect(folder.read("out/levels.csv") == table("Weir,1.4"))
  }

  @Test("a run that was killed between a copy and its label is mended by the next")
  func killedBetween() throws {
    let folder = Scratch()
    folder.write(table("Weir,1.4"), to: "in/levels.csv")
    folder.write(table("Weir,1.4"), to: "out/levels.csv")
    let options = ["--output-dir", folder("out")]
    let first = sign([folder("in")], options)
    #expect(first.code == 0, "\(first.errorText)")
    // The second version's copy is there, and the label is still the first's.
    for path in ["in/levels.csv", "out/levels.csv"] {
      folder.write(table("Weir,1.5"), to: path)
    }
    let second = sign([folder("in")], options)
    #expect(second.code == 0, "\(second.errorText)")
    #expect(second.errorText.contains("(LABEL-REPLACED)"))
    #expect(try verdict(folder("out/levels.csv"))["origin"]?["status"]?.string == "official")
    #expect(sign([folder("in")], options).text.hasPrefix("nothing to do: 1 "))
  }

  @Test("what stands in the way and is nobody's label is not replaced")
  func inTheWay() {
    let folder = tree()
    folder.write(Array("precious".utf8), to: "out/levels/2026/levels.csv")
    folder.write(Desk.sample("river.jpg"), to: "out/river-levels.png")
    let outcome = sign([folder("in")], ["--output-dir", folder("out")])
    #expect(outcome.code == 2)
    #expect(outcome.text.contains("3 documents signed, 2 failed"), "\(outcome.text)")
    #expect(folder.read("out/levels/2026/levels.csv") == Array("precious".utf8))
    #expect(folder.names(in: "out/levels/2026") == ["levels.csv"])
    #expect(folder.read("out/river-levels.png") == Desk.sample("river.jpg"))
  }

  @Test("a label of somebody else around the same bytes is replaced, around others it is not")
  func others() throws {
    let folder = Scratch()
    folder.write(Desk.sample("river.jpg"), to: "in/river.jpg")
    let options = ["--output-dir", folder("out")]
    #expect(sign([folder("in")], options, by: "jp").code == 0)
    let mine = sign([folder("in")], options)
    #expect(mine.code == 0, "\(mine.errorText)")
    #expect(
      mine.errorText.contains(
        "river.jpg: the label that stood here was not this issuer's, or did not hold; the new one "
          + "replaced it (LABEL-REPLACED)\n"), "\(mine.errorText)")
    let verdict = try verdict(folder("out/river.jpg"))
    #expect(verdict["origin"]?["jurisdiction"]?.string == "US")
    #expect(verdict["c2pa"]?["ingredients"]?.array?.isEmpty ?? true)
    folder.write(Desk.sample("river.jpg") + [0], to: "in/river.jpg")
    #expect(sign([folder("in")], options, by: "jp").code == 2)
  }

  @Test("patterns choose, a list of names is read, and the folder of results is never an input")
  func selection() {
    let folder = tree()
    let some = sign(
      [folder("in")],
      [
        "--include", "*.txt", "--include", "*.csv", "--exclude", "levels", "--output-dir",
        folder("a"),
      ])
    #expect(some.code == 0 && folder.names(in: "a") == ["press-release.txt"])
    folder.write(
      Array("./press/river.jpg\0levels/2026/levels.csv\0levels/lonely.c2pa\0".utf8), to: "list")
    let listed = Command.run(
      [
        "sign", "--files-from", folder("list"), "-0", "--profile", desk.profile(), "--ai", "none",
        "--output-dir", folder("b"),
      ], folder: folder("in"))
    #expect(listed.code == 0, "\(listed.errorText)")
    #expect(folder.names(in: "b/press") == ["river.jpg"])
    #expect(folder.names(in: "b/levels/2026") == ["levels.csv", "levels.csv.c2pa"])
    for _ in 0..<2 {
      let inside = sign([folder("in")], ["--output-dir", folder("in/out")])
      #expect(inside.code == 0, "\(inside.errorText)")
      #expect(!folder.names(in: "in/out").contains("out"))
    }
  }

  @Test("a key inside the folder is neither signed nor copied")
  func keyInside() {
    let folder = Scratch()
    for name in ["key.pem", "chain.pem"] {
      folder.write(desk.scratch.read("keys/us/" + name) ?? [], to: "in/" + name)
    }
    let text = "schema = 1\n[key]\npath = \"key.pem\"\ncertificates = \"chain.pem\"\n"
    let profile = folder.write(Array(text.utf8), to: "in/ISSUER.toml")
    folder.write(table("Weir,1.4"), to: "in/levels.csv")
    let outcome = Command.run(
      "sign", folder("in"), "--profile", profile, "--ai", "none", "--no-timestamp", "--output-dir",
      folder("out"))
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(folder.names(in: "out") == ["levels.csv", "levels.csv.c2pa"])
    #expect(outcome.errorText.contains("key.pem: left out, because this run reads it itself"))
  }

  @Test("one run with --pades takes every kind, and says which have no PDF signature")
  func mixed() throws {
    let folder = tree()
    let options = ["--output-dir", folder("out"), "--pades"]
    let outcome = sign([folder("in")], options)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(outcome.text.contains("PDF signature PAdES B-T"))
    // The same of each document is told once, with how many there are.
    #expect(outcome.errorText.contains("4 documents, "), "\(outcome.errorText)")
    #expect(
      outcome.errorText.split(separator: "(PADES-NOT-PDF)").count == 2, "\(outcome.errorText)")
    #expect(outcome.errorText.contains("out was not there, and was made"))
    let every = sign([folder("in")], ["--output-dir", folder("every"), "--pades", "-v"])
    #expect(every.errorText.contains("river.jpg: "))
    #expect(every.errorText.split(separator: "(PADES-NOT-PDF)").count == 5, "\(every.errorText)")
    let again = sign([folder("in")], options)
    #expect(again.text.hasPrefix("nothing to do: 5 "), "\(again.text)\(again.errorText)")
  }

  @Test("labels beside their documents are one note, and what both are for is said")
  func beside() {
    let folder = Scratch()
    for name in ["a.csv", "b.csv", "c.tsv"] { folder.write(table("Weir,1.4"), to: "in/" + name) }
    let all = sign([folder("in")], ["--output-dir", folder("out")])
    #expect(
      all.errorText.contains(
        "note: 3 labels stand beside their documents (.csv, .tsv): hand both files on together"),
      "\(all.errorText)")
    let one = sign([folder("in/a.csv")], ["--output-dir", folder("one"), "--lang", "both"])
    #expect(one.errorText.contains("); hand both files on together\n"), "\(one.errorText)")
    #expect(one.errorText.contains(" 文書とラベルの両方を渡してください。\n"))
    #expect(sign([folder("in")], ["--output-dir", folder("quiet"), "-q"]).errorText.isEmpty)
  }

  @Test("a document that is named twice is signed once, and none lies among its results")
  func places() {
    let folder = Scratch()
    for name in ["a.csv", "b.csv"] { folder.write(table("Weir,1.4"), to: "in/" + name) }
    let named = [folder("in"), folder("in/a.csv"), folder("in/./b.csv")]
    let once = sign(named, ["--output-dir", folder("out")])
    #expect(once.code == 0, "\(once.errorText)")
    #expect(once.text.hasSuffix("2 documents signed\n"), "\(once.text)")
    let before = folder.names(in: "in")
    let among = sign([folder("in")], ["--output-dir", folder("in")])
    #expect(among.code == 2)
    #expect(among.errorText.contains("in: the documents themselves lie in this folder"))
    #expect(among.errorText.contains("hint: name another folder; --in-place"))
    #expect(folder.names(in: "in") == before)
    let file = sign([folder("in/a.csv")], ["-o", folder("out")])
    #expect(file.code == 2)
    #expect(file.errorText.contains("out: this is a folder, and -o names a file"))
    #expect(file.errorText.contains("hint: --output-dir \(folder("out")) writes into it"))
    let several = sign([folder("in/a.csv"), folder("in/b.csv")], ["-o", folder("x")])
    #expect(several.errorText.contains("hint: --output-dir names a folder for the results"))
    let nowhere = sign([folder("in/a.csv")], ["-o", folder("none/x.csv")])
    #expect(nowhere.errorText.contains("hint: make it first, or name it with --output-dir"))
    let address = sign(["https://example.org/x.pdf"], ["-o", folder("x.pdf")])
    #expect(address.errorText.contains("hint: save it as a file first"), "\(address.errorText)")
  }

  @Test("--labels-only writes labels alone, and knows them again")
  func labelsOnly() {
    let folder = Scratch()
    folder.write(table("Weir,1.4"), to: "in/levels.csv")
    let options = ["--output-dir", folder("out"), "--labels-only"]
    #expect(sign([folder("in")], options).code == 0)
    #expect(folder.names(in: "out") == ["levels.csv.c2pa"])
    #expect(sign([folder("in")], options).text.hasPrefix("nothing to do: 1 "))
    #expect(folder.names(in: "out") == ["levels.csv.c2pa"])
  }

  @Test("official is only said of what a list was asked about, and of what has a time stamp")
  func claims() {
    let folder = Scratch()
    #expect(Command.run("keys", "demo", folder("other")).code == 0)
    for (name, options, words) in [
      ("a", [], "signed, official (demo.us.press-office), "),
      (
        "b", ["--no-verify"],
        "claims to be official (demo.us.press-office); not checked against a list"
      ),
      ("c", ["--no-timestamp"], "; not official without a time stamp, "),
      (
        "d", ["--allow-missing-timestamp", "--tsa", "key:" + folder("other/tsa/authority.pem")],
        "claims to be official (demo.us.press-office); the profile's list does not find it official"
      ),
    ] as [(String, [String], String)] {
      let outcome = sign([desk.scratch("photo.jpg")], options + ["-o", folder(name + ".jpg")])
      #expect(outcome.code == 0, "\(outcome.errorText)")
      #expect(outcome.text.contains(words), "\(outcome.text)")
    }
  }
}
