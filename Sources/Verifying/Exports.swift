// What a client needs beside this module, so that one import is enough.
@_exported public import struct BroadsealBytes.FilePath
@_exported public import struct BroadsealBytes.UTCTime
@_exported public import struct BroadsealTrust.TrustError
@_exported public import struct BroadsealTrust.TrustStore
