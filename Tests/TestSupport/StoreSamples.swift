import NightModel
import NightStore

extension StoreWorld {
  /// A world for tests: a clock that starts at 2026-11-22 22:00 UTC and ticks a second a look, and repeatable chance.
  package static func sample(seed: UInt64 = 1, boot: String = "boot1") -> StoreWorld {
    var chance = Chance(seed: seed)
    var now: Int64 = 1_795_384_800_000 + Int64(seed % 100_000) * 100
    return StoreWorld(
      now: {
        now += 1000
        return now
      }, random: { chance.next() }, pause: { _ in }, device: "test", boot: boot, program: "test")
  }
}

extension StorePaths {
  /// A store and a state folder below a folder.
  package static func sample(below folder: String) -> StorePaths {
    StorePaths(store: folder + "/store", stateRoot: folder + "/state", cacheRoot: folder + "/cache")
  }
}

extension Draft {
  /// A turn in the sample night.
  package static func turn(_ side: String = "left", at time: String = "23:10", night: String = "2026-11-22") -> Draft {
    let samples = Samples(night: night)
    return Draft(
      partition: .night(samples.night), at: samples.moment(time), by: "MK",
      body: .record(.event(.turn), Details([.side: .text(side)])))
  }
}
