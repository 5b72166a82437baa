import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import Testing

@testable import BroadsealDocuments

/// Which encoding a browser looks for before it reads a page, and whether a label in the head would change that.
@Suite("The look for the encoding of a page")
struct HTMLPrescanTests {
  @Test(
    "the labels are those that the HTML standard finds",
    arguments: [
      ("<meta charset=UTF-8>", ["utf-8"]), ("<META/charset=' Shift_JIS '>", ["shift_jis"]),
      (
        "<meta content='text/html; charset=\"euc-jp\"' http-equiv=Content-Type>", ["euc-jp"]
      ),
      ("<meta content='text/html; charset=euc-jp'>", []), ("<metal charset=utf-8>", []),
      ("<!-- <meta charset=utf-8> --><meta charset=big5>", ["big5"]),
      ("<!--><meta charset=big5>", ["big5"]), ("<!-- <meta charset=big5>", []),
      ("<script>'<meta charset=big5>'</script>", ["big5"]),
      ("<p title='<meta charset=big5>'>", []), ("</p <meta charset=big5>", []),
      ("<? <meta charset=big5>", []), ("<1 <meta charset=big5>", ["big5"]),
      ("<meta charset=none><meta charset=gbk><meta charset=utf-8>", ["none", "gbk"]),
      ("<meta charset=u-t-f-8><meta charset=gbk>", ["u-t-f-8", "gbk"]),
      ("<meta charset=utf-8 charset=gbk>", ["utf-8"]), ("<meta charset=utf-8", []),
      (String(repeating: " ", count: 1_004) + "<meta charset=utf-8>", ["utf-8"]),
      (String(repeating: " ", count: 1_005) + "<meta charset=utf-8>", []),
    ])
  func labels(page: String, expected: [String]) {
    #expect(HTMLPrescan(Array(page.utf8)).labels == expected, "\(page)")
  }

  private static let kept: [(String, [UInt8])] = [
    ("declared in the head", page("<meta charset=utf-8>", "法律")),
    (
      "declared in the older way",
      page("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=Shift_JIS\">", "x") + [
        0x8E
      ]
    ),
    ("a mark of the byte order", Array("\u{FEFF}<head></head><p>法律".utf8)),
    ("ASCII", page("", "law")), ("ASCII that speaks of a charset", page("", "the charset")),
    (
      "a second declaration that nobody heeds",
      page("<meta charset=utf-8>", "法律 <meta charset=shift_jis>")
    ),
  ]
  private static let beside: [(String, [UInt8])] = [
    ("declared in the body", page("", "<meta charset=gbk>law")),
    ("declared in the body, not ASCII", page("", "<meta charset=gbk>") + [0xC4, 0xE3]),
    ("declared nowhere, not ASCII", page("", "法律")),
    (
      "declared too late", page(String(repeating: " ", count: 1_100) + "<meta charset=utf-8>", "法律")
    ),
    ("an unknown label first", page("<meta charset=u-t-f-8>", "<meta charset=gbk>法律")),
    ("a declaration in a script", page("<script>'<meta charset=utf-8>'</script>", "法律")),
    (
      "a comment for the look alone",
      page("<script>'<!--'</script>", "<meta charset=gbk> --><p>law")
    ),
    (
      "a declaration longer than the reach",
      page("", "<meta a='\(String(repeating: "x", count: 2_000))' charset=gbk>law")
    ),
    ("ESC in the body", page("<meta charset=utf-8>", "\u{1B}$B>(B")),
  ]

  private static func page(_ head: String, _ body: String) -> [UInt8] {
    Array("<!DOCTYPE html><html><head>\(head)</head><body><p>\(body)".utf8)
  }

  @Test("a page whose encoding a label would change has it beside", arguments: kept + beside)
  func reserves(what: String, page: [UInt8]) throws {
    let carrier = try HTMLCarrier(ByteSource(bytes: page))
    let isKept = Self.kept.contains { $0.0 == what }
    do throws(DocumentError) {
      _ = try carrier.reserve(100, insisting: true)
      #expect(isKept, "\(what) was accepted")
    } catch {
      guard case .refused(let refusal) = error else { throw error }
      #expect(!isKept && refusal.code.name == "HTML-ENCODING", "\(what)")
      #expect(refusal.remedy == .sidecar)
    }
  }
}
