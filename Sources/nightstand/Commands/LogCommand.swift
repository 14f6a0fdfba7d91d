import ArgumentParser
import NightModel

/// `nightstand log`: one entry, durable.
struct LogCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Write down one thing that happened.",
    discussion: HelpText.ifAsked(
      """
      VALUE is the grade of a symptom (0 none to 10 worst), the side of a turn, what was suctioned, the name of a \
      medicine, or the words of a note.

      What happened: \(EventKind.allCases.map(\.rawValue).joined(separator: ", ")), note.

      Symptoms: \(Catalogue.standard.symptoms.map(\.id).joined(separator: ", ")).
      """))

  @Argument(help: "What happened, or a symptom; listed above.")
  var kind: String

  @Argument(help: "The grade, side, name or words that go with it.")
  var value: String?

  @Option(help: "How long, in minutes.")
  var minutes: String?

  @Option(help: "left, right, back or other.")
  var side: String?

  @Option(parsing: .unconditional, help: "Which medicine; clear, thick, coloured or blood; what was adjusted.")
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

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    try session.mustBeOpen()
    let texts: [Field: String?] = [
      .minutes: minutes, .side: side, .what: what, .place: place, .helped: helped, .woke: woke, .source: source,
      .note: note,
    ]
    let body = try LogRequest.record(
      kind: kind, value: value, fields: texts.compactMapValues { $0 }, catalogue: session.catalogue)
    let draft = Draft(partition: .night(session.tonight), at: session.moment, by: session.by, body: body)
    for entry in try session.save([draft]) {
      let words = Timeline([entry]).item(entry.id)?.words(session.catalogue) ?? kind
      print("saved \(entry.at.time) \(words), \(NightWords.night(session.tonight)), \(entry.id)")
    }
  }
}
