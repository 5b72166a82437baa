import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

/// Files of broken structure, each form of which a reader of TIFF has been led astray by.
@Suite struct TIFFHostileTests {
  private let store = DummyStore.bytes(300)

  /// Why the file is not read; nil when it is.
  private func fault(_ file: TIFFFile) throws -> String? {
    do {
      _ = try TIFFCarrier(ByteSource(bytes: file.bytes)).locate()
      return nil
    } catch DocumentError.malformed(let code, _) { return code.name }
  }

  private func file(_ change: (inout TIFFFile) -> Void) -> TIFFFile {
    var file = TIFFFile()
    change(&file)
    return file
  }

  @Test(arguments: [true, false])
  func `directories in a circle are refused`(isBig: Bool) throws {
    #expect(
      try fault(file { ($0.isBig, $0.links[0]) = (isBig, isBig ? 16 : 8) }) == "TIFF-STRUCTURE")
    var two = file { $0.isBig = isBig }
    two.pages = [TIFFFile.pixel, TIFFFile.pixel]
    two.links[1] = two.offsets[0]
    #expect(try fault(two) == "TIFF-STRUCTURE")
  }

  @Test(arguments: [1, 5, 7])
  func `a directory inside the header is refused`(offset: Int) throws {
    #expect(try fault(file { $0.links[0] = offset }) == "TIFF-STRUCTURE")
  }

  @Test func `a directory behind the end is refused`() throws {
    #expect(try fault(file { $0.links[0] = 0xFFFF_FFF0 }) == "TIFF-TRUNCATED")
    #expect(try fault(file { ($0.isBig, $0.links[0]) = (true, Int.max) }) == "TIFF-TRUNCATED")
    #expect(try fault(file { ($0.isBig, $0.links[0]) = (true, Int.min) }) == "TIFF-STRUCTURE")
  }

  @Test(arguments: [0, 0xFFFF])
  func `a count of entries that cannot be is refused`(count: Int) throws {
    #expect(try fault(file { $0.counts[0] = count }) != nil)
    #expect(try fault(file { ($0.isBig, $0.counts[0]) = (true, count) }) != nil)
  }

  @Test(arguments: [1 << 16, 1 << 40, Int.max, -1])
  func `a count of entries beyond all limits is refused`(count: Int) throws {
    #expect(try fault(file { ($0.isBig, $0.counts[0]) = (true, count) }) == "TIFF-STRUCTURE")
  }

  @Test(arguments: [301, 1 << 31, 1 << 62, UInt64(1) << 63, .max])
  func `a store that ends behind the file is refused`(count: UInt64) throws {
    for isBig in [true, false] where isBig || count <= UInt64(UInt32.max) {
      let broken = file {
        $0.isBig = isBig
        $0.pages[0].append(.store(store, count: count))
      }
      #expect(try fault(broken) == "TIFF-TRUNCATED")
    }
  }

  @Test(arguments: [0, 1, 4] as [UInt64])
  func `a store in the entry itself is none`(count: UInt64) throws {
    let broken = file { $0.pages[0].append(.store(store, count: count)) }
    guard case .unusable(let note) = try TIFFCarrier(ByteSource(bytes: broken.bytes)).locate()
    else {
      Issue.record("it was found")
      return
    }
    #expect(note.code.name == "TIFF-STORE-TYPE")
  }

  @Test func `a store that is its own directory is none`() throws {
    let broken = file {
      $0.pages[0].append(TIFFFile.Entry(52_545, 7, 60, .number(8)))
    }
    guard case .unusable(let note) = try TIFFCarrier(ByteSource(bytes: broken.bytes)).locate()
    else {
      Issue.record("it was found")
      return
    }
    #expect(note.code.name == "TIFF-STORE-PLACE")
  }

  @Test func `more directories than there are pages anywhere are refused`() throws {
    let many = file {
      $0.pages = Array(
        repeating: [TIFFFile.Entry(256, 3, 1, .number(1))],
        count: TIFFLimits.maximumDirectories + 1)
    }
    #expect(try fault(many) == "TIFF-LIMIT")
  }

  @Test func `directories that share their entries cost no more than entries that do not`() throws {
    // Each directory counts as many entries as there are, and begins two bytes behind the one before it.
    var bytes = Array("II".utf8) + [42, 0, 8, 0, 0, 0]
    bytes += [UInt8](repeating: 0xFF, count: 900_000)
    let time = ComputingTime.spent {
      #expect(throws: DocumentError.self) { try TIFFCarrier(ByteSource(bytes: bytes)) }
    }
    #expect(time < .seconds(10), "\(time)")
  }

  @Test func `a page names few stores, and what is kept of a million texts is bounded`() throws {
    let stores = [TIFFFile.Entry](
      repeating: .store([UInt8](repeating: 1, count: 20)), count: TIFFLimits.maximumStores + 1)
    #expect(try fault(file { $0.pages = [TIFFFile.pixel + stores] }) == "TIFF-LIMIT")
    let texts = [TIFFFile.Entry](
      repeating: TIFFFile.Entry(270, 2, 4, .number(0x41)), count: 6_000)
    let source = ByteSource(bytes: file { $0.pages = [texts + TIFFFile.pixel] }.bytes)
    #expect(try TIFFCarrier.metadata(of: source).count == 4_096)
  }

  @Test func `a header of another width or without a directory is refused`() throws {
    for (place, value) in [(4, 4), (6, 1)] {
      var bytes = file { $0.isBig = true }.bytes
      bytes[place] = UInt8(value)
      #expect(throws: DocumentError.self) { try TIFFCarrier(ByteSource(bytes: bytes)) }
    }
    var bytes = TIFFFile().bytes
    bytes.replaceSubrange(4..<8, with: [0, 0, 0, 0])
    #expect(throws: DocumentError.self) { try TIFFCarrier(ByteSource(bytes: bytes)) }
  }

  @Test func `a labelled file is never found labelled once it was cut`() throws {
    let document = try Document(ByteSource(bytes: TIFFFile().bytes), path: nil)
    let labelled = try RoundTrip.embed(store, in: document).bytes
    for length in 0..<labelled.count {
      let cut = ByteSource(bytes: Array(labelled.prefix(length)))
      #expect(throws: DocumentError.self) { try TIFFCarrier(cut) }
    }
  }
}
