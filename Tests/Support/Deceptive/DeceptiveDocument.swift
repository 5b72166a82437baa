/// A document that shows other things than its bytes say, and what has to be said of it.
public struct DeceptiveDocument: Sendable {
  /// What it does, in a few words.
  public let trick: String
  /// The name of the file.
  public let name: String
  /// Its bytes.
  public let bytes: [UInt8]
  /// A code that has to be among those that are said.
  public let code: String

  init(_ trick: String, _ name: String, _ bytes: [UInt8], _ code: String) {
    self.trick = trick
    self.name = name
    self.bytes = bytes
    self.code = code
  }

  init(_ trick: String, _ name: String, text: String, _ code: String) {
    self.init(trick, name, Array(text.utf8), code)
  }

  /// All of them: no reader of the page, the sheet or the screen sees what a signer saw.
  public static let all: [DeceptiveDocument] =
    pdf + office + resolved + open + web + books
}
