import BroadsealBytes

extension FuzzSeeds {
  static let smallPDF: String = {
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] >>",
    ]
    var text = "%PDF-1.7\n"
    var table = "0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let offset = String(text.utf8.count)
      table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    return text
      + "xref\n0 4\n\(table)trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
  }()

  static let smallPNG =
    Hex.decode(
      "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
        + "0000000a49444154789c63f80f0001010100b138f6140000000049454e44ae426082") ?? []

  static let smallJPEG: [UInt8] = {
    func hex(_ text: String) -> [UInt8] { Hex.decode(text) ?? [] }
    return hex("ffd8ffe000104a46494600010100000100010000ffdb004300")
      + [UInt8](repeating: 0xFF, count: 64)
      + hex("ffc0000b080001000101011100ffc40014000100000000000000000000000000000003")
      + hex("ffc40014100100000000000000000000000000000000ffda0008010100003f0047ffd9")
  }()

  static let drawing = """
    <?xml version="1.0"?><!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg"><!-- a -->\
    <title>a</title><g a='&lt;'><![CDATA[b]]><text>日</text></g></svg>
    """
}
