import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

@Suite("Media that stands in another file")
struct MediaShowsTests {
  private static func film(_ flags: UInt8) -> [UInt8] {
    let entry = MediaFile.box("url ", [0, 0, 0, flags] + (flags == 0 ? Array("b.mov\0".utf8) : []))
    let list = MediaFile.box("dref", [0, 0, 0, 0, 0, 0, 0, 1] + entry)
    let media = MediaFile.box("mdia", MediaFile.box("minf", MediaFile.box("dinf", list)))
    return MediaFile.type() + MediaFile.box("moov", MediaFile.box("trak", media))
  }

  private func codes(_ bytes: [UInt8], _ name: String, _ depth: ShowDepth) throws -> [String] {
    try Document(ByteSource(bytes: bytes), path: FilePath(name)).shown(depth).map(\.code.name)
  }

  @Test("a film says so, at every depth", arguments: [ShowDepth.whole, .quick])
  func films(depth: ShowDepth) throws {
    #expect(try codes(Self.film(0), "a.mp4", depth).contains("CONTENT-EXTERNAL"))
    #expect(try !codes(Self.film(1), "a.mp4", depth).contains("CONTENT-EXTERNAL"))
  }

  @Test("so does a playlist, and no other text")
  func playlists() throws {
    let text = Array("#EXTM3U\nb.ts\n".utf8)
    for name in ["a.m3u8", "a.m3u", "a.pls", "a.url"] {
      #expect(try codes(text, name, .whole).contains("CONTENT-EXTERNAL"), "\(name)")
    }
    let list = Array("<MPD><BaseURL>b.mp4</BaseURL></MPD>\n".utf8)
    for name in ["a.mpd", "a.xspf"] {
      #expect(try codes(list, name, .whole).contains("CONTENT-EXTERNAL"), "\(name)")
    }
    #expect(try !codes(text, "a.txt", .whole).contains("CONTENT-EXTERNAL"))
  }
}
