import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealVerifying
import TestSupport

/// T-27, T-30: what a picture's own structure lets a stranger do with a labelled file, without any key.
enum PictureThreats {
  static let rows: [ThreatRow] = directories + blocks

  private static let altered = ThreatOutcome.broken(.altered, "OFF-1-ALTERED")
  private static let unreadable = malformed("manifest.inaccessible.malformed")

  /// There is no one label that could be judged.
  private static func malformed(_ code: String) -> ThreatOutcome {
    ThreatOutcome(
      integrity: "malformed", origin: "", state: "Invalid", reasons: [], codes: [code], exit: 1)
  }

  /// There is no label.
  private static let unlabelled = ThreatOutcome(
    integrity: "no-label", origin: "", state: "", reasons: [], exit: 4)

  /// TIFF: the directories and the entry of the store, whose count no hash covers.
  private static let directories: [ThreatRow] = [
    tiff("bytes behind the store", altered) { file, _ in file + [1, 2, 3, 4] },
    tiff("the store's count enlarged over bytes that were put behind it", unreadable) {
      file, store in
      counted(file + [1, 2, 3, 4], store, store.extent.length + 4)
    },
    tiff("the same, over zeros", altered) { file, store in
      counted(file + [0, 0, 0, 0], store, store.extent.length + 4)
    },
    tiff("the store's count beyond the end of the file", malformed("TIFF-TRUNCATED")) {
      file, store in
      counted(file, store, store.extent.length + 1)
    },
    tiff("the store's count of 2³² − 1", malformed("TIFF-TRUNCATED")) { file, store in
      counted(file, store, Int(UInt32.max))
    },
    tiff("the store's count cut short", unreadable) { file, store in
      counted(file, store, store.extent.length - 1)
    },
    tiff("a second directory that leads back to the first", malformed("TIFF-STRUCTURE")) {
      file, store in
      linked(file, store, to: 4)
    },
    tiff("a second store in a directory behind the first", malformed("TIFF-MULTIPLE-STORES")) {
      file, store in
      let end = file.count + file.count % 2
      let small = TIFFFile()
      var entry = small.number(1, 2)
      entry += small.number(52_545, 2)
      entry += small.number(7, 2)
      entry += small.number(store.extent.length, 4)
      entry += small.number(store.extent.start, 4)
      entry += small.number(0, 4)
      let filling = [UInt8](repeating: 0, count: file.count % 2)
      return linked(file, store, to: end) + filling + entry
    },
    tiff("the picture's data moved onto the bytes of the store", altered) { file, store in
      replacing(file, TIFFFile().number(8 + 2 + 8 * 12 + 4, 4), by: store.extent.start)
    },
  ]

  /// GIF and JPEG XL: blocks and boxes beside the store.
  private static let blocks: [ThreatRow] = [
    gif("a comment behind the end of the picture", altered) { file, _ in
      file + [0x21, 0xFE, 1, 0x61, 0]
    },
    gif("a comment before the store", altered) { file, store in
      inserting([0x21, 0xFE, 1, 0x61, 0], into: file, at: store.extent.start)
    },
    gif("junk in the store's own block", unreadable) { file, store in
      inserting([3, 0x61, 0x62, 0x63], into: file, at: store.extent.end - 1)
    },
    gif("a second copy of the store", malformed("GIF-MULTIPLE-STORES")) { file, store in
      inserting(Array(file[store.extent.bounds]), into: file, at: store.extent.end)
    },
    gif("the store moved behind the picture", malformed("GIF-STORE-PLACE")) { file, store in
      var moved = file
      moved.removeSubrange(store.extent.bounds)
      return inserting(Array(file[store.extent.bounds]), into: moved, at: moved.count - 1)
    },
    gif("the size of a colour table changed", malformed("GIF-STRUCTURE")) { file, _ in
      var changed = file
      changed[10] |= 7
      return changed
    },
    jxl("a box behind the picture", altered) { file, _ in
      file + [0, 0, 0, 9] + Array("free".utf8) + [1]
    },
    jxl("loose bytes behind the picture", malformed("JXL-TRUNCATED")) { file, _ in file + [0, 0, 0]
    },
    jxl("a second copy of the store", malformed("JXL-MULTIPLE-STORES")) { file, store in
      file + file[store.extent.bounds]
    },
    jxl("the store put into a box of its own kind", unlabelled) { file, store in
      let size = UInt32(store.extent.length + 8)
      let head = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: size >> $0) }
      return inserting(head + Array("jumb".utf8), into: file, at: store.extent.start)
    },
  ]

  private typealias Change = @Sendable ([UInt8], LocatedStore) -> [UInt8]

  private static func tiff(
    _ attack: String, _ expected: ThreatOutcome, _ change: @escaping Change
  ) -> ThreatRow {
    row(.directories, "TIFF: " + attack, expected, "release.tif", SmallPicture.tiff, change)
  }

  private static func gif(
    _ attack: String, _ expected: ThreatOutcome, _ change: @escaping Change
  ) -> ThreatRow {
    row(.forgedSizes, "GIF: " + attack, expected, "release.gif", SmallPicture.gif, change)
  }

  private static func jxl(
    _ attack: String, _ expected: ThreatOutcome, _ change: @escaping Change
  ) -> ThreatRow {
    row(.forgedSizes, "JPEG XL: " + attack, expected, "release.jxl", SmallPicture.jxl, change)
  }

  private static func row(
    _ threat: Threat, _ attack: String, _ expected: ThreatOutcome, _ name: String,
    _ content: [UInt8], _ change: @escaping Change
  ) -> ThreatRow {
    ThreatRow(threat, attack, expected) { pki in
      let carrier = try Document(ByteSource(bytes: content), path: FilePath(name)).carrier
      guard let carrier else { throw TestManifest.Failure() }
      let labelled = try TestManifest(pki).embedded(in: content, by: carrier)
      let found = try Document(ByteSource(bytes: labelled), path: FilePath(name)).carrier?.locate()
      guard case .found(let store) = found else { throw TestManifest.Failure() }
      return ThreatCase(name, change(labelled, store), trust: .demo(pki))
    }
  }

  /// The file with `bytes` at `offset`.
  private static func inserting(_ bytes: [UInt8], into file: [UInt8], at offset: Int) -> [UInt8] {
    var changed = file
    changed.insert(contentsOf: bytes, at: offset)
    return changed
  }

  /// The file with another count of the store.
  private static func counted(_ file: [UInt8], _ store: LocatedStore, _ count: Int) -> [UInt8] {
    var changed = file
    if let place = store.permitted.first {
      changed.replaceSubrange(place.bounds, with: TIFFFile().number(count, 4))
    }
    return changed
  }

  /// The file whose last directory, which ends where the store begins, leads on to `offset`.
  private static func linked(_ file: [UInt8], _ store: LocatedStore, to offset: Int) -> [UInt8] {
    let start = store.extent.start - 4
    let link = TIFFFile().number(offset == 4 ? directory(file) : offset, 4)
    var changed = file
    changed.replaceSubrange(start..<start + 4, with: link)
    return changed
  }

  /// Where the first directory begins.
  private static func directory(_ file: [UInt8]) -> Int {
    file[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// The file with `offset` in the place of every number `old` in its last directory.
  private static func replacing(_ file: [UInt8], _ old: [UInt8], by offset: Int) -> [UInt8] {
    var changed = file
    let start = directory(file)
    for place in start..<min(start + 200, file.count - 4) where file[place...].starts(with: old) {
      changed.replaceSubrange(place..<place + 4, with: TIFFFile().number(offset, 4))
    }
    return changed
  }
}
