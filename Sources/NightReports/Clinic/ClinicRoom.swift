internal import NightModel
internal import Text

/// How much of everything there is room for on the page for the clinic.
struct ClinicRoom: Hashable {
  /// What grows with the record, and can be cut.
  enum Kind: Hashable, CaseIterable {
    /// Rows or points.
    case breathing, signs, symptoms, medicines, events, places, questions, changes, notes
    /// Dates of one sign, and names where only names are told.
    case dates, names
    /// Letters of a name or a change, and of a note. Questions are told whole.
    case letters, noteLetters
    /// 1 or 0: the rule behind a sign, the drawings, who wrote.
    case rules, charts, writers
    /// 2 for all figures, 1 without those that others are made of, 0 for a few.
    case figures
  }

  private var limits: [Kind: Int]
  /// The most columns of a table of the whole width, and of one that may stand in a column of a sheet; nil for any.
  var (wide, narrow): (Int?, Int?) = (nil, nil)
  /// True where durations in tables are told as `5:45`.
  var isTight = false

  /// Room for so much.
  init(_ limits: [Kind: Int]) { self.limits = limits }

  /// How much of a kind there is room for.
  subscript(kind: Kind) -> Int {
    get { limits[kind] ?? 0 }
    set { limits[kind] = newValue }
  }

  /// How many signs are told one by one.
  var signs: Int { self[.signs] }
  /// How many dates of one sign are told.
  var dates: Int { self[.dates] }
  /// True if signs tell their rule and the usual they were held against.
  var rules: Bool { self[.rules] > 0 }
  /// The most letters of a name or a change.
  var letters: Int { self[.letters] }
  /// How many names are told where only names are.
  var names: Int { self[.names] }

  /// Things as far as there is room, and how many more there are.
  static func cut<Thing>(_ things: [Thing], to room: Int) -> (shown: ArraySlice<Thing>, more: Int) {
    (things.prefix(room), max(0, things.count - room))
  }

  /// What is said below a list that was cut; nothing where all is shown. `word` is what the others are.
  static func rest<Thing>(_ cut: (shown: ArraySlice<Thing>, more: Int), _ word: String = "more") -> [TextBlock] {
    if cut.more == 0 { return [] }
    let sentence = cut.shown.isEmpty ? "\(cut.more), and no room for them here." : "And \(cut.more) \(word)."
    return [.paragraph(sentence)]
  }
}

extension ClinicRoom {
  /// What is cut where the sheets are too few, the first first: what a clinician would miss last stands at the end. A
  /// kind comes several times, cut further each time. Mask, sleep and that nothing was found are never cut.
  static let order: [(kind: Kind, most: Int)] = [
    (.noteLetters, 400), (.notes, 8), (.names, 8), (.changes, 12), (.events, 10), (.symptoms, 14), (.medicines, 14),
    (.notes, 4), (.noteLetters, 200), (.dates, 8), (.places, 4), (.rules, 0), (.notes, 1), (.changes, 5),
    (.events, 6), (.symptoms, 8), (.medicines, 8), (.questions, 12), (.dates, 4), (.notes, 0), (.writers, 0),
    (.changes, 2), (.charts, 0), (.names, 5), (.events, 3), (.symptoms, 4), (.medicines, 4), (.figures, 1),
    (.questions, 6), (.signs, 7),
    (.letters, 100), (.dates, 2), (.questions, 3), (.signs, 4), (.letters, 40), (.breathing, 8), (.places, 1),
    (.events, 1), (.medicines, 1), (.symptoms, 1), (.names, 3), (.questions, 1), (.signs, 2), (.breathing, 4),
    (.dates, 1), (.signs, 1), (.changes, 0), (.events, 0), (.symptoms, 0), (.figures, 0), (.places, 0),
    (.medicines, 0), (.names, 1), (.breathing, 0),
  ]

  /// What there is, and what of it fits.
  struct Fitting {
    let whole: ClinicRoom
    let fits: (ClinicRoom) -> Bool
    /// The largest room that fits; nil if none does.
    let room: ClinicRoom?

    init(_ whole: ClinicRoom, fits: @escaping (ClinicRoom) -> Bool) {
      (self.whole, self.fits) = (whole, fits)
      room = largest(whole, fits: fits)
    }
  }

  /// The largest room that fits. Cuts in order until it does, then gives back what there is room for after all, what a
  /// clinician would miss most first; so nothing is cut while it would have fitted.
  static func largest(_ whole: ClinicRoom, fits: (ClinicRoom) -> Bool) -> ClinicRoom? {
    guard !fits(whole) else { return whole }
    var room = whole
    var cuts: [Kind] = []
    for cut in order where room[cut.kind] > cut.most {
      room[cut.kind] = cut.most
      cuts.removeAll { $0 == cut.kind }
      cuts.append(cut.kind)
      guard fits(room) else { continue }
      for kind in cuts.reversed() { room.grow(kind, to: whole[kind], fits) }
      return room
    }
    return nil
  }

  /// Gives a kind as much room as fits, up to a limit.
  private mutating func grow(_ kind: Kind, to limit: Int, _ fits: (ClinicRoom) -> Bool) {
    var (least, most) = (self[kind], limit)
    while least < most {
      // Nearly always all of it, or very little more.
      let middle = least + max(1, (most - least) / 2)
      var larger = self
      larger[kind] = middle
      if fits(larger) { least = middle } else { most = middle - 1 }
    }
    self[kind] = least
  }
}

extension ClinicRoom {
  /// Room for all there is.
  static func whole(_ facts: ClinicFacts) -> ClinicRoom {
    let many = 1000
    var room = ClinicRoom(Dictionary(uniqueKeysWithValues: Kind.allCases.map { ($0, many) }))
    room[.questions] = facts.plan.values(of: .question).count
    room[.notes] = facts.noted.count
    room[.noteLetters] = facts.noted.map(\.text.count).max() ?? 0
    room[.medicines] = facts.medicines.count
    // More than there can be, and little enough to be looked through quickly.
    for kind in [Kind.breathing, .signs, .events] { room[kind] = 32 }
    room[.symptoms] = facts.tallies.count
    room[.changes] = facts.plan.timeline.items.count
    // What is typed on one line is at most so long, and a page names no more dates of one sign.
    (room[.letters], room[.dates], room[.names], room[.places]) = (200, 14, 40, 12)
    (room[.rules], room[.charts], room[.writers], room[.figures]) = (1, 1, 1, 2)
    return room
  }

  /// As little as the order leaves.
  static func least(_ whole: ClinicRoom) -> ClinicRoom {
    order.reduce(into: whole) { room, cut in room[cut.kind] = min(room[cut.kind], cut.most) }
  }
}
