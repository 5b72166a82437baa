import BroadsealBytes
import BroadsealFiles
import BroadsealOpenSSL
import TestSupport
import Testing

@testable import BroadsealTrust

@Suite("The record of lists seen before says what it does not know, and stops when it was damaged")
struct SeenListsTests {
  @Test("without a folder, or with a record that cannot be read, a note is returned")
  func notes() throws {
    #expect(try SeenLists(in: nil).read().notes.map(\.kind) == [.noFolder])
    let scratch = Scratch()
    #expect(try SeenLists(in: FilePath(scratch.path)).read().notes == [])
    let long = FilePath(scratch.path + "/" + String(repeating: "n", count: 300))
    #expect(try SeenLists(in: long).read().notes.map(\.kind) == [.unread])
  }

  @Test(
    "what is no file, or larger than any record that is written, stops the run and stays as it is")
  func noRecord() throws {
    let scratch = Scratch()
    let large = [UInt8](repeating: 0x20, count: SeenLists.maximumRead + 1)
    scratch.write([0], to: "folder/trust-sequences.json/in-the-way")
    scratch.write(large, to: "large/trust-sequences.json")
    let demo = try TestPKI.shared().demo
    var store = TrustStore()
    store.addGovernmentList(demo.usList, name: "us.json", keys: demo.us.pinned.pem)
    for name in ["folder", "large"] {
      let seen = SeenLists(in: FilePath(scratch(name)))
      #expect(throws: TrustError.self) { try seen.read() }
      let context = try TrustContext(store, at: demo.start)
      let notes = seen.remember(
        context.government,
        after: SeenLists.Record(sequences: SeenSequences(), notes: []))
      #expect(notes.map(\.kind) == [.damaged])
    }
    #expect(scratch.read("large/trust-sequences.json") == large)
  }

  @Test("a link that leads nowhere is no record that is not there yet")
  func dangling() throws {
    let scratch = Scratch()
    scratch.write([], to: "record/here")
    let made = Command.shell(
      """
      cd '\(scratch.path)' && ln -s /nowhere/at/all record/trust-sequences.json && ln -s gone folder &&
      mkdir real && ln -s real link
      """)
    #expect(made.code == 0, "\(made.errorText)")
    for name in ["record", "folder", "folder/below"] {
      do throws(TrustError) {
        _ = try SeenLists(in: FilePath(scratch(name))).read()
        Issue.record("\(name) was read")
      } catch {
        #expect(error.reason.contains("a link that leads to nothing"), "\(name): \(error)")
        #expect(error.hint != nil)
      }
    }
    // A link to a folder is a folder, and one that is not there yet is made.
    #expect(try SeenLists(in: FilePath(scratch("link"))).read().notes == [])
    #expect(try SeenLists(in: FilePath(scratch("link/new/folder"))).read().notes == [])
  }

  @Test("one number that says two things stops the run, and so does a scheme that was mistyped")
  func contradictions() throws {
    let maker = try ListMaker()
    let demo = maker.pki.demo
    func told(_ lists: [(String, [UInt8], [UInt8]?)]) -> String {
      var store = TrustStore()
      for (name, bytes, keys) in lists { store.addGovernmentList(bytes, name: name, keys: keys) }
      do throws(TrustError) {
        _ = try TrustContext(store, at: TestPKI.now)
      } catch { return "\(error)" }
      return ""
    }
    func us(_ sequence: Int64, _ recognises: [Recognition] = []) throws -> [UInt8] {
      try TrustListSigner.sign(
        maker.content(sequence: sequence, recognises: recognises), keys: demo.us.listKeys,
        name: "us")
    }
    func given(_ name: String, _ bytes: [UInt8]) -> (String, [UInt8], [UInt8]?) {
      (name, bytes, demo.us.pinned.pem)
    }
    let recognition = Recognition(
      keys: try ListKeys(
        scheme: demo.jp.pinned.scheme + "x", threshold: demo.jp.pinned.threshold,
        keys: demo.jp.pinned.keys, name: "x"), labels: [.official],
      jurisdictions: [DemoAgency.jp.jurisdiction], from: demo.start, to: demo.nextUpdate)
    let pair = told([given("a", try us(7)), given("b", try us(7, [recognition]))])
    #expect(pair.contains("two different trust lists of the same scheme with the number 7"))
    #expect(told([given("a", try us(7)), given("b", try us(8))]).contains("two trust lists of"))
    let mistyped = told([given("us", try us(7, [recognition])), ("jp", demo.jpList, nil)])
    #expect(mistyped.contains("us recognises its keys for another scheme: "), "\(mistyped)")
  }

