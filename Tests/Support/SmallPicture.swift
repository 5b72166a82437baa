import BroadsealBytes

/// Pictures of one pixel: the smallest files that decoders open.
public enum SmallPicture {
  /// A grey one.
  public static let png = hex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
      + "0000000a49444154789c63f80f0001010100b138f6140000000049454e44ae426082")

  /// The same, with all tables before its one scan.
  public static let jpeg =
    hex("ffd8ffe000104a46494600010100000100010000ffdb004300")
    + [UInt8](repeating: 0xFF, count: 64)
    + hex("ffc0000b080001000101011100ffc40014000100000000000000000000000000000003")
    + hex("ffc40014100100000000000000000000000000000000ffda0008010100003f0047ffd9")

  /// A black one, as GIF89a.
  public static let gif = hex(
    "47494638396101000100800000000000ffffff2c0000000001000100000202440100" + "3b")

  /// A grey one in a container of JPEG XL.
  public static let jxl = hex(
    "0000000c4a584c200d0a870a00000014667479706a786c20000000006a786c200000001f6a786c63"
      + "ff0a0010101417020802010024004b188b15c249e44002")

  /// A grey one in TIFF.
  public static let tiff = TIFFFile().bytes

  private static func hex(_ text: String) -> [UInt8] { Hex.decode(text) ?? [] }
}
