import BroadsealBytes
import BroadsealFiles
import Glibc

/// What stands in one folder, by name in byte order, in memory that does not grow with it.
///
/// All names that are held stand in one array: each in one of its own would take four times the memory. A folder
/// of more names than may be held is gone through once for every so many of them, and each time the next
/// ones in order are taken out of it.
struct Folder {
  /// One name in the folder.
  struct Member: Equatable {
    /// The name's bytes.
    let name: [UInt8]
    /// `d_type` of the entry; `DT_UNKNOWN` where the file system does not say.
    let type: UInt8
  }

  /// Where a name stands among all that are held.
  private struct Place {
    let start: UInt32
    /// Linux has no longer name than 255 bytes.
    let length: UInt16
    let type: UInt8

    var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
  }

  /// Bytes of names, and of their places, that are held after a part of them was put back.
  static let usualLimit = 4 << 20

  private let path: FilePath
  private let isFollowed: Bool
  private let limit: Int
  private var names: [UInt8] = []
  private var places: [Place] = []
  private var index = 0
  /// Whether the folder holds names behind those that are held.
  private var hasMore = false
  /// Whether every name of the folder is held.
  private var isWhole = true

  /// Reads the folder at `path`; with `following`, also through a symbolic link.
  init(
    _ path: FilePath, following: Bool, limit: Int = Folder.usualLimit
  ) throws(FolderError) {
    self.path = path
    isFollowed = following
    self.limit = limit
    try fill(after: nil)
  }

  /// The next name in order, but for `.` and `..`; nil at the end.
  mutating func next() throws(FolderError) -> Member? {
    if index == places.count, hasMore, let last = places.last {
      try fill(after: Array(names[last.range]))
    }
    guard index < places.count else { return nil }
    defer { index += 1 }
    return Member(name: Array(names[places[index].range]), type: places[index].type)
  }

  /// Whether the folder holds that name.
  func contains(_ name: ArraySlice<UInt8>) -> Bool {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if names[places[middle].range].lexicographicallyPrecedes(name) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    if low < places.count, names[places[low].range].elementsEqual(name) { return true }
    guard !isWhole else { return false }
    var status = stat()
    return unsafe path.appending(name).withCString { unsafe lstat($0, &status) } == 0
  }

  /// Takes the names that come after `last` out of the folder, as many as may be held.
  private mutating func fill(after last: [UInt8]?) throws(FolderError) {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (isFollowed ? 0 : O_NOFOLLOW)
    let descriptor: Int32
    do throws(SourceError) { descriptor = try path.open(flags) } catch {
      throw FolderError(message: error.reason)
    }
    guard let stream = unsafe fdopendir(descriptor) else {
      let error = FolderError.system()
      close(descriptor)
      throw error
    }
    defer { unsafe closedir(stream) }
    names.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    (index, hasMore) = (0, false)
    var most: [UInt8]?
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        if errno != 0 { throw FolderError.system() }
        break
      }
      let name = unsafe Folder.name(of: entry)
      if unsafe name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) { continue }
      if let last, unsafe !last.lexicographicallyPrecedes(name) { continue }
      // What comes after the last one that may be held is for a later time.
      if let most, unsafe !name.lexicographicallyPrecedes(most) { continue }
      guard let start = UInt32(exactly: names.count), let length = UInt16(exactly: name.count)
      else { throw FolderError(message: "a name in it is too long") }
      places.append(Place(start: start, length: length, type: unsafe entry.pointee.d_type))
      unsafe names.append(contentsOf: name)
      if size > 2 * limit { most = cut() }
    }
    sort()
    isWhole = isWhole && !hasMore
  }

  /// Bytes that are held.
  private var size: Int { names.count + places.count * MemoryLayout<Place>.stride }

  private mutating func sort() {
    let names = names
    places.sort { left, right in
      names[left.range].lexicographicallyPrecedes(names[right.range])
    }
  }

  /// Puts back the names that come last, and leaves as many as may be held; gives the last of these.
  private mutating func cut() -> [UInt8]? {
    sort()
    var kept: [UInt8] = []
    var count = 0
    for place in places {
      let length = Int(place.length)
      let held = kept.count + length + (count + 1) * MemoryLayout<Place>.stride
      guard count == 0 || held <= limit, let start = UInt32(exactly: kept.count) else { break }
      kept += names[place.range]
      places[count] = Place(start: start, length: place.length, type: place.type)
      count += 1
    }
    places.removeLast(places.count - count)
    names = kept
    hasMore = true
    return places.last.map { Array(names[$0.range]) }
  }

  /// Reads the name where it stands: the array that `dirent` declares may be shorter than it.
  private static func name(of entry: UnsafeMutablePointer<dirent>) -> UnsafeRawBufferPointer {
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else {
      return unsafe UnsafeRawBufferPointer(start: nil, count: 0)
    }
    let start = unsafe UnsafeRawPointer(entry).advanced(by: offset)
    let length = unsafe strlen(start.assumingMemoryBound(to: CChar.self))
    return unsafe UnsafeRawBufferPointer(start: start, count: length)
  }
}

/// Why a folder could not be read.
struct FolderError: Error {
  /// The system's words.
  let message: String

  static func system() -> FolderError {
    unsafe FolderError(message: String(cString: strerror(errno)))
  }
}
