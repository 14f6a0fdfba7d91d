/// The rules over the nights of a whole record, night by night from the first: a value without a clock, that can be kept
/// and gone on with. The same nights always give the same signs, in whatever order they were written.
public struct SignFold: Sendable {
  private var courses: [SignCourse]
  /// The nights of the last two weeks that were looked at, oldest first, and what those of the last week repeat.
  private var lookedAt: [CivilDate] = []
  private var repeated: [(night: CivilDate, echoes: [SignEcho.Kind])] = []

  /// Nothing taken yet.
  init(_ basis: SignBasis) { courses = basis.rules.map { SignCourse($0, basis) } }

  /// The rules over some nights, in any order. `running` is the night that is not over, if it is among them.
  public init(_ nights: some Sequence<NightFigures>, _ basis: SignBasis, running: CivilDate?) {
    self.init(basis)
    for night in nights.sorted(by: { $0.night < $1.night }) { take(night, isRunning: night.night == running) }
  }

  /// Takes the next night, later than all before. The time on the mask of one that is not over is not known.
  mutating func take(_ night: NightFigures, isRunning: Bool) {
    let seen = SignNight(night)
    for index in courses.indices { courses[index].take(seen, isRunning: isRunning) }
    if seen.isLookedAt { lookedAt = lookedAt.suffix(SignState.sight - 1) + [night.night] }
    let heard = SignEcho.standard.filter { $0.isHeard(in: seen) }
    if !heard.isEmpty { repeated = repeated.suffix(SignEcho.nights - 1) + [(night.night, heard)] }
  }

  /// How things stand as of a night: the last one that was taken, or a later one.
  public func state(asOf night: CivilDate) -> SignState {
    let found = courses.compactMap { SignFinding($0, asOf: night) }
    let first = night.adding(days: 1 - SignState.sight)
    let standing = found.filter { $0.span.ended == nil }.withoutRepeats
    let ended = found.filter { $0.span.ended != nil }.withoutRepeats.filter { one in
      !standing.contains { $0.saysTheSame(as: one) }
    }
    return SignState(
      findings: standing.sortedByLevel, ended: ended,
      comparing: courses.compactMap { course in
        course.towardsUsual.map { SignState.Comparing(rule: course.rule, nights: $0) }
      },
      lookedAt: lookedAt.count { $0 >= first && $0 <= night }, echoes: SignEcho.all(repeated, asOf: night))
  }

  /// When the sign of one rule stood, oldest first.
  public typealias Spans = (rule: SignRule, spans: [SignSpan])

  /// When the sign of each rule stood.
  public var spans: [Spans] { courses.map { ($0.rule, $0.spans) } }
}

/// What the rules say as of a night.
public struct SignState: Hashable, Sendable {
  /// The signs that stand, those to call about first.
  public let findings: [SignFinding]
  /// Those that ended not long ago.
  public let ended: [SignFinding]
  /// The rules that cannot compare yet.
  public let comparing: [Comparing]
  /// How many of the last `sight` nights were looked at.
  public let lookedAt: Int
  /// What was written and is repeated, in the order of the list.
  public let echoes: [SignEcho]

  /// A rule that has no usual to compare with yet.
  public struct Comparing: Hashable, Sendable {
    /// The rule.
    public let rule: SignRule
    /// How many nights there are of those it takes.
    public let nights: Int
  }

  /// Over how many nights looking is counted, and how long a sign that ended is told.
  public static let sight = 14
  /// Under so many nights looked at of those, no rule can be expected to count.
  public static let enough = 4

  /// How many things Tonight has to say of: calls that the team was not told of, and what was written that the list names
  /// an emergency for, in the last two nights.
  public func noted(_ catalogue: Catalogue) -> Int {
    findings.count { $0.rule.level == .today && !$0.isTold }
      + echoes.count { $0.level(catalogue)?.id == .emergency }
  }
}
