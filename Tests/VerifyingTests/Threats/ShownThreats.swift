import BroadsealDocuments
import TestSupport

/// T-44, T-58 and T-59: documents that show other things than their bytes say. The bytes stay what was
/// signed, so that nothing of a label breaks: the signer refuses them, and the reader is told.
enum ShownThreats {
  /// A whole run of `sign --strict-content` over each.
  static let runs: [ThreatRun] = DeceptiveDocument.all.map { document in
    ThreatRun(
      threat(of: document.code), document.trick, 1, says: "(\(document.code))",
      check: { $0.read("out/\(document.name)") == nil }
    ) { folder in
      folder.write([], to: "out/.keep")
      return [
        "sign", folder.write(document.bytes, to: document.name), "--profile", Desk.shared.profile(),
        "--official", "--ai", "none", "--strict-content", "--output-dir", folder("out"),
      ]
    }
  }

  /// The other side: such a document, labelled all the same, is official, and it is said what it shows.
  static let genuine: [ThreatRow] = [
    page(
      "a labelled page with a script beside it that no label covers", "<script src=\"notice.js\">"),
    page("a labelled page with a script of its own", "<script>a()"),
    ThreatRow(
      nil, "a page labelled inside, whose style sheet can see that",
      .official(also: ["CONTENT-LABEL-SEEN", "HTML-CONDITIONAL"])
    ) { pki in
      let text = """
        <!doctype html><html><head><title>Notice</title><style>head:has(script) + body p::after{content:"not"}\
        </style></head><body><p>a</body></html>
        """
      return ThreatCase(
        "notice.html", try TestManifest(pki).embedded(in: Array(text.utf8), as: HTMLCarrier.self),
        trust: .demo(pki))
    },
  ]

  private static func page(_ attack: String, _ script: String) -> ThreatRow {
    let isBeside = script.contains("src")
    return ThreatRow(
      nil, attack, .official(also: ["HTML-SCRIPT"] + (isBeside ? ["HTML-EXTERNAL"] : []))
    ) { pki in
      let text = """
        <!doctype html><html><head><title>Notice</title>\(script)</script></head><body>a</body></html>
        """
      var item = ThreatCase("notice.html", Array(text.utf8), trust: .demo(pki))
      item.sidecar = try TestManifest(pki).sidecar(for: item.content)
      return item
    }
  }

  private static func threat(of code: String) -> Threat {
    if code.hasPrefix("PDF-") { return .shownByPDF }
    return code.hasPrefix("ZIP-") ? .shownByOffice : .shownByPages
  }
}
