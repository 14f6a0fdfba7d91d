import TestChance

/// What there was in one night of a made-up person, whether or not anybody writes it.
package struct LivedNight: Hashable, Sendable {
  /// The troubles that came.
  package var troubles: Set<Trouble> = []
  /// How often there was a suction.
  package var suctions = 0
  /// Minutes of the mask; nil without one.
  package var mask: Int?
}

/// One made-up person: the same seed and number give the same nights, on every machine.
///
/// Every trouble has chance of its own, so that another course of one leaves all others as they were.
package struct MadeUpPerson: Sendable {
  /// The kind.
  package let kind: PersonKind
  private let seed: UInt64

  /// A person of a kind by number.
  package init(_ kind: PersonKind, number: Int, seed: UInt64) {
    self.kind = kind
    let place = UInt64(PersonKind.allCases.firstIndex(of: kind) ?? 0)
    var chance = Chance(seed: seed &+ place &* 0x1_0000_0001 &+ UInt64(number) &* 0x10_0001)
    self.seed = chance.next()
  }

  /// Chance for one purpose of this person.
  func chance(for purpose: Purpose) -> Chance {
    Chance(seed: seed ^ (UInt64(purpose.number) &* 0xD6E8_FEB8_6659_FD93))
  }

  /// What chance is needed for.
  enum Purpose {
    /// Whether a trouble comes.
    case trouble(Trouble)
    /// Whether and how a worsened target shows.
    case target(Worsening.Target)
    /// Suctions, mask, and which nights and lines are written.
    case suctions, mask, recording, lines

    var number: Int {
      switch self {
      case .suctions: 1
      case .mask: 2
      case .recording: 3
      case .lines: 4
      case .trouble(let trouble): 16 + (Trouble.allCases.firstIndex(of: trouble) ?? 0)
      case .target(.suctions): 128
      case .target(.mask): 129
      case .target(.troubles(let troubles)):
        256 + (troubles.first.flatMap { Trouble.allCases.firstIndex(of: $0) } ?? 0) * 32 + troubles.count
      }
    }
  }

  /// The person's nights in a course.
  package func nights(_ count: Int, _ course: Course = Course()) -> [LivedNight] {
    var nights = [LivedNight](repeating: LivedNight(), count: count)
    for trouble in Trouble.allCases { draw(trouble, into: &nights, course) }
    drawSuctions(into: &nights, course)
    drawMask(into: &nights, course)
    for case .troubles(let troubles) in course.worsening?.targets ?? [] { worsen(troubles, in: &nights, course) }
    return nights
  }

  private func draw(_ trouble: Trouble, into nights: inout [LivedNight], _ course: Course) {
    var chance = chance(for: .trouble(trouble))
    var rate = kind.rate(of: trouble)
    if trouble == .snoring, let snoring = course.snoring { rate = snoring }
    if course.differ { rate = min(0.95, rate * Self.factor(&chance)) }
    let isBroughtUp = [.colouredMucus, .thickMucus].contains(trouble)
    var comes = false
    for index in nights.indices {
      let isNew = !Self.isSpell(course, index, &chance)
      let share = chance.share()
      if isNew { comes = share < rate * (isBroughtUp ? course.clearing(in: index) : 1) }
      if comes { nights[index].troubles.insert(trouble) }
    }
  }

  private func drawSuctions(into nights: inout [LivedNight], _ course: Course) {
    var chance = chance(for: .suctions)
    let usual = kind.suctions * (course.differ ? Self.factor(&chance) : 1)
    let isWorse = course.worsening?.targets.contains(.suctions) == true
    for index in nights.indices {
      let worse = isWorse ? 1 + 2 * (course.worsening?.level(in: index) ?? 0) : 1
      // So many occasions in a night, each with the same small chance, come close to a Poisson distribution.
      let occasions = 60
      let rate = usual * worse * course.clearing(in: index) / Double(occasions)
      let drawn = (0..<occasions).reduce(0) { sum, _ in sum + (chance.share() < rate ? 1 : 0) }
      nights[index].suctions = drawn
    }
  }

  private func drawMask(into nights: inout [LivedNight], _ course: Course) {
    var chance = chance(for: .mask)
    let usual = kind.mask * (course.differ ? Self.factor(&chance) : 1)
    let isWorse = course.worsening?.targets.contains(.mask) == true
    for index in nights.indices {
      // The sum of twelve shares less six is close to a normal distribution, and the same on every machine.
      let off = (0..<12).reduce(-6.0) { sum, _ in sum + chance.share() }
      let minutes = usual * (1 + (course.maskSpread ?? kind.maskSpread) * off)
      guard index >= course.maskFrom else { continue }
      let worse = isWorse ? 1 - 0.55 * (course.worsening?.level(in: index) ?? 0) : 1
      let worn = index - course.maskFrom
      let used = worn < course.maskSlowStart ? 0.25 + 0.75 * Double(worn) / Double(course.maskSlowStart) : 1
      nights[index].mask = min(max(Int(minutes * worse * used), 15), 720)
    }
  }

  /// Lets one of some troubles come in as many nights as the worsening says, and none of them in the others.
  private func worsen(_ troubles: [Trouble], in nights: inout [LivedNight], _ course: Course) {
    guard let worsening = course.worsening else { return }
    var chance = chance(for: .target(.troubles(troubles)))
    var comes = false
    for index in nights.indices {
      let isNew = !Self.isSpell(course, index, &chance)
      let (turned, share, which) = (chance.share(), chance.share(), chance.one(of: troubles))
      guard turned < worsening.level(in: index) else { continue }
      if isNew { comes = share < worsening.full }
      if !comes {
        nights[index].troubles.subtract(troubles)
      } else if nights[index].troubles.isDisjoint(with: troubles) {
        nights[index].troubles.insert(which)
      }
      // Thick mucus shows at a suction.
      if comes, nights[index].troubles.contains(.thickMucus) { nights[index].suctions = max(1, nights[index].suctions) }
    }
  }

  /// True for a night that is like the one before.
  private static func isSpell(_ course: Course, _ index: Int, _ chance: inout Chance) -> Bool {
    course.spells > 0 && chance.share() < course.spells && index > 0
  }

  /// How many times a rate of the kind a person has, if people differ: 1 on average, and the logarithms have a standard
  /// deviation of 0.4.
  private static func factor(_ chance: inout Chance) -> Double {
    chance.one(of: [1 / 1.85, 1 / 1.45, 1 / 1.2, 1, 1.2, 1.45, 1.85]) / 1.08
  }
}
