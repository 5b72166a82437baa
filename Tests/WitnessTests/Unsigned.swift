import TestSupport

/// The unsigned PDF, PNG and JPEG files of the corpus.
enum Unsigned {
  /// Paths in order, with the corpus's folder before them.
  static func documents() -> [String] {
    guard let folder = Corpus.folder else { return [] }
    return Corpus.folders(in: "unsigned").flatMap { name in
      [".pdf", ".png", ".jpg", ".jpeg"].flatMap { Corpus.files(in: name, endingWith: $0) }
    }
    .map { folder + "/" + $0 }
  }
}
