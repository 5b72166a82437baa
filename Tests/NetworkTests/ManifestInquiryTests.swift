import BroadsealNetwork
import BroadsealOpenSSL
import TestSupport
import Testing

@Suite("Whoever does not answer is asked once a run")
struct ManifestInquiryTests {
  @Test("a server that is not there is not waited for again")
  func silent() throws {
    let inquiry = ManifestInquiry(reach: .anywhere, maximumSize: 1_000)
    let address = "http://127.0.0.1:\(try LoopbackPort.free())/store.c2pa"
    var reasons: [String] = []
    for _ in 1...2 {
      guard case .failure(let error) = inquiry.store(at: address) else {
        Issue.record("nobody was there to answer")
        return
      }
      #expect(error.kind == .unreachable)
      reasons.append(error.reason)
    }
    #expect(reasons[1] == "127.0.0.1 did not answer before")
    #expect(reasons[0] != reasons[1])
  }

  @Test("machines in private networks are not asked unless that is allowed")
  func reach() throws {
    let inquiry = ManifestInquiry(reach: .publicOnly, maximumSize: 1_000)
    let result = inquiry.store(at: "http://127.0.0.1:1/store.c2pa")
    guard case .failure(let error) = result else {
      Issue.record("a private machine was asked")
      return
    }
    #expect(error.kind == .address)
  }
}
