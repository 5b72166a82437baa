import BroadsealOpenSSL
import BroadsealReporting

/// Object identifiers with the names that people know them by.
enum ObjectName {
  /// In English, and in Japanese where it is spelled otherwise.
  private static let names: [String: (english: String, japanese: String?)] = [
    Purpose.claimSigning: ("C2PA claim signing", "C2PAのクレーム署名"),
    Purpose.documentSigning: ("document signing", "文書の署名"),
    "1.3.6.1.5.5.7.3.1": ("TLS server", "TLSサーバー"),
    "1.3.6.1.5.5.7.3.2": ("TLS client", "TLSクライアント"),
    "1.3.6.1.5.5.7.3.3": ("code signing", "プログラムの署名"),
    "1.3.6.1.5.5.7.3.4": ("e-mail", "電子メール"),
    "1.3.6.1.5.5.7.3.8": ("time stamping", "タイムスタンプ"),
    "1.3.6.1.5.5.7.3.9": ("OCSP responses", "OCSPレスポンス"),
    "2.5.29.37.0": ("any purpose", "あらゆる用途"),
    "1.3.6.1.4.1.311.10.3.12": ("Microsoft document signing", "Microsoftの文書署名"),
    "1.2.840.113583.1.1.5": ("Adobe document signing", "Adobeの文書署名"),
    "1.2.840.10045.4.1": ("ecdsa-with-SHA1", nil),
    "1.2.840.113549.1.1.4": ("md5WithRSAEncryption", nil),
    "1.2.840.113549.1.1.5": ("sha1WithRSAEncryption", nil),
    "1.2.840.10040.4.3": ("dsa-with-sha1", nil),
    "1.2.840.10045.4.3.1": ("ecdsa-with-SHA224", nil),
    "1.2.840.113549.1.1.14": ("sha224WithRSAEncryption", nil),
    "2.16.840.1.101.3.4.3.2": ("dsa-with-SHA256", nil),
  ]

  /// What names mean in Japanese, as messages have them: with the identifier in brackets.
  static let further: [String: String] = Dictionary(
    names.compactMap { identifier, name in
      name.japanese.map { (text(identifier), "\($0)(\(identifier))") }
    },
    uniquingKeysWith: { first, _ in first })

  /// The identifier with its name in a language, where it has one here.
  static func text(_ identifier: String, _ wording: Wording) -> String {
    let name = text(identifier)
    return wording.say(name, further[name] ?? name)
  }

  /// The identifier with its name, where it has one here.
  static func text(_ identifier: String) -> String {
    names[identifier].map { "\($0.english) (\(identifier))" } ?? identifier
  }

  /// `sentence` with a name beside each identifier in it that has one.
  static func named(in sentence: String) -> String {
    sentence.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let ending = word.last == "," ? "," : ""
      return text(String(word.dropLast(ending.count))) + ending
    }.joined(separator: " ")
  }

  /// Whether it is a purpose of TLS connections.
  static func isForTLS(_ identifier: String) -> Bool {
    identifier == "1.3.6.1.5.5.7.3.1" || identifier == "1.3.6.1.5.5.7.3.2"
  }
}
