import Glibc
import Testing

/// The bytes of a file that a test needs.
func bytes(of path: String) throws -> [UInt8] {
  let file = unsafe open(path, O_RDONLY)
  try #require(file >= 0, "cannot open \(path)")
  defer { close(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = unsafe read(file, &buffer, buffer.count)
    try #require(count >= 0)
    if count == 0 { return bytes }
    bytes += buffer[..<count]
  }
}
