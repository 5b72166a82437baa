import BroadsealBytes

/// Pages written for these tests.
enum HTMLPage {
  /// The element of `store` in the form that is written here.
  static func element(_ store: [UInt8], tag: String = "<script type=\"application/c2pa\">")
    -> String
  {
    tag + Base64.encode(store) + "</script>"
  }

  /// A page with `content` in its head.
  static func withHead(_ content: String) -> [UInt8] {
    Array(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<title>x</title>\(content)</head>\n<body>x</body></html>\n"
        .utf8)
  }
}
