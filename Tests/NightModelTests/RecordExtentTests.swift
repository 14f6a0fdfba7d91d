import NightModel
import Testing

@Suite struct `How far a record reaches` {
  private func night(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  @Test func `years without any night are left out, but for what an interval reaches into`() throws {
    let oldest = try night("0001-05-03")
    let extent = RecordExtent(oldest: oldest, years: [2024, 2025, 1, 9999])
    let newest = try night("2026-11-23")
    let ends = try [night("0001-12-31"), night("2025-12-31")].map { $0.adding(days: Interval.farthest) }
    #expect(try extent.stretches(to: newest) == [oldest...ends[0], night("2024-01-01")...ends[1]])
    var later = extent
    later.add(newest)
    #expect(try later.stretches(to: newest) == [oldest...ends[0], night("2024-01-01")...newest])
  }

  @Test func `a record that begins after the newest night reaches nowhere, and one of a night to that night`() throws {
    let tonight = try night("2026-11-23")
    #expect(RecordExtent(tonight.adding(days: 1)).stretches(to: tonight).isEmpty)
    #expect(RecordExtent(tonight).stretches(to: tonight) == [tonight...tonight])
  }

  @Test func `nights that are asked about are in it`() throws {
    var extent = RecordExtent(try night("2020-03-01"))
    let asked = try night("2023-12-30")...night("2024-01-02")
    extent.add(asked)
    let stretches = extent.stretches(to: asked.upperBound)
    #expect(try stretches.first?.lowerBound == night("2020-03-01") && stretches.last?.upperBound == asked.upperBound)
    #expect(stretches.contains { $0.contains(asked.lowerBound) })
  }
}
