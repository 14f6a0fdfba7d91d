import NightModel

/// Made-up entries for tests, ids and places in the order given out one after another.
package struct Samples {
  /// The night that `event(_:at:)` and its like write for.
  package var night: CivilDate
  /// The clock's offset from UTC, in minutes.
  package var offsetMinutes: Int
  private let writer: String
  private var count: UInt64 = 0

  /// Samples of one writer, for the night of 22 November 2026 an hour east of UTC unless said otherwise.
  package init(writer: String = "aaaaaaaa", night: String = "2026-11-22", offsetMinutes: Int = 60) {
    self.writer = writer
    self.night = CivilDate(night) ?? CivilDate(daysSince1970: 0)
    self.offsetMinutes = offsetMinutes
  }

  /// A moment of the sample night by its clock, `23:10` or `02:15`.
  package func moment(_ time: String) -> Instant {
    let clock = ClockTime(time) ?? ClockTime(hour: 0, minute: 0)
    let date = clock.map { NightRule.noon.date(of: $0, in: night) } ?? night
    return clock.map { Instant(date: date, time: $0, offsetMinutes: offsetMinutes) }
      ?? Instant(milliseconds: 0, offsetMinutes: 0)
  }

  /// A record at a time of the sample night.
  package mutating func record(
    _ subject: Subject, _ details: [Field: FieldValue] = [:], at time: String, by: String? = nil
  ) -> Entry {
    entry(.record(subject, Details(details)), at: moment(time), by: by)
  }

  /// An event at a time of the sample night.
  package mutating func event(_ kind: EventKind, _ details: [Field: FieldValue] = [:], at time: String) -> Entry {
    record(.event(kind), details, at: time)
  }

  /// An amendment that names what is given.
  package mutating func amend(
    _ of: [Entry], _ changes: Changes, at time: String = "08:00", by: String? = nil
  ) -> Entry {
    entry(.amend(of: of.map(\.id), changes), at: moment(time), by: by)
  }

  /// A retraction that names what is given.
  package mutating func retract(_ of: [Entry], via: Entry.Via? = nil, at time: String = "08:00") -> Entry {
    entry(.retract(of: of.map(\.id)), at: moment(time), by: nil, via: via)
  }

  /// A plan setting.
  package mutating func setting(_ key: String, _ value: String?, at time: String = "12:00") -> Entry {
    record(.plan(key: key), value.map { [.to: .text($0)] } ?? [:], at: time)
  }

  /// Something that stands, written over what is given. `dated` is true if its time was given.
  package mutating func said(
    _ subject: Subject, _ details: [Field: FieldValue] = [:], over: [Entry], at time: String, by: String? = nil,
    isDated: Bool = false
  ) -> Entry {
    let made = record(subject, details, at: time, by: by)
    return Entry(
      id: made.id, stamp: made.stamp, at: made.at, zone: made.zone, by: by, over: over.map(\.id),
      dated: isDated ? made.at : nil, body: made.body)
  }

  /// An entry by what it says.
  package mutating func entry(
    _ body: Entry.Body, at moment: Instant, by: String? = nil, via: Entry.Via? = nil
  ) -> Entry {
    count += 1
    let salt = writer.utf8.reduce(UInt64(0)) { $0 &* 31 &+ UInt64($1) }
    return Entry(
      id: EntryID(milliseconds: moment.milliseconds, random: (count, salt)),
      stamp: Stamp(milliseconds: 1_790_000_000_000 + Int64(count), counter: 0, writer: writer), at: moment,
      zone: "Europe/Berlin", by: by, via: via, body: body)
  }
}

extension TimeReader {
  /// A reader of times and dates at 11:00 on the morning after the sample night, an hour east of UTC.
  package static let sample = TimeReader(
    zone: .fixed(minutes: 60), rule: .noon, now: Samples().moment("11:00"))
}
