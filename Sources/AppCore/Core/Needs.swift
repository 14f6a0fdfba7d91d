public import NightModel

/// What a screen needs of the record: the one place where it says so.
public struct Needs: Hashable, Sendable {
  /// Nights whose entries are read, and kept while the screen is on the stack.
  public var nights: Set<CivilDate> = []
  /// Nights whose entries are read, and kept only as long as the screen is the one shown.
  public var nightsInSight: Set<CivilDate> = []
  /// True if what is known of many nights is read anew when the screen is opened.
  public var looksAnew = false
  /// Nights whose figures are read before the screen is shown.
  public var rows: [CivilDate] = []
  /// The night whose figures are made once the nights they need are at hand, and read if they are not.
  public var figures: CivilDate?
  /// The night whose line of time and counts are shown.
  public var digest: CivilDate?
  /// True if how far the record reaches has to be known.
  public var extent = false
  /// What is looked for in all nights, once their rows are there.
  public var hits: SearchQuery?
  /// The report that is read.
  public var report: ReportRequest?
  /// True if it has to be known what the next undo would take back.
  public var undoPreview = false
  /// What is computed between keys, in this order; the screen is not all there without it.
  public var computed: [Computation] = []
  /// What is computed after that, in case somebody wants to see it next.
  public var ahead: [Computation] = []
  /// True if somebody who opened the screen waits for what is computed; false where they came for what is at hand.
  public var waits = true
  /// False where something is asked, or read in an emergency: that stays in sight.
  public var mayRest = true
  /// What is wanted once no key was pressed for a moment; nil for nothing.
  public var whenRested: Intent?

  /// Nothing but what is always at hand.
  public init() {}

  /// Some nights, and the figures of one of them.
  init(nights: some Sequence<CivilDate>, figures: CivilDate? = nil) {
    self.nights = Set(nights)
    self.figures = figures
  }
}

extension App {
  /// What the screen shown needs.
  var needs: Needs { needs(at: places.count - 1) }

  /// The nights that the screens on the stack show.
  var shownNights: Set<CivilDate> {
    let others = Set(record.nightsAtHand.nights).union(begun.keys.flatMap { self.nights(of: $0) })
    return places.indices.reduce(others.union(needs.nightsInSight)) { nights, index in
      nights.union(needs(at: index).nights)
    }
  }

  /// The nights of the entries that a text is about.
  func nights(of key: FieldKey) -> [CivilDate] { key.form(context).nights }

  private func needs(at index: Int) -> Needs { places[index].screen.needs(context(at: index)) }

  /// What the screen shown needs to have read before it is drawn.
  public mutating func missing() -> [Effect] {
    let needs = needs
    if needs.extent, record.extent == nil { return [.findExtent] }
    if needs.undoPreview || scanWay != nil, nextUndo == .unknown { return [.previewUndo] }
    if let report = needs.report {
      if record.report(report) == nil { return [.report(.read(report))] }
    } else {
      record.keep(report: nil)
    }
    if let query = needs.hits, record.progress?.isComplete == true, record.found?.query != query {
      return [.search(query)]
    }
    let unread = needs.nights.union(needs.nightsInSight).filter { record.nights[$0] == nil }
    if !unread.isEmpty {
      // What was scrolled past makes room.
      record.keepNights(shownNights)
      return [.load(unread.sorted().map { .night($0) })]
    }
    if let figures = needs.figures { record.makeRow(of: figures) }
    return record.missingRows(needs.rows + [needs.figures].compactMap(\.self)).map { [.loadRows($0)] } ?? []
  }

  /// Works out at once what needs no more reading.
  mutating func compute() {
    let needs = needs
    if needs.computed.contains(.wholeRecord), record.wants(.wholeRecord) { _ = record.goOn(with: .wholeRecord) }
    if let night = needs.digest { record.workOutDigest(of: night) }
  }
}
