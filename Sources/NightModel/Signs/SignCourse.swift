/// One rule over the nights of a record, in order: when its sign stood, and the nights it looks back to.
///
/// Only nights that were looked at move what lasts, and only nights in which a number was written move what is held
/// against the usual. Any other night is passed over: it neither begins nor ends anything.
struct SignCourse: Sendable {
  let rule: SignRule
  /// When its sign stood, oldest first.
  private(set) var spans: [SignSpan] = []
  /// The nights that count, oldest first, as far as it looks back.
  private(set) var counted: [Counted] = []
  /// True if the team was told of the sign that stands, and it has not grown since.
  private(set) var isTold = false
  /// In how many of the last nights it was on the day it was told.
  private var whenTold = 0

  /// When the team was told.
  let told: CivilDate?
  /// The night from which on the family counts anew.
  let anew: CivilDate?
  private let marks: [CivilDate]

  /// A night that counts.
  struct Counted: Hashable {
    let night: CivilDate
    /// 1 if the night has it, else 0; or the number that is held against the usual.
    let number: Int
    /// The symptoms it was seen by.
    var symptoms: [String] = []
  }

  /// So many nights more than on the day it was told bring a sign back.
  private static let growth = 2

  init(_ rule: SignRule, _ basis: SignBasis) {
    self.rule = rule
    marks = basis.marks[rule.id] ?? []
    (anew, told) = (basis.anew[rule.id], basis.told[rule.id])
  }

  /// The span that goes on; nil if the sign does not stand.
  var standing: SignSpan? { spans.last.flatMap { $0.ended == nil ? $0 : nil } }

  /// The last nights that count.
  var recent: ArraySlice<Counted> { counted.suffix(rule.of) }

  /// Takes the next night.
  mutating func take(_ seenNight: SignNight, isRunning: Bool) {
    let night = seenNight.figures
    switch rule.test {
    case .lasting(let sight, let nights, let ends):
      guard let seen = sight.seen(in: seenNight) else { return }
      count(Counted(night: night.night, number: seen.isThere ? 1 : 0, symptoms: seen.symptoms), keeping: rule.ofEnd)
      look(nights: nights, ends: ends)
    case .usual(let what, let comparison, let before):
      guard let number = what.number(in: night, isRunning: isRunning) else { return }
      beginAnew(at: night.night)
      count(Counted(night: night.night, number: number), keeping: before.reach + rule.ofEnd)
      look(comparison, before)
    }
    mark(told: night.night)
  }

  private mutating func count(_ night: Counted, keeping most: Int) {
    counted.append(night)
    // Cut now and then, so that not every night moves all others.
    if counted.count > 2 * most { counted.removeFirst(counted.count - most) }
  }

  // MARK: What lasts

  private mutating func look(nights: Int, ends: Int) {
    guard let newest = counted.last else { return }
    let first = newest.night.adding(days: 1 - rule.span)
    let recent = recent.filter { $0.night >= first }
    let holds = recent.count { $0.number > 0 } >= nights
    let longer = counted.suffix(rule.ofEnd).count { $0.number > 0 }
    if standing == nil {
      if newest.number > 0, holds { spans.append(SignSpan(began: newest.night, usual: nil, most: longer)) }
    } else if !holds, recent.count == rule.of, longer <= ends {
      end(at: newest.night)
    } else {
      spans[spans.count - 1].most = max(spans[spans.count - 1].most, longer)
    }
  }

  private mutating func end(at night: CivilDate) { spans[spans.count - 1].ended = night }

  // MARK: Against the usual

  /// Forgets what was before the night from which on the family counts anew, and ends what stood by it.
  private mutating func beginAnew(at night: CivilDate) {
    guard let anew, night >= anew, let first = counted.first, first.night < anew else { return }
    counted.removeAll { $0.night < anew }
    if let standing, standing.began < anew { end(at: anew) }
  }

  private mutating func look(_ comparison: SignRule.Comparison, _ before: SignRule.Before) {
    guard let newest = counted.last, let median = recentMedian else { return }
    if let usual = standing?.usual {
      let longer = Summary(counted.suffix(rule.ofEnd).map(\.number))?.twiceMedian ?? median
      if [median, longer].allSatisfy({ comparison.isOver(twice: $0, usual: usual.twiceMedian) }) {
        end(at: newest.night)
      } else {
        spans[spans.count - 1].most = comparison.farther(spans[spans.count - 1].most, median)
      }
    } else if let usual = usual(before), comparison.begins(twice: median, usual: usual.twiceMedian) {
      spans.append(SignSpan(began: newest.night, usual: usual, most: median))
    }
  }

  /// Twice the median of the last nights that count; nil if they are too few, or lie too far apart.
  var recentMedian: Int? {
    guard let newest = counted.last, recent.count == rule.of, let oldest = recent.first,
      oldest.night > newest.night.adding(days: -rule.span)
    else { return nil }
    return Summary(recent.map(\.number))?.twiceMedian
  }

  /// The usual of the nights before the last ones; nil if too few count yet.
  private func usual(_ before: SignRule.Before) -> SignSpan.Usual? {
    let earlier = counted.dropLast(rule.of)
    guard earlier.count >= before.least, let oldest = recent.first else { return nil }
    let first = firstOfUsual(before, oldest: oldest.night)
    let numbers = earlier.reversed().prefix { $0.night >= first }.map(\.number)
    guard numbers.count >= before.least else { return nil }
    return Summary(numbers).map { SignSpan.Usual(twiceMedian: $0.twiceMedian, nights: numbers.count) }
  }

  private func firstOfUsual(_ before: SignRule.Before, oldest: CivilDate) -> CivilDate {
    let reach = oldest.adding(days: -before.reach)
    let mark = counted.last.flatMap { newest in marks.last { $0 <= newest.night } }
    return mark.map { max($0, reach) } ?? reach
  }

  /// How many nights count towards a first comparison, where that is not possible yet; nil for what lasts, where a sign
  /// stands, and where it can be compared.
  var towardsUsual: Int? {
    guard case .usual(_, _, let before) = rule.test, let needed = rule.nightsToCompare else { return nil }
    if let standing, anew.map({ standing.began >= $0 }) ?? true { return nil }
    let first = [recent.first.map { firstOfUsual(before, oldest: $0.night) }, anew].compactMap(\.self).max()
    let known = counted.count { night in first.map { night.night >= $0 } ?? true }
    return known < needed ? known : nil
  }

  // MARK: Told

  /// True if a night of the last ones has it.
  func has(_ night: Counted) -> Bool {
    switch rule.test {
    case .lasting: night.number > 0
    case .usual(_, let comparison, _):
      spans.last?.usual.map { comparison.begins(twice: 2 * night.number, usual: $0.twiceMedian) } ?? false
    }
  }

  private mutating func mark(told night: CivilDate) {
    guard let told, let standing, standing.began <= told else { return isTold = false }
    let number = recent.count(where: has)
    if night <= told {
      (isTold, whenTold) = (true, number)
    } else if number >= whenTold + Self.growth {
      // It stays untold until somebody tells again, however it goes on.
      whenTold = .min
      isTold = false
    }
  }
}
