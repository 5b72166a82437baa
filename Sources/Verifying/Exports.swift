// What a client needs beside this module, so that one import is enough.
@_exported public import struct BroadsealBytes.FilePath
@_exported public import struct BroadsealBytes.UTCTime
@_exported public import struct BroadsealNotes.Code
@_exported public import enum BroadsealNotes.Nature
@_exported public import struct BroadsealNotes.Note
@_exported public import struct BroadsealProvenance.C2PAStatus
@_exported public import struct BroadsealTrust.SeenLists
@_exported public import struct BroadsealTrust.TrustError
@_exported public import struct BroadsealTrust.TrustStore
