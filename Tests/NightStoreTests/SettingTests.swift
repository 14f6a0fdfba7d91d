import NightModel
import TestSupport
import Testing

@testable import NightStore

/// Settings written by machines whose clocks are wrong.
@Suite struct `Settings under wrong clocks` {
  private let disk = MemoryDisk()
  private static let right: Int64 = 1_795_384_800_000

  private func store(clock: Int64, state: String = "/state") throws -> Store {
    var world = StoreWorld.sample(seed: UInt64(disk.calls))
    world.now = { clock }
    return try Store(
      places: StorePaths(store: "/store", stateRoot: state, cacheRoot: "/cache"), files: disk, world: world)
  }

  private func set(_ value: String, clock: Int64) throws {
    let store = try store(clock: clock)
    let now = Instant(milliseconds: clock, offsetMinutes: 60)
    let drafts = try PlanRequest.drafts(
      key: "card.wishes", value: value, plan: Plan(entries: store.plan().entries, asOf: now), at: now, by: "MK",
      catalogue: .standard)
    try store.perform(drafts, zone: nil)
  }

  private func wishes(clock: Int64) throws -> String? {
    Plan(entries: try store(clock: clock).plan().entries, asOf: Instant(milliseconds: clock, offsetMinutes: 60))
      .value(.cardWishes)
  }

  @Test(arguments: [2, 30, 24 * 365 * 5, -2, -24 * 365 * 50])
  func `the last one stands, whether the wrong clock was first or last`(hours: Int) throws {
    let wrong = Self.right + Int64(hours) * 3_600_000
    for (first, second) in [(wrong, Self.right), (Self.right, wrong)] {
      try set("FULL TREATMENT", clock: first)
      try set("NO CPR, paper signed", clock: second)
      for reader in [first, second, Self.right, Self.right + 30 * 3_600_000] {
        #expect(try wishes(clock: reader) == "NO CPR, paper signed", "\(hours) h, read at \(reader)")
      }
    }
  }

  @Test func `a stamp far ahead is passed over, and the others still order what comes`() throws {
    let hour: Int64 = 3_600_000
    func stamp(clock: Int64) throws -> Stamp {
      try #require(try store(clock: clock).perform([.turn()], zone: nil).first).stamp
    }
    let far = try stamp(clock: Self.right + 24 * 365 * hour)
    let ahead = try stamp(clock: Self.right + 2 * hour)
    let now = try stamp(clock: Self.right)
    #expect(ahead < far && now > ahead && now < far)
    // In one run as well.
    var clock = Self.right + 24 * 365 * hour
    var world = StoreWorld.sample(seed: 9)
    world.now = { clock }
    let one = try Store(places: .sample(below: "/other"), files: disk, world: world)
    _ = try one.perform([.turn()], zone: nil)
    clock = Self.right + 2 * hour
    let before = try #require(try one.perform([.turn()], zone: nil).first).stamp
    clock = Self.right
    let after = try #require(try one.perform([.turn()], zone: nil).first).stamp
    #expect(after > before)
  }

  @Test func `a setting keeps what it is written over and dated from on the disk`() throws {
    let store = try store(clock: Self.right)
    let now = Instant(milliseconds: Self.right, offsetMinutes: 60)
    try store.perform([PlanRequest.draft(Setting(.person), value: "A", plan: Plan(), at: now, by: nil)], zone: nil)
    let plan = Plan(entries: store.plan().entries)
    let saved = try store.perform(
      [PlanRequest.draft(Setting(.person), value: "B", plan: plan, at: now, by: nil, isDated: true)], zone: nil)
    let read = try self.store(clock: Self.right).plan().entries
    #expect(read.filter { $0.id == saved[0].id } == saved)
    #expect(saved[0].over == plan.standing(Setting(.person)).flatMap(\.item).map { [$0.id] } && saved[0].dated == now)
  }
}
