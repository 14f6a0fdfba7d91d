import TestSupport
import Testing

@testable import NightModel

@Suite struct `Everything that can be written down` {
  private let catalogue = Catalogue.standard

  /// Every event and every symptom, with its id and what it is called.
  private var all: [(subject: Subject, id: String, name: String)] {
    EventKind.allCases.map { (.event($0), $0.rawValue, $0.words) }
      + catalogue.symptoms.map { (.symptom($0.id), $0.id, $0.label) }
  }

  /// What a line of paper notes is read as; nil for what cannot be read.
  private func read(_ words: String) -> Subject? {
    var samples = Samples()
    let now = samples.moment("11:00")
    let notes = PaperNotes(
      night: samples.night, times: .sample, now: now, plan: Plan(entries: [samples.setting("person", "Jon")]))
    guard case .note(let note) = notes.reading("0100 \(words)"), case .record(let subject, _) = note.body else {
      return nil
    }
    return subject
  }

  @Test func `is read from paper by everyday words, and not by its id and name alone`() {
    for (subject, id, _) in all {
      let words = PaperWords.everyday(subject).filter { $0.count > 1 && PaperWords.plain($0) != PaperWords.plain(id) }
      #expect(!words.isEmpty, "\(id)")
      for phrase in words {
        #expect(read(subject == .event(.medicine) ? "\(phrase) X" : phrase) == subject, "\(id): \(phrase)")
      }
    }
  }

  @Test func `is found by its id, by its name, and by an everyday word for it`() throws {
    for (subject, id, name) in all {
      var samples = Samples()
      let details: [Field: FieldValue] = subject == .event(.medicine) ? [.what: .text("X")] : [:]
      let lines = EntryLines(Night(date: samples.night, entries: [samples.record(subject, details, at: "02:00")]))
      let kind = if case .symptom = subject { "symptom" } else { "kind" }
      let word = try #require(PaperWords.everyday(subject).first { $0.count > 1 }, "\(id)")
      for typed in [name, "kind:\(id)", "\(kind):\(id)", "\(kind):\"\(word)\""] {
        var count = 0
        try SearchQuery(typed, times: .sample).matches(in: lines, labels: OwnLabels()) { _ in count += 1 }
        #expect(count == 1, "\(typed)")
      }
    }
  }

  @Test func `is listed by help, but for what is offered no more`() {
    let kinds = LogRequest.kinds(catalogue)
    let old = catalogue.symptoms.filter { !$0.isOffered }.map(\.id)
    #expect(Set(kinds) == Set(all.map(\.id) + ["note"]).subtracting(old) && old == ["pause-or-snore"])
  }

  @Test(arguments: [
    ("sat up all night", "breathless flat sat up"), ("slept in the chair", "breathless flat chair"),
    ("leak", "mask leak, or tube leak"), ("mask", "mask leak, or mask trouble"),
  ])
  func `what can mean more than one thing is asked about`(words: String, write: String) {
    let samples = Samples()
    let now = samples.moment("11:00")
    let notes = PaperNotes(night: samples.night, times: .sample, now: now, plan: Plan())
    guard case .wrong(let reason, _) = notes.reading("0100 \(words)") else {
      Issue.record("\(words) is read")
      return
    }
    #expect(reason.contains("can mean more than one thing") && reason.contains(write), "\(reason)")
  }

  @Test func `a search for a word with two meanings, or for a key, is refused`() {
    for typed in ["symptom:spasm", "symptom:h", "kind:leak", "symptom:bell"] {
      #expect(throws: Refusal.self, "\(typed)") { try SearchQuery(typed, times: .sample) }
    }
  }
}