  @Test("a keys file is what its keeper wrote, with the mark of an editor or two bytes a character")
  func editors() throws {
    let pinned = try TestPKI.shared().demo.us.pinned
    let text = String(decoding: pinned.pem, as: UTF8.self)
    let units: [UInt8] = text.utf16.flatMap { unit -> [UInt8] in
      [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    let wide: [UInt8] = [0xFF, 0xFE] + units
    for bytes in [pinned.pem, [0xEF, 0xBB, 0xBF] + pinned.pem, wide] {
      #expect(try ListKeys(pem: bytes, name: "us.keys.pem") == pinned)
    }
    let marked = [0xEF, 0xBB, 0xBF] + Array("{}".utf8)
    do throws(TrustError) {
      _ = try ListDraft(parsing: marked, name: "draft.json")
      Issue.record("a mark was read")
    } catch { #expect(error.hint == "save it as UTF-8 without a mark (BOM)") }
  }

  @Test("every record that is written is read again, however many lists it names")
  func many() throws {
    let scratch = Scratch()
    let key = String(repeating: "0", count: 64)
    let entries = (0..<9_000).map { #"{"scheme":"list \#($0)","key":"\#(key)","sequence":7}"# }
    let text =
      #"{"schema":"broadseal.sequences/3","seen":["# + entries.joined(separator: ",") + "]}"
    scratch.write(Array(text.utf8), to: "trust-sequences.json")
    let demo = try TestPKI.shared().demo
    var store = TrustStore()
    store.addGovernmentList(demo.usList, name: "us.json", keys: demo.us.pinned.pem)
    let seen = SeenLists(in: FilePath(scratch.path))
    var notes: [SeenLists.Note] = []
    _ = try seen.context(store, at: demo.start, notes: &notes)
    #expect(notes == [])
    let numbers = try seen.read().sequences.numbers
    #expect(numbers.count > 9_000)
    #expect(numbers[SeenSequences.Key(scheme: "list 9", witness: .key(key))] == 7)
  }

  @Test(
    "a damaged record stops the run",
    arguments: [
      "", "{}", #"{"schema":"broadseal.sequences/4","seen":[]}"#,
      #"{"schema":"broadseal.sequences/2","seen":[{"scheme":"a"}]}"#,
      #"{"schema":"broadseal.sequences/1","seen":[{"scheme":"a","sequence":1,"keys":"00"}]}"#,
      #"{"schema":"broadseal.sequences/2","seen":[{"scheme":"a","sequence":1,"key":"00"}]}"#,
    ])
  func damaged(text: String) throws {
    let scratch = Scratch()
    scratch.write(Array(text.utf8), to: "trust-sequences.json")
    let error = #expect(throws: TrustError.self) {
      try SeenLists(in: FilePath(scratch.path)).read()
    }
    #expect(error?.kind == .malformed)
  }

  @Test("what was seen is read, with and without the keys that proved it")
  func read() throws {
    let scratch = Scratch()
    let text =
      #"{"schema":"broadseal.sequences/2","seen":[{"scheme":"a","keys":"00","sequence":7}]}"#
    scratch.write(Array(text.utf8), to: "trust-sequences.json")
    let seen = try SeenLists(in: FilePath(scratch.path)).read()
    #expect(seen.sequences.numbers == [SeenSequences.Key(scheme: "a", witness: .set("00")): 7])
  }
}
