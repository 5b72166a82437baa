package import BroadsealBytes
import CBroadsealOpenSSL

extension OCSPResponse {
  /// From when to when each of its answers speaks, proved or not; a time that cannot be read is nil, and so is an
  /// end that an answer does not name.
  package var periods: [(thisUpdate: UTCTime?, nextUpdate: UTCTime?)] {
    OpenSSLError.quietly {
      (0..<count).map { index in
        var reason: Int32 = -1
        var revoked: UnsafeMutablePointer<ASN1_TIME>?
        var this: UnsafeMutablePointer<ASN1_TIME>?
        var next: UnsafeMutablePointer<ASN1_TIME>?
        guard let single = unsafe OCSP_resp_get0(pointer, Int32(index)) else { return (nil, nil) }
        _ = unsafe OCSP_single_get0_status(single, &reason, &revoked, &this, &next)
        return unsafe (DER.time(this), DER.time(next))
      }
    }
  }
}
