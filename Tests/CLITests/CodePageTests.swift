import BroadsealNotes
import Glibc
import TestSupport
import Testing

@testable import BroadsealCLI

@Suite("The page on codes is what the program says")
struct CodePageTests {
  private static let path = Corpus.packageFolder + "/Documentation/Codes.md"

  private static let head = """
    # Codes

    Every code that a verdict, a report or a message can hold, and what it means in the program's own words. **This page is
    written by the tests** (`make docs`). Codes are stable; sentences may become better. The nature says what a code is about:
    a file that is *broken*, *ambiguous*, *unread*, *locked* or *unavailable*, a *label*, a *refusal*, a *risk*, a *hint*, a
    *reason*, a *remark*; a check of the standard is a *success*, *informational* or a *failure*. `verify --explain` prints the
    sentence and then what the code cannot know, and so does `-f json`. How to add a code stands in `CONTRIBUTING.md`.


    """

  private static func title(_ family: Family) -> (String, String?) {
    switch family {
    case .official:
      (
        "Why a document is not official",
        "The digit is the condition that fails: 1 the label holds to the letter, 2 its active signer or an identity\n"
          + "speaks, 3 the signer is on a list, 4 its chain keeps the rules, 5 the list's scope fits, 6 the label says it,\n"
          + "7 a listed authority dates it in time, 8 nothing is revoked, 9 the list is fresh."
      )
    case .officialScope: ("Why a document is out of the scope of its list's entry", nil)
    case .scope: ("Why a certificate is out of the scope of its list's entry", nil)
    case .file: ("Any file", nil)
    case .place: ("Where a label is", nil)
    case .remark: ("What a label that holds leaves open", nil)
    case .hint: ("Unsigned hints at AI", nil)
    case .pdf: ("PDF", nil)
    case .pdfSignature: ("PDF signatures", nil)
    case .seal:
      (
        "Why a PDF signature is no seal of a recognised issuer",
        "The digit is the condition that fails: 1 it is in a form that can be judged, 2 it holds, 3 nothing was changed\n"
          + "after it, 4 its signer is on a list, 5 the certificate is fit for seals, 6 the list allows it, 7 it is dated in\n"
          + "time, 8 nothing is revoked, 9 the list is fresh."
      )
    case .jpeg: ("JPEG", nil)
    case .png: ("PNG", nil)
    case .riff: ("WebP, WAV and AVI", nil)
    case .id3: ("MP3 and FLAC", nil)
    case .ogg: ("Ogg", nil)
    case .bmff: ("BMFF", nil)
    case .tiff: ("TIFF and DNG", nil)
    case .gif: ("GIF", nil)
    case .jxl: ("JPEG XL", nil)
    case .font: ("Fonts", nil)
    case .zip: ("Archives and office documents", nil)
    case .html: ("Web pages", nil)
    case .svg: ("Drawings", nil)
    case .text: ("Text", nil)
    case .shows: ("What a document shows beside its bytes", nil)
    case .signing: ("Signing", nil)
    case .standard:
      (
        "The standard's own codes",
        "C2PA 2.4 and 2.5, and CAWG 1.3, as they stand in `c2pa.success`, `informational` and `failure`."
      )
    }
  }

  private static func table(_ family: Family) -> String {
    let (title, note) = title(family)
    let rows = Code.all(of: family).sorted { $0.name < $1.name }.map { code in
      "| `\(code)` | \(code.nature.rawValue) | \(code.english) | \(code.japanese) |\n"
    }
    return "## \(title)\n\n" + (note.map { $0 + "\n\n" } ?? "")
      + "| code | nature | in English | in Japanese |\n|---|---|---|---|\n" + rows.joined()
  }

  /// The page.
  private static var text: String {
    head + Family.allCases.map(table).joined(separator: "\n")
  }

  @Test("Documentation/Codes.md is the tables of codes (BROADSEAL_WRITE_PAGES=1 writes it)")
  func page() {
    let text = CodePageTests.text
    if unsafe getenv("BROADSEAL_WRITE_PAGES") != nil {
      let file = unsafe fopen(CodePageTests.path, "wb")
      let bytes = Array(text.utf8)
      #expect(unsafe file != nil && fwrite(bytes, 1, bytes.count, file) == bytes.count)
      if let file = unsafe file { #expect(unsafe fclose(file) == 0) }
    }
    let written = String(decoding: Scratch.bytes(of: CodePageTests.path) ?? [], as: UTF8.self)
    #expect(written == text, "run `make docs`")
  }
}
