package import BroadsealBytes
import Glibc

/// A room in a file in which something grows: what it holds stays, more comes behind it, and a number of four
/// bytes before all of it then says how much there is.
///
/// Whatever happens in between, the file holds what it held: until the number is written nobody reads what
/// stands behind. What is written reaches the disk before the number does.
package struct GrowingRoom: ~Copyable {
  private let descriptor: Int32
  private let path: String
  private let place: Int
  private let old: [UInt8]
  private let new: [UInt8]

  /// Opens the file at `path`, which must be `source` still.
  ///
  /// - Parameters:
  ///   - place: where the number stands; what grows begins with it.
  ///   - old: what is there, with its number.
  ///   - new: what is to be there, to the end of the room: `old` with another number, and more, and zeros.
  /// - Throws: `.changed` where the file is another by now, or does not hold `old` there.
  package init(
    _ source: ByteSource, at path: FilePath, _ place: Int, from old: [UInt8], to new: [UInt8]
  ) throws(SourceError) {
    let fault = SourceError(.changed, path: path.display)
    guard GrowingRoom.isGrowth(from: old, to: new),
      let room = ByteRange(start: place, length: new.count)
    else { throw fault }
    guard try source.read(room).starts(with: old) else { throw fault }
    let descriptor = try path.open(O_RDWR | O_CLOEXEC)
    do throws(SourceError) {
      try source.checkStill(at: path)
      let state = try FileIdentity(descriptor: descriptor, path: path.display)
      guard state == source.state else { throw fault }
    } catch {
      close(descriptor)
      throw error
    }
    self.descriptor = descriptor
    self.path = path.display
    self.place = place
    self.old = old
    self.new = new
  }

  /// Whether `new` is `old` with another number and something behind it.
  package static func isGrowth(from old: [UInt8], to new: [UInt8]) -> Bool {
    old.count >= numberLength && new.count >= old.count
      && old.dropFirst(numberLength).elementsEqual(new[numberLength..<old.count])
  }

  deinit { close(descriptor) }

  private static let numberLength = 4

  /// Writes what is new, and then the number.
  package func grow() throws(SourceError) {
    try write(new[old.count...], at: place + old.count)
    try write(new[..<GrowingRoom.numberLength], at: place)
  }

  /// Puts everything back.
  package func shrink() throws(SourceError) {
    try write(old[..<GrowingRoom.numberLength], at: place)
    let zeros = [UInt8](repeating: 0, count: new.count - old.count)
    try write(zeros[...], at: place + old.count)
  }

  private func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(SourceError) {
    unsafe try OutputArea.write(bytes.span.bytes, to: descriptor, at: offset, path: path)
    guard fdatasync(descriptor) == 0 else { throw SourceError.system(path: path) }
  }
}
