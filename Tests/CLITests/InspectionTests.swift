import BroadsealJSON
import BroadsealReporting
import TestSupport
import Testing

@Suite("inspect says what the label says, to people and to programs")
struct InspectionTests {
  private let desk = Desk.shared

  @Test("under the tree stands what was checked, and what the label says")
  func words() {
    let folder = Scratch()
    let signed = folder("a.png")
    let signing = Command.run(
      [
        "sign", desk.scratch("chart.png"), "--profile", desk.profile(), "--official", "--ai",
        "none",
        "--reference", "R-7", "-o", signed,
      ])
    #expect(signing.code == 0, "\(signing.errorText)")
    let english = Command.run(["inspect", signed] + desk.trust).text
    for words in [
      "Checked: C2PA state Trusted", "  ✓ Integrity  ", "  The issuer also states:\n",
      "    Reference number: \u{2068}“R-7”\u{2069}\n", "    + Its signer labels it official.\n",
    ] {
      #expect(english.contains(words), "\(words)\n\(english)")
    }
    let japanese = Command.run(["inspect", signed, "--lang", "ja"] + desk.trust).text
    for words in [
      "マニフェストストア:ファイルの", "標準マニフェスト(有効)", "クレーム(バージョン2)", "作成ソフトウェア  Broadseal",
      "アルゴリズム  es256", "証明書  \u{2068}", "タイムスタンプ  sigTst2", "署名者が作成",
      "検証結果:C2PAの判定 信頼できる、完全性 変更なし", "文書番号:\u{2068}「R-7」",
    ] {
      #expect(japanese.contains(words), "\(words)\n\(japanese)")
    }
    #expect(!japanese.contains("assertions") && !japanese.contains(" manifest"))
  }

  @Test("as JSON it keeps to its schema, for a document, a store and a file beside one")
  func json() throws {
    let validator = try SchemaValidator(Schema.inspection.text)
    let folder = Scratch()
    let store = folder("store.c2pa")
    #expect(Command.run("inspect", desk.scratch("official.png"), "--extract", store).code == 0)
    for (path, place) in [
      (desk.scratch("official.pdf"), "inside"), (desk.scratch("ai.jpg"), "inside"),
      (store, "itself"),
    ] {
      let outcome = Command.run(["inspect", path, "-f", "json"] + desk.trust)
      #expect(outcome.code == 0, "\(outcome.errorText)")
      let value = try JSON.Reader.parse(outcome.output)
      #expect(validator.faults(in: value) == [])
      #expect(value["place"]?["where"]?.string == place)
      let active = try #require(value["manifests"]?.array?.first)
      #expect(active["active"] == true)
      let label = active["assertions"]?.array?.first {
        $0["label"]?.string == "org.broadseal.label"
      }
      #expect(label?["content"]?["ai"]?["use"]?.string != nil)
      #expect((value["verdict"] == nil) == (place == "itself"))
    }
    #expect(Command.run("inspect", store, "-f", "json", "--certs").code == 2)
    #expect(Command.run("inspect", desk.scratch("notes.txt"), "-f", "json").code == 4)
  }

  @Test("a label of another kind of text is shown where verify finds it")
  func misnamed() {
    let folder = Scratch()
    let plain = folder.write(
      Array("<html><head><title>x</title></head><body>x</body></html>\n".utf8), to: "a.html")
    #expect(
      Command.run("sign", plain, "--profile", desk.profile(), "--ai", "none", "--in-place").code
        == 0)
    let copy = folder.write(folder.read("a.html") ?? [], to: "a.php")
    let shown = Command.run("inspect", copy)
    #expect(shown.code == 0, "\(shown.errorText)")
    #expect(shown.text.contains("org.broadseal.label"))
    #expect(shown.text.contains("The name and the content are of different types."))
  }
}
