import BroadsealBytes
import Glibc

/// A disk that a test can fill.
public enum SmallDisk {
  /// Whether one can be mounted here: only an administrator may, and not in every container.
  public static let canMount: Bool = {
    let folder = TemporaryFolder()
    return unsafe folder.path.withCString { path in
      unsafe mount("tmpfs", path, "tmpfs", 0, "size=64k") == 0 && umount(path) == 0
    }
  }()
}
