/// A sentence in each language that the house speaks, side by side.
package struct Words: Sendable, Hashable {
  /// The sentence in English, with a capital and a full stop.
  package let english: String
  /// The same in Japanese.
  package let japanese: String

  /// One sentence, told twice.
  package init(_ english: String, _ japanese: String) {
    self.english = english
    self.japanese = japanese
  }
}

/// What is said of files in several formats.
extension Words {
  /// The file breaks a rule of its format.
  package static let offFormat = Words(
    "The file does not follow its format.", "ファイルが形式の規則に従っていません。")

  /// The file ends too early.
  package static let breaksOff = Words("The file breaks off.", "ファイルが途中で切れています。")

  /// The file can be read in two ways.
  package static let twoReadings = Words(
    "Two programs could read the file differently.", "プログラムによって異なる内容に読める構造です。")

  /// The file goes beyond a limit.
  package static let tooComplex = Words(
    "The file is more complex than this program reads.", "ファイルが複雑すぎて読み取れません。")

  /// A label inside would move, or change, what something in the file leads to.
  package static let movingPlaces = Words(
    "With a label inside programs could find something else where the file sends them, so it has to be a separate file.",
    "ファイル内にラベルを入れると、ファイルが指す位置の内容が変わるおそれがあるため、別ファイルにする必要があります。")

  /// The file cannot be read without a key.
  package static let encrypted = Words("The file is encrypted.", "ファイルが暗号化されています。")

  /// There are several labels, and the first is not better than the second.
  package static let severalLabels = Words("There is more than one label.", "ラベルが複数あります。")

  /// The label stands in a wrong place.
  package static let misplacedLabel = Words(
    "The label is not where it must be.", "ラベルの位置が正しくありません。")

  /// What the label is wrapped in is at fault.
  package static let damagedFrame = Words(
    "The label's frame is damaged.", "ラベルを収める部分が破損しています。")

  /// The label cannot be read without a key.
  package static let encryptedLabel = Words(
    "The label is encrypted, so that nobody can read it.", "ラベルが暗号化されているため、読み取れません。")

  /// The label is packed where it has to stand as it is.
  package static let compressedLabel = Words(
    "The label is compressed, and has to stand in the file as it is.",
    "ラベルが圧縮されています。圧縮せずに格納する必要があります。")

  /// The label goes beyond a limit.
  package static let largeLabel = Words("The label is too large.", "ラベルが大きすぎます。")
}
