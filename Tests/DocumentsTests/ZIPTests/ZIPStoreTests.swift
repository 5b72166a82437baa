import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

/// The entry of the store, whose local header no hash covers (threat T-55).
@Suite("The entry of a manifest store") struct ZIPStoreTests {
  private static let path = "META-INF/content_credential.c2pa"
  private static let store = DummyStore.bytes(300)

  private static func file(
    _ name: String = path, _ change: (inout ZIPFile.Entry) -> Void = { _ in }
  ) -> ZIPFile {
    var entry = ZIPFile.Entry(name)
    entry.content = store
    change(&entry)
    return ZIPFile([.init("a.txt", "first"), entry])
  }

  private func code(_ bytes: [UInt8]) throws -> String? {
    let document = try Document(ByteSource(bytes: bytes), path: "a.zip")
    guard let carrier = document.carrier else { return ZIPHostileTests.code(of: document.problem) }
    return switch try carrier.locate() {
    case .none: "none"
    case .unusable(let note): note.code.name
    case .found(let store): store.doubts.first?.code.name
    }
  }

  @Test("a stored entry of that path is the store, with UTF-8 flag and comment too")
  func sound() throws {
    #expect(try code(Self.file().built().bytes) == nil)
    #expect(try code(Self.file { $0.flags = 0x0800 }.built().bytes) == nil)
    #expect(try code(Self.file { $0.comment = [0x61] }.built().bytes) == nil)
    let extra: [UInt8] = [0x55, 0x54, 1, 0, 0]
    let same = Self.file { ($0.extra, $0.localExtra) = (extra, extra) }
    #expect(try code(same.built().bytes) == nil)
  }

  @Test(
    "an entry that readers could take for another, or that no one can read, is no store",
    arguments: [
      (file { $0.deflates = true }, "ZIP-STORE-COMPRESSED"),
      (file { $0.flags = 1 }, "ZIP-STORE-ENCRYPTED"),
      (file { $0.flags = 2 }, "ZIP-STORE-FLAGS"),
      (file { $0.descriptor = .signed }, "ZIP-STORE-FLAGS"),
      (file { $0.localExtra = [0x55, 0x54, 1, 0, 0] }, "ZIP-STORE-HEADER"),
      (file { $0.localExtra = [0, 0, 0] }, "ZIP-STORE-HEADER"),
      (file { $0.extra = [0x55, 0x54, 1, 0, 0] }, "ZIP-STORE-HEADER"),
      (file { $0.content = [] }, "ZIP-STORE-SIZE"),
      (file("meta-inf/content_credential.c2pa"), "ZIP-STORE-PATH"),
      (file("META-INF/content_credential.C2PA"), "ZIP-STORE-PATH"),
      (file("META-INF/content_credential.c2pa."), "ZIP-STORE-PATH"),
      (file("content_credential.c2pa"), "none"),
      (ZIPFile(file().entries + [.init(path, "second")]), "ZIP-NAME-TWIN"),
    ])
  func unusable(file: ZIPFile, code: String) throws {
    #expect(try self.code(file.built().bytes) == code)
  }

  @Test("every field of its local header is the record's: no byte of it can be changed unnoticed")
  func headerIsWatched() throws {
    let built = Self.file().built()
    let header = built.headers[1]
    for offset in header..<(header + 30 + Self.path.utf8.count) {
      for bit in 0..<8 {
        var changed = built.bytes
        changed[offset] ^= 1 << bit
        #expect(try code(changed) != nil, "bit \(bit) of byte \(offset - header)")
      }
    }
  }

  @Test("a wrong checksum in both places leaves a doubt")
  func checksum() throws {
    var built = Self.file().built()
    for offset in [built.headers[1] + 14, built.records[1] + 16] {
      built.put(0 as UInt32, at: offset)
    }
    #expect(try code(built.bytes) == "ZIP-STORE-CRC")
  }

  @Test("encrypted entries beside the store leave a doubt")
  func encrypted() throws {
    var file = Self.file()
    file.entries[0].flags = 1
    #expect(try code(file.built().bytes) == "ZIP-ENCRYPTED")
  }
}
