internal import NightModel

/// The signs that the rules find in the record, worked out once and kept until something changes.
struct Watching: Hashable, Sendable {
  /// False until something has happened at the terminal: nothing else is read for the first screen.
  var isAwake = false
  fileprivate var worked = Derived(value: Worked())

  fileprivate struct Worked: Sendable {
    var basis: Basis?
    var findings: [SignFinding]?
  }

  fileprivate struct Basis: Hashable {
    var newest: CivilDate
    var tonight: CivilDate
    var rows: Int
  }
}

extension App {
  /// The newest night that rules look at: tonight once something is written for it, until then the night before.
  var newestNight: CivilDate { night.items.isEmpty ? tonight.adding(days: -1) : tonight }

  /// The nights whose rows the rules need.
  private var watchedNights: ClosedRange<CivilDate> { newestNight.adding(days: -SignWatch.reach)...newestNight }

  /// True where the screen tells of signs. In a closed record none does.
  private var watches: Bool {
    guard !record.plan.isClosed else { return false }
    switch screen {
    case .tonight: return watching.isAwake && record.plan.value("sign-line") != "no"
    case .signs, .foundSign: return true
    default: return false
    }
  }

  private var watchBasis: Watching.Basis {
    .init(newest: newestNight, tonight: tonight, rows: record.rowsChanged)
  }

  /// True once the nights were read and the rules looked at them.
  var isWatched: Bool { watching.worked.value.basis == watchBasis && !record.plan.isClosed }

  /// What the rules found; nil where too few nights are recorded for any, and until the nights were read.
  var findings: [SignFinding]? { isWatched ? watching.worked.value.findings : nil }

  /// What was found of one sign.
  func findings(of sign: String) -> [SignFinding] { (findings ?? []).filter { $0.rule.sign == sign } }

  /// The rows that are needed to look for signs and were not read yet.
  func missingForSigns() -> [Effect] { wantsFindings ? loadRows(watchedNights.nights) : [] }

  /// True while they are to be read between keys: no key on Tonight waits for weeks of nights.
  var wantsFindings: Bool { watches && !isWatched }

  /// Goes on reading them.
  func goOnReadingForSigns() -> [Effect] { loadNewestRows(watchedNights.nights) }

  /// Lets the rules look, unless they have or not all the nights were read.
  mutating func watchForSigns() {
    guard wantsFindings, record.holdsRows(of: watchedNights) else { return }
    let rows = watchedNights.nights.compactMap { record.rows[$0] }
    let watch = SignWatch(rows, plan: record.plan, running: tonight)
    watching.worked = Derived(
      value: .init(basis: watchBasis, findings: watch.findings(asOf: newestNight, catalogue: catalogue)))
  }

  /// What Tonight says beside the way to the signs: how many were found, and nothing where none was or it is not wanted.
  /// It stands in a line that is there anyway, so that nothing moves under a finger when the nights have been read.
  var signLine: String {
    // While nights are read anew what was found before stands, or the line would come and go with every key.
    guard watches, let open = watching.worked.value.findings?.open(record.plan, on: now.date), !open.isEmpty
    else { return "" }
    return SignWords.noted(open.count)
  }
}
