import Glibc

/// Which machines a client may connect to.
package enum NetworkReach: Sendable {
  /// Any: the user named the address.
  case anywhere
  /// Only public ones: the address came from a file, which must not make this machine ask others of
  /// its own network.
  case publicOnly

  /// Whether a connection to `address` is allowed: looked at after the name was resolved, and on the
  /// very address that is then connected to.
  func allows(_ address: addrinfo) -> Bool {
    guard case .publicOnly = self else { return true }
    guard let pointer = unsafe address.ai_addr else { return false }
    switch unsafe address.ai_family {
    case AF_INET:
      return unsafe pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { address in
        let number = unsafe UInt32(bigEndian: address.pointee.sin_addr.s_addr)
        return NetworkReach.isPublic(number)
      }
    case AF_INET6:
      return unsafe pointer.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { address in
        unsafe withUnsafeBytes(of: address.pointee.sin6_addr) { bytes in
          unsafe NetworkReach.isPublic(Array(bytes))
        }
      }
    default: return false
    }
  }

  /// Ranges of version 4 that are not public (RFC 6890), with the length of their prefix.
  private static let reserved: [(UInt32, UInt32)] = [
    (0x0000_0000, 8), (0x0A00_0000, 8), (0x6440_0000, 10), (0x7F00_0000, 8), (0xA9FE_0000, 16),
    (0xAC10_0000, 12), (0xC000_0000, 24), (0xC000_0200, 24), (0xC058_6300, 24), (0xC0A8_0000, 16),
    (0xC612_0000, 15), (0xC633_6400, 24), (0xCB00_7100, 24), (0xE000_0000, 3),
  ]

  /// Whether an address of version 4 is public.
  static func isPublic(_ number: UInt32) -> Bool {
    !reserved.contains { number >> (32 - $0.1) == $0.0 >> (32 - $0.1) }
  }

  /// Whether an address of version 6 is public: global unicast, but for the ranges that stand for
  /// others of version 4, which are judged as those.
  static func isPublic(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 16 else { return false }
    func number(at offset: Int) -> UInt32 {
      bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | UInt32($1) }
    }
    if bytes[..<10].allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF {
      return isPublic(number(at: 12))
    }
    // The well-known prefix 64:ff9b::/96 alone (RFC 6052 §2.1): other prefixes, such as the private
    // 64:ff9b:1::/48 (RFC 8215), put the address elsewhere, each network as it likes.
    if bytes.starts(with: [0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) {
      return isPublic(number(at: 12))
    }
    if bytes.starts(with: [0x20, 0x02]) { return isPublic(number(at: 2)) }
    // Global unicast is 2000::/3; 2001:db8::/32 is for examples, 2001::/23 for protocols.
    return bytes[0] & 0xE0 == 0x20 && !bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8])
      && !(bytes.starts(with: [0x20, 0x01]) && bytes[2] & 0xFE == 0)
  }
}
