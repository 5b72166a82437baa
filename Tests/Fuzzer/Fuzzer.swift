import FuzzTargets
import Glibc

// What libFuzzer calls. BROADSEAL_FUZZ_TARGET says which parser gets the bytes.

private let target: FuzzTarget = {
  guard let name = unsafe getenv("BROADSEAL_FUZZ_TARGET"),
    let target = unsafe FuzzTarget(rawValue: String(cString: name))
  else { fatalError("BROADSEAL_FUZZ_TARGET names no target") }
  return target
}()

/// Gives the target one input; stops the process for a broken promise.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  do throws(BrokenPromise) {
    try target.run(bytes)
  } catch { fatalError("\(target.rawValue): \(error)") }
  return 0
}

/// Writes the target's seeds into the folder BROADSEAL_FUZZ_SEEDS, when it is named.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutablePointer<CInt>?, _ words: UnsafeMutableRawPointer?
) -> CInt {
  guard let folder = unsafe getenv("BROADSEAL_FUZZ_SEEDS") else { return 0 }
  guard let seeds = try? FuzzSeeds.of(target) else { fatalError("no seeds for \(target.rawValue)") }
  for (number, seed) in seeds.enumerated() {
    let path = unsafe String(cString: folder) + "/seed-\(number)"
    let file = unsafe fopen(path, "w")
    precondition(unsafe file != nil && fwrite(seed, 1, seed.count, file) == seed.count, path)
    unsafe fclose(file)
  }
  return 0
}
