import ArgumentParser
import Bedside
import NightModel
import NightReports
import Text

/// `nightstand check`: one checklist or environment item.
struct CheckCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Answer one item of the bedtime, getting-up or sleep-environment checklist.",
    discussion: HelpText.ifAsked(
      """
      Bedtime and getting-up items take done, not-needed or could-not; items of the sleep environment take in-place, \
      to-do, not-wanted or unsure. Under the starter routine what stands for weeks (\(standing)) stands in the sleep \
      environment; it takes the words of both.

      Bedtime: \(list(.bedtime)).

      Getting up: \(list(.gettingUp)).

      Sleep environment: \(list(.environment)).
      """))

  @Argument(help: "The item; without it, what is still open tonight is listed.")
  var item: String?

  @Argument(help: "done, not-needed or could-not; in-place, to-do, not-wanted or unsure.")
  var state: String?

  @Option(parsing: .unconditional, help: "In your own words.")
  var note: String?

  /// How the lists are told.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(help: "text or json: without an item, what is open as text, or how every item of the lists stands.")
  var format: Format = .text

  @Flag(help: "With --format json also what is not part of the routine.")
  var all = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if item != nil, format == .json {
      throw ValidationError("--format json tells of whole lists; give no item with it.")
    }
    if all, format != .json { throw ValidationError("--all goes with --format json.") }
  }

  var goesOnWithoutRecord: Bool { state != nil }
  var typed: [String] { state == nil ? [] : [Unsaved.command] }

  func run(in session: Session) throws {
    guard let item else { return try tellLists(in: session) }
    guard let state else {
      let states = (session.catalogue.list(of: item) == .environment ? ItemState.standing : ItemState.ofTheNight)
        .map(\.rawValue)
      throw Refusal.usage(
        "check \(item.forDisplay) needs an answer, so nothing was saved; it takes \(states.joined(separator: ", "))")
    }
    try session.mustBeOpen()
    if session.catalogue.list(of: item) == nil, item.hasPrefix("own."), !session.isPlanRead {
      throw Refusal.refused(
        "\(item.forDisplay) is an item of your own, which the plan would tell, and that cannot be read now, so nothing was "
          + "saved; write it on paper, and give the same command once the record can be read")
    }
    let drafts = try CheckRequest.drafts(
      item: item, state: state, note: note, at: session.moment, by: session.by, isDated: session.isDated,
      plan: session.plan, night: session.nights([session.tonight])[0], catalogue: session.catalogue)
    let saved = try session.save(drafts)
    guard let entry = saved.last else { return }
    let words = Timeline([entry]).item(entry.id)?.words(session.catalogue) ?? item
    let time = session.plan.clock.words(entry.at)
    print("\(session.writtenWord) \(time) \(words), \(NightWords.night(session.tonight)), \(entry.id)")
  }

  private func tellLists(in session: Session) throws {
    let night = session.nights([session.tonight])[0]
    switch format {
    case .text: listOpen(night, in: session)
    case .json:
      print(ChecklistJSON.text(night, plan: session.plan, catalogue: session.catalogue, withRest: all))
    }
  }

  private func listOpen(_ night: Night, in session: Session) {
    print("\(NightWords.night(session.tonight).capitalizedFirst)")
    if session.plan.isClosed { return print("This record is closed; nothing is asked.") }
    if !session.notes.isWhole([session.tonight]) {
      print("Part of tonight could not be read; what follows may be answered there.")
    }
    for list in [ChecklistGroup.List.bedtime, .gettingUp] {
      let open = Routine(list, session.plan, night, session.catalogue).open
      print("\n\(list.title): \(open.isEmpty ? "nothing open" : "\(open.count) open")")
      for item in open { print("  \(item.id): \(item.label)") }
    }
  }

  private static var standing: String {
    Catalogue.standard.items.filter { $0.standing != nil }.map(\.id).joined(separator: ", ")
  }

  private static func list(_ list: ChecklistGroup.List) -> String {
    Catalogue.standard.items(of: list).map(\.id).joined(separator: ", ")
  }
}
