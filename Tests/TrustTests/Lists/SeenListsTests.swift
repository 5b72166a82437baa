import BroadsealBytes
import BroadsealFiles
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
