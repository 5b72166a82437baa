/// A PDF of one page, with its cross-reference table.
public enum SmallPDF {
  /// The file with `objects` besides, or in the place of, its catalog (1), page tree (2) and page (3).
  public static func bytes(_ objects: [Int: String]) -> [UInt8] {
    let all = [
      1: "<< /Type /Catalog /Pages 2 0 R >>", 2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
    ].merging(objects) { $1 }
    var text = "%PDF-1.7\n"
    var rows = "0 1\n0000000000 65535 f \n"
    for (number, object) in all.sorted(by: { $0.key < $1.key }) {
      let offset = String(text.utf8.count)
      rows +=
        "\(number) 1\n\(String(repeating: "0", count: 10 - offset.utf8.count))\(offset) 00000 n \n"
      text += "\(number) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n\(rows)trailer\n<< /Root 1 0 R /Size \((all.keys.max() ?? 0) + 1) >>\n"
    return Array((text + "startxref\n\(start)\n%%EOF\n").utf8)
  }

  /// The file whose catalog has `entries` too.
  public static func catalog(_ entries: String, _ objects: [Int: String] = [:]) -> [UInt8] {
    bytes(objects.merging([1: "<< /Type /Catalog /Pages 2 0 R \(entries) >>"]) { $1 })
  }

  /// The file whose page has `entries` too.
  public static func page(_ entries: String, _ objects: [Int: String] = [:]) -> [UInt8] {
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] \(entries) >>"
    return bytes(objects.merging([3: page]) { $1 })
  }

  /// A page that draws `content`, with Helvetica as `F1`.
  public static func drawing(
    _ content: String, resources: String = "", _ objects: [Int: String] = [:]
  ) -> [UInt8] {
    page(
      "/Contents 4 0 R /Resources << /Font << /F1 5 0 R >> \(resources) >>",
      objects.merging([
        4: stream(content),
        5: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
      ]) { old, _ in old })
  }

  /// A stream of `content`.
  public static func stream(_ content: String, _ entries: String = "") -> String {
    "<< /Length \(content.utf8.count) \(entries) >>\nstream\n\(content)\nendstream"
  }
}
