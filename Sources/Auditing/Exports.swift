// What a client needs beside this module, so that one import is enough.
@_exported public import BroadsealVerifying
