import Glibc

/// Ports of the loopback address, for servers that tests start.
public enum LoopbackPort {
  /// A port could not be had.
  public struct Taken: Error {}

  /// A port that nobody listens on; throws when it is `wanted` that is taken.
  public static func free(wanted: UInt16 = 0) throws -> UInt16 {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(listener) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    address.sin_port = wanted.bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
        unsafe bind(listener, raw, length) == 0 && getsockname(listener, raw, &length) == 0
      }
    }
    guard bound else { throw Taken() }
    return UInt16(bigEndian: address.sin_port)
  }

  /// Waits until somebody listens on `port`, some seconds at most, without asking them anything.
  public static func waitForListener(on port: UInt16) {
    var waited = 0
    while (try? free(wanted: port)) != nil, waited < 300 {
      usleep(20_000)
      waited += 1
    }
  }
}
