import BroadsealBytes
import BroadsealFiles

/// By what the store of a format shows itself in a file whose structure cannot be read.
///
/// A document holds pictures, sounds and other documents, and those have labels of their own: what frames a store
/// tells whose it is.
struct StoreMark: Sendable {
  /// What stands right before a store.
  struct Frame: Hashable, Sendable {
    /// Its bytes.
    let text: [UInt8]
    /// How far before the store it begins; nil where that differs.
    let distance: Int?

    init(_ text: String, _ distance: Int? = nil) { self.init(Array(text.utf8), distance) }

    init(_ text: [UInt8], _ distance: Int? = nil) {
      self.text = text
      self.distance = distance
    }

    /// Whether it stands so that a store can begin where `before` ends.
    func ends(_ before: ArraySlice<UInt8>) -> Bool {
      guard let distance else { return before.suffix(Frame.reach).firstIndex(of: text) != nil }
      return before.suffix(distance).starts(with: text)
    }

    /// Bytes before a store in which one is looked for whose distance differs.
    static let reach = 256
  }

  /// Which boxes of a store, as they are, are the file's own.
  enum Boxes: Hashable, Sendable {
    case none
    /// All: files of the format hold no others.
    case all
    /// Those in none of these frames of other formats.
    case outside([Frame])
    /// Those in one of these frames.
    case inside([Frame])
  }

  /// Which boxes are its own.
  let boxes: Boxes
  /// Whether text in Base64 that begins with a store is its own. What is in the midst of such text belongs to
  /// the picture that the text is.
  let takesBase64: Bool
  /// What its structure calls a store, and nothing else of it.
  let names: [[UInt8]]
  /// What members of `source` hold, in order: nothing there is the file's own.
  let held: (@Sendable (_ source: ByteSource) throws(SourceError) -> [ByteRange])?

  init(
    _ boxes: Boxes = .none, base64: Bool = false, names: [String] = [],
    outside held: (@Sendable (ByteSource) throws(SourceError) -> [ByteRange])? = nil
  ) {
    self.boxes = boxes
    takesBase64 = base64
    self.names = names.map { Array($0.utf8) }
    self.held = held
  }

  /// No store is looked for in such files.
  static let none = StoreMark()
  /// Whatever looks like a store is the file's own.
  static let all = StoreMark(.all, base64: true)
  /// The store is text.
  static let text = StoreMark(base64: true)
  /// The store stands as it is; pictures beside it have theirs in frames.
  static let bare = StoreMark(.outside([Frame("JP", 8), Frame("caBX", 4)]), base64: true)
}
