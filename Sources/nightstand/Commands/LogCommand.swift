import ArgumentParser
import Bedside
import NightModel

/// `nightstand log`: one entry, durable.
struct LogCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Write down one thing that happened, or the notes kept on paper.",
    discussion: HelpText.ifAsked(
      """
      VALUE is the grade of a symptom that has one (1 to 10, the worst), or 0 for any symptom that was asked about and \
      was not there; the side of a turn, what was suctioned, the name of a medicine, or the words of a note.

      With --from, reads notes kept on paper, a line each: a time, what happened, and the rest, such as \
      2310 turn left, 0140 suction thick, 0330 cramp 7 calf 10m, 0215-0230 cough assist, 0200 med NAME, 0415 note \
      WORDS. Lines may stand in any order; a line such as "by AA" says who wrote what follows; one that begins with # is \
      passed over.

      What happened: \(EventKind.allCases.map(\.rawValue).joined(separator: ", ")), note.

      Symptoms with a grade: \(symptoms { $0.isGraded }).

      Symptoms without one, of which --times says how often: \(symptoms(\.isCounted)).

      Symptoms without either, each time an entry of its own: \(symptoms { !$0.isGraded && !$0.isCounted }).
      """))

  private static func symptoms(_ isListed: (Symptom) -> Bool) -> String {
    Catalogue.standard.symptoms.filter { $0.isOffered && isListed($0) }.map(\.id).joined(separator: ", ")
  }

  @Argument(help: "What happened, or a symptom; listed above.")
  var kind: String?

  @Argument(help: "The grade, side, name or words that go with it.")
  var value: String?

  @Option(help: "How long, in minutes.")
  var minutes: String?

  @Option(help: "How often it was, for the symptoms listed above.")
  var times: String?

  @Option(help: "left, right, back or other.")
  var side: String?

  @Option(
    parsing: .unconditional,
    help: "Which medicine; clear, thick, coloured or blood; what was adjusted; pillows, sat up or chair.")
  var what: String?

  @Option(parsing: .unconditional, help: "Where on the body.")
  var place: String?

  @Option(parsing: .unconditional, help: "What helped.")
  var helped: String?

  @Option(help: "Whether it woke the person: yes or no.")
  var woke: String?

  @Option(help: "Who says so: said (by the person), seen, or read-off (a machine).")
  var source: String?

  @Option(parsing: .unconditional, help: "In your own words.")
  var note: String?

  @Option(help: ArgumentHelp("Reads paper notes; - for standard input.", valueName: "file"))
  var from: String?

  @Option(help: "The night of the paper notes: the date of its evening, tonight (unless given) or last.")
  var night: String?

  @OptionGroup var common: CommonOptions

  var goesOnWithoutRecord: Bool { true }

  var typed: [String] {
    guard from == "-", !Machine.inputIsTerminal else { return [Unsaved.command] }
    return [Unsaved.command] + Array(AnyIterator { Machine.readLine() })
  }

  func run(in session: Session) throws {
    try session.mustBeOpen()
    let texts: [Field: String?] = [
      .minutes: minutes, .times: times, .side: side, .what: what, .place: place, .helped: helped, .woke: woke,
      .source: source,
      .note: note,
    ]
    if let from {
      guard kind == nil, texts.values.allSatisfy({ $0 == nil }) else {
        throw Failure(
          "--from takes what happened from its file, so nothing was saved; leave the rest out", exitCode: 64)
      }
      return try session.logPaper(from, of: night.map(session.night(named:)) ?? session.tonight)
    }
    guard let kind else {
      throw Failure("nothing was named, so nothing was saved; write nightstand log KIND, or --from FILE", exitCode: 64)
    }
    guard night == nil else {
      throw Failure(
        "--night goes with --from, so nothing was saved; for one entry give its time with --at", exitCode: 64)
    }
    let body = try LogRequest.record(
      kind: kind, value: value, fields: texts.compactMapValues { $0 }, catalogue: session.catalogue)
    let draft = Draft(partition: .night(session.tonight), at: session.moment, by: session.by, body: body)
    for entry in try session.save([draft]) { session.tell(entry, of: session.tonight) }
  }
}

extension Session {
  /// Says what was saved, its id last.
  func tell(_ entry: Entry, of night: CivilDate) {
    let words = Timeline([entry]).item(entry.id)?.words(catalogue) ?? "an entry"
    let card = if case .record(let subject, _) = entry.body { catalogue.pointsToCard(subject) } else { false }
    print(
      "\(writtenWord) \(plan.clock.words(entry.at)) \(words), \(NightWords.night(night)), "
        + (card ? "emergency card: nightstand card, " : "") + "\(entry.id)")
  }
}
