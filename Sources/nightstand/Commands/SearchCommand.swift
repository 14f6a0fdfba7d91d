import ArgumentParser
import Bedside
import NightModel
import NightReports
import NightStore

/// `nightstand search`: the entries in which some words stand.
struct SearchCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find entries of all nights, newest first.",
    discussion: """
      All words must stand in one entry, whatever their case and accents; parts of words count. Put a phrase into \
      quotation marks twice, once for the shell: '"left calf"'. Filters: kind:suction, by:MK, since:2024-03, until:2025, \
      symptom:cramp, symptom>=5 (in quotation marks, for the shell). The caregiver's own page is looked through only with \
      kind:carer. The last word of each line is the end of the entry's id, for edit and retract.
      """)

  @Argument(help: "What to look for.")
  var words: [String]

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    let query = try SearchQuery(words.joined(separator: " "), times: session.times, catalogue: session.catalogue)
    let catalogue = session.catalogue
    var text = FoundText(catalogue: catalogue, clock: session.plan.clock, person: session.plan.person)
    session.store.search(query, labels: OwnLabels(catalogue), remark: { session.notes.tell($0) }) { text.add($0) }
    // What lies in a folder that cannot be listed is met by no reading of a night.
    let isWhole = session.notes.unread.isEmpty && !session.tellFindings().contains { $0.kind == .unreadable }
    print(text.text(isWhole: isWhole))
    if text.isEmpty { throw ExitCode.nothingToShow(isWhole: isWhole) }
  }
}
