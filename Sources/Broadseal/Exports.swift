// The front door: `import Broadseal` gives both modules and everything that their clients need.
@_exported public import BroadsealSettings
@_exported public import BroadsealSigning
@_exported public import BroadsealVerifying
