import BroadsealBytes

/// One block of a GIF file (GIF89a Specification, §7).
struct GIFBlock: Hashable, Sendable {
  /// What it is.
  enum Kind: Hashable, Sendable {
    /// The signature and the version: the first six bytes.
    case header
    /// The logical screen, and the global colour table that follows it.
    case screen
    /// An extension with its label.
    case `extension`(UInt8)
    /// The place of a picture, and the local colour table that follows it.
    case image
    /// The data of a picture.
    case data
    /// The end of the file's pictures.
    case trailer
  }

  /// What it is.
  let kind: Kind
  /// Its bytes.
  let range: ByteRange
  /// Whether it is the application extension of a manifest store.
  var isStore = false

  /// The first byte of an extension, of a picture, and of the end.
  static let introducer: UInt8 = 0x21
  static let separator: UInt8 = 0x2C
  static let trailer: UInt8 = 0x3B

  /// The labels of an application's own data, of comments, and of text that is drawn.
  static let application: UInt8 = 0xFF
  static let comment: UInt8 = 0xFE
  static let plainText: UInt8 = 0x01

  /// What opens the extension of a store: label, size, identifier, authentication code (C2PA 2.5 §A.3.10).
  static let storeOpening: [UInt8] =
    [introducer, application, 11] + Array("C2PA_GIF".utf8) + [1, 0, 0]
  /// What opens that of XMP.
  static let xmpOpening: [UInt8] = [introducer, application, 11] + Array("XMP DataXMP".utf8)

  /// The name under which `c2pa.hash.boxes` lists it (C2PA 2.5 §16.3.3.3.4).
  var name: String {
    switch kind {
    // The standard has one name for both versions.
    case .header: "GIF89a"
    case .screen: "LSD"
    case .extension(let label): isStore ? NamedBox.store : "21" + Hex.encode([label]).uppercased()
    case .image: "2C"
    case .data: "TBID"
    case .trailer: "3B"
    }
  }
}

/// Limits on the structure of a GIF file.
package enum GIFLimits {
  /// Most blocks that are walked over: a film of a day in pictures, each with its control and its data.
  package static let maximumBlocks = 1 << 20
}
