import BroadsealJSON
import Testing

@Suite("Writing JSON")
struct WriterTests {
  @Test(
    "a value is written on one line, members in their order",
    arguments: [
      (.null, "null"), (true, "true"), (-5, "-5"), (.number(1.5), "1.5"), ([], "[]"), ([:], "{}"),
      (["b": 1, "a": [1, "x"]], #"{"b":1,"a":[1,"x"]}"#), (.number(.infinity), "null"),
    ] as [(Value, String)])
  func writes(_ value: Value, _ text: String) {
    #expect(Writer.write(value) == text)
  }

  @Test("text and tree of an object that is composed say the same")
  func composes() throws {
    func compose(_ json: inout some JSON.Composer) {
      json.openObject(nil)
      json.add("name", "a \"b\" \u{202E}\u{1F600}")
      json.add("count", -5)
      json.add("flag", true)
      json.add("none", JSON.Value.null)
      json.add(named: "\u{E9}\n", "")
      json.openArray("list")
      json.add(nil, "x")
      json.openObject(nil)
      json.closeObject()
      json.openArray(nil)
      json.closeArray()
      json.add(nil, 7)
      json.closeArray()
      json.add("value", ["a": [1, "x"]])
      json.closeObject()
    }
    var text = JSON.TextComposer()
    compose(&text)
    let value = JSON.ValueComposer.value { compose(&$0) }
    #expect(text.bytes == Writer.bytes(of: value))
    #expect(try JSON.Reader.parse(text.bytes) == value)
    #expect(value["list"] == ["x", [:], [], 7])
    #expect(value.object?.keys == ["name", "count", "flag", "none", "\u{E9}\n", "list", "value"])
  }

  @Test("pretty output is indented by two spaces")
  func writesPretty() {
    let value: Value = ["a": [1, [:]], "b": []]
    #expect(
      Writer.write(value, pretty: true) == """
        {
          "a": [
            1,
            {}
          ],
          "b": []
        }
        """)
  }

  @Test(
    "characters that could break a line or turn the text around are escaped",
    arguments: [
      ("\"\\", #""\"\\""#), ("\n\r\t", #""\n\r\t""#), ("\u{0}\u{1B}", #""\u0000\u001b""#),
      ("\u{7F}\u{85}", #""\u007f\u0085""#), ("\u{2028}\u{2029}", #""\u2028\u2029""#),
      ("\u{202E}\u{2066}\u{200F}", #""\u202e\u2066\u200f""#), ("é日😀", "\"é日😀\""),
      ("a\u{200B}b\u{2060}", #""a\u200bb\u2060""#),
      ("\u{E0041}\u{E0001}", #""\udb40\udc41\udb40\udc01""#),
      ("\u{AD}\u{FE0F}\u{E0100}", #""\u00ad\ufe0f\udb40\udd00""#),
    ])
  func escapes(_ string: String, _ text: String) throws {
    #expect(Writer.write(.string(string)) == text)
    #expect(try Reader.parse(Array(text.utf8)) == .string(string))
  }
}
