import BroadsealCBOR
import BroadsealCOSE
import Testing

@testable import BroadsealSigning

@Suite("Bringing a store to the length of its room by zeros")
struct PaddingSearchTests {
  /// A signature with a time stamp; each byte below 16 takes three bytes of text, others four.
  private static func sign1(seed: UInt64) throws -> Sign1 {
    var state = seed
    func bytes(_ count: Int) -> [UInt8] {
      (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 56)
      }
    }
    return try Sign1(protectedBytes: [0xA1, 0x01, 0x26], signature: bytes(64))
      .with(unprotected: [HeaderLabel.timeStamp: .bytes(bytes(500 + Int(seed % 90)))])
  }

  private static func length(_ bytes: [UInt8]) -> Int {
    bytes.reduce(0) { $0 + ($1 < 16 ? 3 : 4) }
  }

  private func search(_ sign1: Sign1, room: Int) -> PaddingSearch.Result {
    PaddingSearch(room: room) { first, second in
      first.map { sign1.encode(padding: $0, second: second) } ?? sign1.encode()
    } length: {
      PaddingSearchTests.length($0)
    }.result
  }

  /// How far the real signature may stray from the sample, in bytes of text.
  @Test(
    "Every length around the aim is reached, and every length beyond 4,200 zeros but for a gap",
    arguments: [PaddingSearch.aim] + stride(from: 4_200, to: 7_900, by: 61)
      + stride(from: 8_300, to: 12_500, by: 61))
  func everyLength(zeros: Int) throws {
    for seed in [1, 5] {
      let sign1 = try PaddingSearchTests.sign1(seed: UInt64(seed))
      let middle = PaddingSearchTests.length(sign1.encode(padding: zeros, second: nil))
      for room in middle - 12...middle + 12 {
        guard case .exact(let store) = search(sign1, room: room) else {
          Issue.record("\(room - middle) from \(zeros) zeros is not reached")
          continue
        }
        #expect(PaddingSearchTests.length(store) == room)
        let found = try Sign1(decoding: store[...])
        #expect(found.paddingIsZero && found.signature == sign1.signature)
      }
    }
  }

  @Test("A store that already fills its room gets no padding")
  func bare() throws {
    let sign1 = try PaddingSearchTests.sign1(seed: 7)
    let bare = sign1.encode()
    guard case .exact(let store) = search(sign1, room: PaddingSearchTests.length(bare)) else {
      Issue.record("not reached")
      return
    }
    #expect(store == bare)
  }

  @Test("A room that is too small, or out of reach, is said to be so")
  func outOfReach() throws {
    let sign1 = try PaddingSearchTests.sign1(seed: 7)
    let length = PaddingSearchTests.length(sign1.encode())
    guard case .tooLong = search(sign1, room: length - 1) else {
      Issue.record("fits into too small a room")
      return
    }
    guard case .shorter(let store) = search(sign1, room: length + 1) else {
      Issue.record("one byte of text was filled")
      return
    }
    #expect(store == sign1.encode())
  }
}
