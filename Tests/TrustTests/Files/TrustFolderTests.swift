import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import Glibc
import TestSupport
import Testing

struct TrustFolderTests {
  /// A folder of the demonstration's material after one change.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let expected: TrustError.Kind?
    let change: @Sendable (Scratch) throws -> Void

    init(
      _ name: String, _ expected: TrustError.Kind?,
      _ change: @escaping @Sendable (Scratch) throws -> Void
    ) {
      testDescription = name
      self.expected = expected
      self.change = change
    }
  }

  static let cases: [Case] = [
    Case("nothing changed", nil) { _ in },
    Case("anchors in JSON beside those in PEM", nil) {
      let list = try ListMaker().unscoped().json
      $0.write(list, to: "anchors.json")
      $0.write(list, to: "tsa.json")
    },
    Case("a government list for anchors", .malformed) {
      $0.write(try ListMaker().content().json, to: "anchors.json")
    },
    Case("broken anchors in JSON", .malformed) { $0.write([0x7B], to: "tsa.json") },
    Case("a file that no rule names", .unknownFile) { $0.write([], to: "anchor.pem") },
    Case("a hidden file", .unknownFile) { $0.write([], to: ".anchors.pem.swp") },
    Case("a file in another case", .unknownFile) { $0.write([], to: "Anchors.pem") },
    Case("a name that is not UTF-8", .unknownFile) {
      $0.write([], toBytes: [0xFF] + Array("anchors.pem".utf8))
    },
    Case("a file that no rule names beside the lists", .unknownFile) {
      $0.write([], to: "government/us.json.old")
    },
    Case("keys without their list", .unknownFile) {
      $0.write(try TestPKI.shared().demo.us.pinned.pem, to: "government/eu.keys.pem")
    },
    Case("a list without its keys", .keysMissing) { remove($0("government/us.keys.pem")) },
    Case("broken keys", .malformed) { $0.write([0x41], to: "government/us.keys.pem") },
    Case("a broken list", .malformed) { $0.write([0x41], to: "government/us.json") },
    Case("the lists swapped", .notEnoughSignatures) {
      $0.write(try TestPKI.shared().demo.jpList, to: "government/us.json")
    },
    Case("broken anchors", .malformed) { $0.write([], to: "anchors.pem") },
    Case("a folder in the place of a file", .unreadable) {
      remove($0("tsa.pem"))
      _ = unsafe mkdir($0("tsa.pem"), 0o755)
    },
    Case("a pipe in the place of a file", .unreadable) {
      remove($0("tsa.pem"))
      _ = unsafe mkfifo($0("tsa.pem"), 0o644)
    },
    Case("a link to nowhere in the place of a file", .missing) {
      remove($0("tsa.pem"))
      _ = unsafe symlink("/nowhere/at/all", $0("tsa.pem"))
    },
    Case("a link to the file itself", .unreadable) {
      remove($0("tsa.pem"))
      _ = unsafe symlink("tsa.pem", $0("tsa.pem"))
    },
    Case("a file in the place of a folder", .unreadable) { scratch in
      removeLists(scratch)
      _ = unsafe rmdir(scratch("government"))
      scratch.write([], to: "government")
    },
    Case("only purposes", .missing) { scratch in
      for name in ["anchors.pem", "tsa.pem", "allowed.pem"] { remove(scratch(name)) }
      removeLists(scratch)
    },
  ]

  static func remove(_ path: String) { _ = unsafe unlink(path) }

  static func removeLists(_ scratch: Scratch) {
    for name in ["us.json", "us.keys.pem", "jp.json", "jp.keys.pem"] {
      remove(scratch("government/\(name)"))
    }
  }

  @Test("A trust folder holds what it may and nothing else", arguments: cases)
  func folder(_ item: Case) throws {
    let scratch = Scratch()
    let demo = try TestPKI.shared().demo
    scratch.write(demo.claimAnchors.flatMap(\.pem), to: "anchors.pem")
    scratch.write(demo.tsaAnchors.flatMap(\.pem), to: "tsa.pem")
    scratch.write(demo.aiService.certificate.pem, to: "allowed.pem")
    scratch.write("1.2.3\n".utf8, to: "eku.txt")
    for (country, list) in [(demo.us, demo.usList), (demo.jp, demo.jpList)] {
      scratch.write(list, to: "government/\(country.agency.folder).json")
      scratch.write(country.pinned.pem, to: "government/\(country.agency.folder).keys.pem")
    }
    try item.change(scratch)
    let found = kind {
      let material = try TrustFolder.read(FilePath(scratch.path))
      let context = try TrustContext(material, at: TestPKI.now)
      #expect(context.government.count == 2)
      #expect(context.anchors.allowed == [demo.aiService.certificate.sha256])
      #expect(context.anchors.acceptedPurposes.contains("1.2.3"))
    }
    #expect(found == item.expected)
  }

  @Test("A folder that does not exist is an error")
  func missing() {
    #expect(kind { _ = try TrustFolder.read("/nowhere/at/all") } == .missing)
  }

  @Test("What lies in the wrong place is told where it belongs")
  func places() throws {
    let scratch = Scratch()
    let demo = try TestPKI.shared().demo
    func told(_ body: () throws(TrustError) -> Void) -> String {
      do throws(TrustError) { try body() } catch { return "\(error.reason); \(error.hint ?? "")" }
      return ""
    }
    scratch.write(demo.usList, to: "lists/us.json")
    let lists = FilePath(scratch("lists"))
    #expect(
      told { () throws(TrustError) in _ = try TrustFolder.read(lists) }
        .hasSuffix("a folder government inside it: \(scratch("lists/government/us.json"))"))
    // One folder too deep: what is right stands above it, and nothing is to be moved.
    scratch.write(demo.usList, to: "trust/government/us.json")
    scratch.write(demo.us.pinned.pem, to: "trust/government/us.keys.pem")
    for path in ["trust/government", "trust/government/"] {
      #expect(
        told { () throws(TrustError) in _ = try TrustFolder.read(FilePath(scratch(path))) }
          .hasSuffix("name the folder above it: \(scratch("trust"))"))
    }
    #expect(
      told { () throws(TrustError) in _ = try TrustFolder.read(FilePath(scratch("lists/us.json"))) }
        .hasPrefix("this is a file, and a trust folder is meant; --government names"))
    var store = TrustStore()
    #expect(
      told { () throws(TrustError) in try store.addGovernmentList(lists) }
        .hasSuffix("name the list itself: \(scratch("lists/us.json"))"))
    scratch.write([], to: "lists/jp.json")
    #expect(
      told { () throws(TrustError) in try store.addGovernmentList(lists) }
        .contains("--trust-dir takes a folder with lists in a folder government inside it"))
  }

  @Test("A recognised list needs no keys file in the folder")
  func recognised() throws {
    let scratch = Scratch()
    let demo = try TestPKI.shared().demo
    scratch.write(demo.usList, to: "government/us.json")
    scratch.write(demo.us.pinned.pem, to: "government/us.keys.pem")
    scratch.write(demo.jpList, to: "government/jp.json")
    let context = try TrustContext(
      try TrustFolder.read(FilePath(scratch.path)), at: TestPKI.now)
    #expect(context.government.map(\.isPinned) == [false, true])
  }

  @Test("The same material makes the same fingerprint, other material another")
  func fingerprint() throws {
    let pki = try TestPKI.shared()
    let whole = try pki.context()
    #expect(try pki.context().fingerprint == whole.fingerprint)
    var less = TrustStore()
    less.addClaimAnchors(pki.demo.claimAnchors.flatMap(\.pem), name: "anchors.pem")
    let anchors = try TrustContext(less, at: TestPKI.now)
    less.addGovernmentList(pki.demo.usList, name: "us.json", keys: pki.demo.us.pinned.pem)
    let withList = try TrustContext(less, at: TestPKI.now)
    try less.addPurpose("1.2.3")
    let withPurpose = try TrustContext(less, at: TestPKI.now)
    let all = [whole, anchors, withList, withPurpose].map(\.fingerprint)
    #expect(Set(all).count == all.count)
  }
}
