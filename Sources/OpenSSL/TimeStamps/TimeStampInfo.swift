import BroadsealBytes
import CBroadsealOpenSSL

/// What the authority signed: `TSTInfo` (RFC 3161 §2.4.2).
struct TimeStampInfo {
  let generated: UTCTime
  let policy: String
  let hashAlgorithm: DigestAlgorithm?
  /// Dotted identifier of the hash function of the imprint.
  let hashIdentifier: String
  let imprint: [UInt8]
  let serialHex: String
  let nonce: [UInt8]?

  init(_ der: [UInt8]) throws(TimeStampError) {
    ERR_clear_error()
    defer { ERR_clear_error() }
    let decoded = unsafe DER.decode(der) { unsafe d2i_TS_TST_INFO(nil, $0, $1) }
    guard let (info, unread) = unsafe decoded else {
      throw TimeStampError(.malformed, "TSTInfo cannot be read")
    }
    defer { unsafe TS_TST_INFO_free(info) }
    guard unread == 0, unsafe TS_TST_INFO_get_version(info) == 1 else {
      throw TimeStampError(.malformed, "TSTInfo is not of version 1, or bytes follow it")
    }
    guard unsafe TS_TST_INFO_get_ext_by_critical(info, 1, -1) < 0 else {
      throw TimeStampError(.malformed, "TSTInfo has a critical extension that is not known")
    }
    guard let generated = unsafe DER.time(TS_TST_INFO_get_time(info)) else {
      throw TimeStampError(.malformed, "the stamped time does not exist")
    }
    guard let imprint = unsafe TS_TST_INFO_get_msg_imprint(info),
      let algorithm = unsafe TS_MSG_IMPRINT_get_algo(imprint),
      let message = unsafe TS_MSG_IMPRINT_get_msg(imprint)
    else { throw TimeStampError(.malformed, "there is no message imprint") }
    self.generated = generated
    policy = unsafe DER.dotted(TS_TST_INFO_get_policy_id(info))
    hashIdentifier = unsafe DER.dotted(algorithm.pointee.algorithm)
    hashAlgorithm = DigestAlgorithm(objectIdentifier: hashIdentifier)
    self.imprint = unsafe DER.bytes(of: message)
    let serial = unsafe TS_TST_INFO_get_serial(info)
    serialHex = unsafe serial.map { unsafe Hex.encode(DER.bytes(of: $0)) } ?? ""
    let nonce = unsafe TS_TST_INFO_get_nonce(info)
    self.nonce = unsafe nonce.map { unsafe DER.bytes(of: $0) }
  }
}
