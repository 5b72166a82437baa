/// The tag that sound files of several formats may begin with (ID3v2.4 §3.1).
enum ID3Tag {
  /// Length of its header.
  static let headerLength = 10

  /// Length of the tag that `head` begins with, header and footer included; nil when there is none.
  static func length(in head: ArraySlice<UInt8>) -> Int? {
    let header = Array(head.prefix(headerLength))
    guard header.count == headerLength, header.starts(with: "ID3".utf8),
      header[6...].allSatisfy({ $0 < 0x80 })
    else { return nil }
    let size = header[6...].reduce(0) { $0 << 7 | Int($1) }
    let hasFooter = header[5] & 0x10 != 0
    return headerLength + size + (hasFooter ? headerLength : 0)
  }
}
