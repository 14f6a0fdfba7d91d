import AppCore
import Glibc
import NightModel
import NightStore

/// The screens' world: this machine's clock and the record on its disk.
extension World {
  /// The world of the screens: this machine's clock, and the record of a session.
  @MainActor
  static func real(_ session: Session, isFrozen: Bool) -> World {
    let (store, zone) = (session.store, session.zone)
    return World(
      now: { isFrozen ? session.moment : zone.instant(milliseconds: Machine.now()) },
      isFrozen: isFrozen,
      uptime: Machine.uptime,
      load: { partitions in partitions.map { Loaded(store.reading(of: $0)) } },
      recordedNights: store.recordedNights,
      save: { drafts, origin in save(drafts, origin, to: store, zone: zone) },
      step: { command, moment, by in step(command, at: moment, by: by, in: store, zone: zone) })
  }

  private static func save(_ drafts: [Draft], _ origin: Origin, to store: Store, zone: Zone) -> Action {
    do {
      let entries = try store.perform(drafts, zone: zone.name)
      // In the order in which the store wrote them.
      let partitions = drafts.map(\.partition).reduce(into: [Partition]()) { all, next in
        if !all.contains(next) { all.append(next) }
      }
      return .saved(entries, in: partitions, from: origin)
    } catch {
      return .notSaved(NotSaved(error, drafts))
    }
  }

  private static func step(
    _ command: Command, at moment: Instant, by: String?, in store: Store, zone: Zone
  ) -> Action {
    do {
      let step =
        command == .undo
        ? try store.undo(at: moment, by: by, zone: zone.name) : try store.redo(at: moment, by: by, zone: zone.name)
      return .stepped(command, words: step?.sentences ?? [])
    } catch {
      return .notSaved(NotSaved(error, []))
    }
  }
}

extension NotSaved {
  /// What could not be written, and why. What the store has kept beside the record is not lost.
  fileprivate init(_ error: StoreError, _ drafts: [Draft]) {
    switch error {
    case .notSaved(_, _, let saved, let unsaved, let kept):
      let lost = kept == nil ? drafts.suffix(unsaved.count) : []
      self.init(sentence: error.sentence, saved: saved, lost: Array(lost))
    case .cannotCreate: self.init(sentence: "NOT SAVED: \(error.sentence)", saved: [], lost: drafts)
    case .cannotRead, .tooLarge: self.init(sentence: "NOT SAVED: \(error.sentence)", saved: [], lost: [])
    }
  }
}

extension Store.Step {
  /// What was done, a sentence for each entry.
  fileprivate var sentences: [String] {
    items.map { item, effect in
      let words = "\(item.at.time) \(item.words(.standard))."
      return switch effect {
      case .takenBack: "Taken back: \(words)"
      case .broughtBack: "Stands again: \(words)"
      case .changedBack: "Says again: \(words)"
      }
    }
  }
}

extension Loaded {
  fileprivate init(_ reading: PartitionReading) {
    let findings = reading.findings.count
    let place = reading.partition == .plan ? "the plan" : "the night \(reading.partition)"
    let remark =
      findings == 0
      ? nil
      : "\(findings == 1 ? "1 place" : "\(findings) places") in \(place) could not be read or are damaged; the rest is "
        + "shown, and 'nightstand verify' lists all"
    self.init(partition: reading.partition, entries: reading.entries, remark: remark)
  }
}

extension Store {
  fileprivate func reading(of partition: Partition) -> PartitionReading {
    switch partition {
    case .plan: plan()
    case .night(let date): nights([date])[0]
    }
  }
}

/// What is left when nothing could be written anywhere: it is printed, so that it can be copied by hand.
enum Unsaved {
  static func failure(_ app: App) -> Failure {
    for draft in app.unsaved {
      guard case .record(let subject, let details) = draft.body else { continue }
      let entry = Entry(
        id: EntryID(milliseconds: 0, random: (0, 0)), stamp: Stamp(milliseconds: 0, counter: 0, writer: "aaaaaaaa"),
        at: draft.at, by: draft.by, body: .record(subject, details))
      if let item = Timeline([entry]).items.first {
        Machine.tell("NOT SAVED: \(draft.partition) \(item.at.time) \(item.words(.standard))\n")
      }
    }
    return Failure(
      "\(app.unsaved.count) entries could not be saved; they are printed above, so write them on paper", exitCode: 74)
  }
}
