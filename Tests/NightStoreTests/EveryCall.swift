import Glibc
import NightStore
import TestSupport
import Testing

/// Goes through what a run does and lets something go wrong at each call in turn: an error first, then a power cut. It
/// ends once nothing struck any more. `prepare` makes the record on a new disk, which each run gets a copy of. `act` is
/// the run, on a disk on which one call fails. `check` looks at the disk after the power came back.
func strikeEveryCall<Outcome>(
  prepare: (MemoryDisk) throws -> Void, act: (any FileSystem, MemoryDisk) throws -> Outcome,
  check: (MemoryDisk, Outcome, _ words: Comment) throws -> Void
) throws {
  let prepared = MemoryDisk()
  try prepare(prepared)
  prepared.kill()
  for cutsPower in [false, true] {
    var (call, wentWrong) = (0, true)
    while wentWrong {
      call += 1
      let disk = prepared.copy()
      let faulty = FaultyFileSystem(disk, failing: call, with: .error(EIO), staysBroken: false)
      if cutsPower { disk.powerFailsAt = call }
      let outcome = try act(cutsPower ? disk : faulty, disk)
      wentWrong = cutsPower ? disk.isDown : faulty.hasStruck
      disk.restart()
      try check(disk, outcome, "call \(call), power \(cutsPower)")
    }
    #expect(call > 10)
  }
}

/// The sample record on a disk, by way of another file system where one is named.
func sampleStore(on disk: MemoryDisk, by files: (any FileSystem)? = nil) throws -> Store {
  try Store(
    places: StorePaths(store: "/store", stateRoot: "/state"), files: files ?? disk,
    world: .sample(seed: UInt64(disk.calls) + 3))
}
