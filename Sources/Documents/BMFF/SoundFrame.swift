import BroadsealBytes
import BroadsealFiles

/// How many bytes the samples of a sound take that say nothing of it in their table of sizes, as in
/// QuickTime's older files.
struct SoundFrame {
  /// How many samples go into one frame.
  let samples: Int
  /// How many bytes it has.
  let bytes: Int

  /// The frames of the entries of a description of samples (`stsd`, ISO/IEC 14496-12 §8.5.2, §12.2.3;
  /// QuickTime's versions 1 and 2).
  static func frames(in description: MediaBox, of source: ByteSource) throws(DocumentError)
    -> [SoundFrame]
  {
    guard
      let inside = ByteRange(
        start: description.content.start + 8, length: max(0, description.content.length - 8))
    else { return [] }
    var walker = BMFFWalker(source, inside: inside)
    var window = ByteWindow(source)
    var frames: [SoundFrame] = []
    while frames.count < maximumEntries, let entry = try walker.next() {
      frames += try SoundFrame.frames(of: entry, &window)
    }
    return frames
  }

  private static func frames(of entry: MediaBox, _ window: inout ByteWindow) throws(DocumentError)
    -> [SoundFrame]
  {
    let start = entry.content.start + 8
    func number(_ offset: Int, _ count: Int = 4) throws(DocumentError) -> Int {
      guard start + offset + count <= entry.range.end,
        let bytes = try window.bytes(count, at: start + offset)
      else { return 0 }
      return bytes.reduce(0) { $0 << 8 | Int($1) }
    }
    let version = try number(0, 2)
    var channels = try number(8, 2)
    var width = (try number(10, 2) + 7) / 8
    var frames: [SoundFrame] = []
    if version == 1 {
      frames.append(SoundFrame(samples: max(1, try number(20)), bytes: try number(28)))
    } else if version == 2 {
      channels = min(try number(32), 1 << 16)
      width = (min(try number(40), 1 << 10) + 7) / 8
      frames.append(SoundFrame(samples: max(1, try number(52)), bytes: try number(48)))
    }
    if let packed = packed[entry.type] {
      frames.append(SoundFrame(samples: packed.samples, bytes: packed.bytes * channels))
    } else if let least = plain[entry.type] {
      frames.append(SoundFrame(samples: 1, bytes: max(width, least) * channels))
    }
    return frames
  }

  /// The most bytes that `count` samples take.
  func length(of count: Int) -> Int {
    let (length, overflow) = ((count + samples - 1) / samples).multipliedReportingOverflow(
      by: bytes)
    return overflow ? .max : length
  }

  /// Sound that is not compressed: the fewest bytes of one channel.
  private static let plain: [UInt32: Int] = codes([
    "twos": 1, "sowt": 1, "raw ": 1, "NONE": 1, "ulaw": 1, "alaw": 1, "in24": 3, "in32": 4,
    "fl32": 4, "fl64": 8, "lpcm": 1, "ipcm": 4, "fpcm": 8,
  ])
  /// Sound in frames of a fixed size for each channel.
  private static let packed: [UInt32: (samples: Int, bytes: Int)] = codes([
    "ima4": (64, 34), "MAC3": (6, 2), "MAC6": (6, 1), "agsm": (160, 33),
  ])
  private static let maximumEntries = 256

  private static func codes<Value>(_ values: [String: Value]) -> [UInt32: Value] {
    Dictionary(uniqueKeysWithValues: values.map { (MediaBoxType.code($0.key), $0.value) })
  }
}
