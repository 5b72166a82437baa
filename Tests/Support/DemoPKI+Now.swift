import BroadsealBytes
package import BroadsealTrust
import Glibc

extension DemoPKI {
  /// A demonstration that is valid today, for tests that run the program: it reads the clock.
  package static func today() throws -> DemoPKI {
    try DemoPKI(now: UTCTime(secondsSinceEpoch: Int64(time(nil))))
  }
}
