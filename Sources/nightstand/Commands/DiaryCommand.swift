import ArgumentParser
import Bedside
import NightModel

/// `nightstand diary`: the morning diary of a night.
struct DiaryCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "diary",
    abstract: "Fill in the morning diary of a night.",
    discussion: """
      Without NIGHT it is the night just slept. Everything may be left out; what is left out stays blank. Estimates are \
      fine, and nobody need watch a clock. Times from the split hour (noon) on are the evening's, earlier ones the \
      morning's; with its date (2026-11-22T13:30) any time can be given. Given again, an answer replaces the earlier \
      one, which is kept.
      """)

  @Argument(help: "The night by the date of its evening, such as 2026-11-22; or tonight, or last.")
  var night: String?

  @Option(help: ArgumentHelp("Into bed.", valueName: "hh:mm"))
  var intoBed: String?

  @Option(help: ArgumentHelp("Began trying to sleep.", valueName: "hh:mm"))
  var tried: String?

  @Option(help: "Minutes to fall asleep.")
  var sol: String?

  @Option(help: "Times woken, the final waking not counted.")
  var wakings: String?

  @Option(help: "Minutes awake in those.")
  var waso: String?

  @Option(help: ArgumentHelp("The final waking.", valueName: "hh:mm"))
  var finalWake: String?

  @Option(help: "Minutes spent trying to sleep after the final waking.")
  var tryAfter: String?

  @Option(help: ArgumentHelp("Out of bed for the day.", valueName: "hh:mm"))
  var outOfBed: String?

  @Option(help: "Minutes out of bed between sleeps, for a night in parts; taken off the time in bed and slept.")
  var upBetween: String?

  @Option(help: "Where one slept: bed, recliner, wheelchair, or other words.")
  var place: String?

  @Option(help: "Minutes slept elsewhere than in bed; told beside the sleep in bed and never added.")
  var elsewhere: String?

  @Option(help: "1 very poor to 5 very good.")
  var quality: String?

  @Option(help: "1 not at all to 5 very.")
  var rested: String?

  @Option(help: "Headache on waking: yes or no.")
  var headache: String?

  @Option(help: "Minutes of naps yesterday.")
  var naps: String?

  @Option(help: "Who says so, for the answers given with it: said (by the person), seen, or read-off (a machine).")
  var source: String?

  @Option(parsing: .unconditional, help: "In your own words.")
  var note: String?

  @OptionGroup var common: CommonOptions

  var goesOnWithoutRecord: Bool { true }
  var typed: [String] { [Unsaved.command] }

  func run(in session: Session) throws {
    try session.mustBeOpen()
    let texts: [Field: String?] = [
      .intoBed: intoBed, .tried: tried, .sol: sol, .wakings: wakings, .waso: waso, .finalWake: finalWake,
      .tryAfter: tryAfter, .outOfBed: outOfBed, .quality: quality, .rested: rested, .headache: headache, .naps: naps,
      .upBetween: upBetween, .place: place, .elsewhere: elsewhere, .source: source, .note: note,
    ]
    let (date, page, id) = try session.fill(.diary, of: night, texts.compactMapValues { $0 })
    let figures = DiaryFigures(page)
    var parts = ["\(session.writtenWord) diary", NightWords.night(date)]
    if let minutes = figures.timeInBed { parts.append("in bed \(NightWords.duration(minutes))") }
    if let minutes = figures.totalSleepTime { parts.append("slept \(NightWords.duration(minutes))") }
    print("\(parts.joined(separator: ", ")), \(id)")
  }
}

/// `nightstand carer`: the caregiver's own night.
struct CarerCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "carer",
    abstract: "Write down the caregiver's own night.",
    discussion: "Without NIGHT it is the night just slept. Everything may be left out; what is left out stays blank.")

  @Argument(help: "The night by the date of its evening, such as 2026-11-22; or tonight, or last.")
  var night: String?

  @Option(help: "Minutes slept.")
  var slept: String?

  @Option(help: "Times up.")
  var up: String?

  @Option(help: "The longest stretch of sleep, in minutes.")
  var stretch: String?

  @Option(help: "0 not at all to 10 completely.")
  var wornOut: String?

  @Option(help: "Relief needed this week: yes or no.")
  var relief: String?

  @Option(help: "Who says so, for the answers given with it: said, seen, or read-off.")
  var source: String?

  @Option(parsing: .unconditional, help: "In your own words.")
  var note: String?

  @OptionGroup var common: CommonOptions

  var goesOnWithoutRecord: Bool { true }
  var typed: [String] { [Unsaved.command] }

  func run(in session: Session) throws {
    try session.mustBeOpen()
    let texts: [Field: String?] = [
      .slept: slept, .up: up, .stretch: stretch, .wornOut: wornOut, .relief: relief, .source: source, .note: note,
    ]
    let (date, _, id) = try session.fill(.carer, of: night, texts.compactMapValues { $0 })
    print("\(session.writtenWord) caregiver's own night, \(NightWords.night(date)), \(id)")
  }
}

extension Session {
  /// Records the answers of a page of a night and gives back the page as it stands and the id of what was written.
  fileprivate func fill(
    _ subject: Subject, of name: String?, _ texts: [Field: String]
  ) throws -> (night: CivilDate, page: Details, id: EntryID) {
    let date = try name.map(night(named:)) ?? plan.nightRule.nightJustSlept(at: moment)
    guard date <= tonight else {
      throw Failure(
        "\(NightWords.night(date)) is still to come, so nothing was saved; tonight is \(tonight)", exitCode: 1)
    }
    let night = nights([date])[0]
    var texts = texts
    // What the person with ALS writes is said by the person.
    if subject == .diary, !texts.isEmpty, by != nil, by == plan.value(.personInitials) {
      texts[.source] = texts[.source] ?? "said"
    }
    let filled = try PageRequest.body(
      subject, texts: texts, night: night, times: times, now: max(moment, realTime))
    for remark in filled.remarks { Failure.note(remark) }
    let saved = try save([Draft(partition: .night(date), at: moment, by: by, body: filled.body)])
    return (date, filled.page, saved[0].id)
  }
}
