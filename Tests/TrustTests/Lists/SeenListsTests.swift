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
    scratch.write([0], to: "trust-sequences.json/in-the-way")
    let notes = try SeenLists(in: FilePath(scratch.path)).read().notes
    #expect(notes.map(\.kind) == [.unread])
    #expect(notes.first?.reason == scratch("trust-sequences.json") + ": not a regular file")
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
