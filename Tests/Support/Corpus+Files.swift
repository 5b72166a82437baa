import Glibc

extension Corpus {
  /// The bytes of a file of the corpus, named from its folder; nil when it cannot be read.
  public static func bytes(of path: String) -> [UInt8]? {
    guard let folder, let file = unsafe fopen(folder + "/" + path, "rb") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: buffer.prefix(count))
    }
  }

  /// The folders in a folder of the corpus, sorted; empty when it cannot be read.
  public static func folders(in path: String) -> [String] {
    files(in: path, endingWith: "").filter { name in
      guard let folder, !name.hasSuffix("/."), !name.hasSuffix("/..") else { return false }
      var status = stat()
      return unsafe stat(folder + "/" + name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
  }

  /// The names of the files in a folder of the corpus, sorted; empty when it cannot be read.
  public static func files(in path: String, endingWith suffix: String) -> [String] {
    guard let folder, let entries = unsafe opendir(folder + "/" + path) else { return [] }
    defer { unsafe closedir(entries) }
    var names: [String] = []
    while let entry = unsafe readdir(entries) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { field in
        unsafe String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(suffix) { names.append(path + "/" + name) }
    }
    return names.sorted()
  }
}
