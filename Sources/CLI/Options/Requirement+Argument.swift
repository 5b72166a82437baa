public import ArgumentParser
public import BroadsealVerifying

/// `--accept official`, `trusted` or `valid`.
extension Requirement: ExpressibleByArgument {}
