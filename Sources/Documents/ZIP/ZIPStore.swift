import BroadsealBytes
import BroadsealNotes

/// The entry that holds the manifest store (C2PA 2.5 §A.6.3).
enum ZIPStore {
  /// The one path it may have.
  static let path = "META-INF/content_credential.c2pa"

  /// Why the entry is no store that every reader would take for the same; nil when it is.
  ///
  /// No hash covers its local header, so that must say what its record says, byte for byte.
  static func fault(of entry: ZIPEntry) -> Note? {
    func note(_ code: ZIPCode, _ detail: String? = nil) -> Note {
      Note(code, detail, at: entry.range.start)
    }
    let record = entry.record
    guard entry.name.text.isExactly(path) else {
      return note(ZIPCode.storePath, "an entry bears almost the name of the manifest store")
    }
    guard !record.isEncrypted else {
      return note(ZIPCode.storeEncrypted, "the manifest store is encrypted")
    }
    guard record.method == 0 else {
      return note(ZIPCode.storeCompressed, "the manifest store is compressed")
    }
    guard record.flags & ~0x0800 == 0 else {
      return note(ZIPCode.storeFlags, "the manifest store has flags that it may not have")
    }
    guard entry.isRepeated, entry.range.length == headerLength(of: record) + entry.data.length
    else {
      return note(
        ZIPCode.storeHeader, "the header of the manifest store holds more than the directory says")
    }
    guard entry.data.length > 0, entry.data.length <= StoreLimits.maximumSize else {
      return note(ZIPCode.storeSize)
    }
    return nil
  }

  /// Length of a local header that repeats `record`.
  private static func headerLength(of record: ZIPRecord) -> Int {
    ZIPEntry.headerSize + record.name.count + record.extra.count
  }
}
