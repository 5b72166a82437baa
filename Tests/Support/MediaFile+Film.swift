extension MediaFile {
  /// The first file of a film in several files: type, and the description of one track.
  public static func opening(track: UInt32 = 1) -> [UInt8] {
    let header = full("tkhd", [UInt8](repeating: 0, count: 8) + number(track) + zeros(68))
    let table = full("stco", number(UInt32(0)))
    let trak = box("trak", header + box("mdia", box("minf", box("stbl", table))))
    let extends = full("trex", number(track) + number(UInt32(1)) + zeros(12))
    return type("iso6") + box("moov", full("mvhd", zeros(96)) + trak + box("mvex", extends))
  }

  /// The segment that plays at `time`, with sound of its own.
  public static func segment(
    _ time: UInt32, track: UInt32 = 1, sound: String? = nil, opensWithType: Bool = true
  ) -> [UInt8] {
    let fragment = box(
      "moof",
      full("mfhd", number(time + 1))
        + box("traf", full("tfhd", flags: 0x020000, number(track)) + full("tfdt", number(time))))
    return (opensWithType ? box("styp", Array("msdh".utf8) + number(UInt32(0))) : [])
      + fragment + box("mdat", Array((sound ?? "segment \(time)").utf8))
  }

  private static func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }
}
