/// Builds Ogg files page by page.
public enum OGGFile {
  /// What the packet of a store begins with.
  public static let mark: [UInt8] = [0, 0x63, 0x32, 0x70, 0x61]

  /// A page of `content`, which is at most 65,025 bytes.
  ///
  /// - Parameter goesOn: whether the packet goes on in the next page; then the length is one of 255.
  public static func page(
    _ content: [UInt8], serial: UInt32 = 1, number: UInt32 = 0, flags: UInt8 = 0,
    position: UInt64 = 0, goesOn: Bool = false
  ) -> [UInt8] {
    var lacing = [UInt8](repeating: 255, count: content.count / 255)
    if !goesOn { lacing.append(UInt8(content.count % 255)) }
    let head = Array("OggS\0".utf8) + [flags] + RIFFFile.little(position)
    return summed(
      head + RIFFFile.little(serial) + RIFFFile.little(number) + [0, 0, 0, 0]
        + [UInt8(lacing.count)] + lacing + content)
  }

  /// A page with the checksum that it must have.
  public static func summed(_ page: [UInt8]) -> [UInt8] {
    var page = page
    page[22..<26] = [0, 0, 0, 0]
    var sum: UInt32 = 0
    for byte in page {
      sum ^= UInt32(byte) << 24
      for _ in 0..<8 { sum = sum & 0x8000_0000 == 0 ? sum << 1 : sum << 1 ^ 0x04C1_1DB7 }
    }
    page[22..<26] = RIFFFile.little(sum)[...]
    return page
  }

  /// The page that begins a sound, what its comments say, and its last page.
  public static let speechPages: [[UInt8]] = [
    page(Array("\u{1}vorbis".utf8) + [0, 0, 0, 0], flags: 2),
    page(Array("\u{3}vorbis said, and more".utf8), number: 1),
    page([1, 2, 3, 4, 5, 6, 7, 8, 9, 0x0B, 0x0C, 0x0D], number: 2, flags: 4, position: 960),
  ]

  /// A sound.
  public static let speech: [UInt8] = speechPages.flatMap(\.self)

  /// The sound with a store of less than a page.
  public static func labelled(_ store: [UInt8], serial: UInt32 = 0x6332_7061) -> [UInt8] {
    speechPages[0] + page(mark + store, serial: serial, flags: 6) + speechPages[1] + speechPages[2]
  }

  /// `file` with a change of its page number `index`, and the checksum to match.
  public static func rewritten(
    _ file: [UInt8], _ index: Int, _ change: (inout [UInt8]) -> Void
  ) -> [UInt8] {
    let starts = file.indices.filter { file[$0...].starts(with: Array("OggS\0".utf8)) }
    guard starts.indices.contains(index) else { return file }
    let end = index + 1 < starts.count ? starts[index + 1] : file.count
    var page = Array(file[starts[index]..<end])
    change(&page)
    return file[..<starts[index]] + summed(page) + file[end...]
  }
}
