import Glibc

/// The shared corpus of foreign files, read in place and never copied.
public enum Corpus {
  /// Folder of the corpus: `BROADSEAL_CORPUS`, else `../shared/corpus` beside the package; nil when
  /// neither exists, so that a test can say that it was not run.
  public static var folder: String? {
    let named = unsafe getenv("BROADSEAL_CORPUS").map { unsafe String(cString: $0) }
    let beside = packageFolder + "/../shared/corpus"
    return [named, beside].compactMap { $0 }.first { unsafe access($0, R_OK) == 0 }
  }

  /// Folder that holds Package.swift.
  public static var packageFolder: String {
    #filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 }
  }
}
