internal import CellUI
public import NightModel

/// The program as a value: where one is, what has been read, what was said last. `update` is the only place that changes
/// it; drawing it changes nothing.
public struct App: Hashable, Sendable {
  /// The screens one came through, the one shown last.
  var places: [Place] = [Place(.tonight(question: nil))]
  /// What has been read.
  var record = Record()
  /// The moment to act at.
  public internal(set) var now: Instant
  /// Initials of who writes, if given.
  var by: String?
  /// What was done last.
  var status = Status.sentence("")
  /// What could not be saved, in a sentence that stays until it is.
  public internal(set) var notice: String?
  /// What lies nowhere but here.
  public internal(set) var unsaved: [Draft] = []
  /// Held keys and trembling hands.
  var rearming = Rearming()
  /// The entry written last by this run.
  var lastWritten: Target?
  /// A grade of 1 was just given, which 0 makes a ten.
  var tenPossible: Question?
  /// Texts that were begun and left, by what they are for.
  var begun: [TextEntry.Purpose: TextField] = [:]
  /// How many lines of the list the screen shows.
  var lines = 8
  /// True once the program should end.
  public internal(set) var isOver = false
  /// Where there is nobody to ask, as in line mode, leaving does not ask.
  public var asksBeforeLeaving = true

  /// What was done last, in words or by the entry it was done to.
  enum Status: Hashable, Sendable {
    case sentence(String)
    case entry(Target, lead: String, tail: String)
  }

  /// A program that has read nothing yet.
  public init(now: Instant, by: String?) {
    self.now = now
    self.by = by
  }

  /// The screen shown.
  var screen: Screen { place.screen }

  /// The level of the stack that is shown.
  var place: Place {
    get { places.last ?? Place(.tonight(question: nil)) }
    set { places[places.count - 1] = newValue }
  }

  /// The care catalogue.
  var catalogue: Catalogue { .standard }

  /// Tonight's date.
  public var tonight: CivilDate { record.plan.nightRule.night(of: now) }

  /// Tonight as far as it was read.
  var night: Night { record.nights[tonight] ?? Night(date: tonight, entries: []) }

  /// The entry written last: by this run, or else tonight by anybody.
  var lastEntry: Target? {
    if let lastWritten { return lastWritten }
    let newest = night.items.max { ($0.entry.stamp, $0.id) < ($1.entry.stamp, $1.id) }
    return newest.map { Target(night: tonight, id: $0.id) }
  }

  /// The question that is open about the last entry.
  var question: Question? {
    guard case .tonight(let question) = screen else { return nil }
    return question
  }

  /// What was done last, in words.
  public var statusWords: String {
    switch status {
    case .sentence(let sentence): return sentence
    case .entry(let target, let lead, let tail):
      guard let item = record.item(target) else { return "\(lead). \(tail)" }
      let minutes = now.minutes(since: item.at)
      let ago = minutes < 5 ? "" : ", \(NightWords.duration(minutes)) ago"
      let sentence = "\(lead) \(item.at.time) \(item.words(catalogue))\(ago)."
      return tail.isEmpty ? sentence : "\(sentence) \(tail)"
    }
  }

  /// What is wrong with what was read; nil if nothing is.
  var remark: String? { record.remarks.sorted { $0.key < $1.key }.first.map(\.value) }

  /// The nights that the screens on the stack show.
  var shownNights: Set<CivilDate> {
    var dates: Set<CivilDate> = [tonight, tonight.adding(days: -1)]
    for place in places {
      switch place.screen {
      case .night(let date): dates.formUnion((-1...1).map { date.adding(days: $0) })
      case .entry(let target), .choice(let target, _): dates.insert(target.night)
      default: break
      }
    }
    return dates
  }
}
