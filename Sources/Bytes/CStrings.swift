/// Arrays of words as system calls take them.
package enum CStrings {
  /// Runs `body` with pointers to copies of `words`, each ended by a NUL, and a null at the end.
  package static func with<Value>(
    _ words: [[UInt8]], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
  ) -> Value {
    let copies = unsafe words.map { word in
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: word.count + 1)
      for (index, byte) in word.enumerated() { unsafe copy[index] = CChar(bitPattern: byte) }
      unsafe copy[word.count] = 0
      return unsafe copy
    }
    defer { for index in unsafe copies.indices { unsafe copies[index].deallocate() } }
    return unsafe body(copies + [nil])
  }
}
