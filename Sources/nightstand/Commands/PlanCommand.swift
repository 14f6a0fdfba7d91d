import ArgumentParser
import Bedside
import NightModel
import NightReports
import NightStore
import Text

/// `nightstand plan`: shows or sets what stands.
struct PlanCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Show or set what stands: person, people, equipment, routine, turn plan, medicines, numbers, settings.",
    discussion: HelpText.ifAsked(
      """
      Without KEY everything that is set, and where the record lies. An empty VALUE ('') makes a setting blank \
      again. With --at it counts from that moment on.

      \(PlanText.keys())

      Equipment: \(Catalogue.standard.equipment.map(\.id).joined(separator: ", ")).

      Steps of equipment-step: \(Catalogue.standard.steps.map(\.id).joined(separator: ", ")).

      Groups of own and order: \(Catalogue.standard.groups.map(\.id).joined(separator: ", ")).
      """))

  @Argument(help: "The setting.")
  var key: String?

  @Argument(help: "Its new value.")
  var value: String?

  @OptionGroup var common: CommonOptions

  var typed: [String] { value == nil ? [] : [Unsaved.command] }

  func run(in session: Session) throws {
    let isWhole = !session.notes.unread.contains(.plan)
    let isNone = value == nil && session.tellIfNoRecord()
    guard let key else {
      print(PlanText.text(session.plan, catalogue: session.catalogue, isWhole: isWhole))
      print("\nThe record lies in \(session.store.places.store); copying that folder copies all of it.")
      print("'nightstand purge' erases a night, or all of it, for good.")
      return try common.end(isWithoutRecord: isNone)
    }
    guard let value else {
      try show(key, in: session)
      return try common.end(isWithoutRecord: isNone)
    }
    let drafts = try PlanRequest.drafts(
      key: key, value: value, plan: session.plan, at: session.moment, by: session.by, isDated: session.isDated,
      catalogue: session.catalogue)
    guard !drafts.isEmpty else {
      try session.confirmOnDisk([.plan])
      print("unchanged: \(key) stands so already")
      return
    }
    let saved = try session.save(drafts)
    for entry in saved {
      guard case .record(.plan(let key), let details) = entry.body else { continue }
      let from = entry.dated.map { ", from \(NightWords.moment($0, session.plan.clock))" } ?? ""
      print("set \(key.forDisplay): \(details.text(.to)?.forDisplay ?? "blank again")\(from)")
    }
    for dropped in PlanRequest.dropped(by: saved, plan: session.plan) { print(dropped) }
  }

  private func show(_ key: String, in session: Session) throws {
    let below = session.plan.values(below: key)
    if let standing = session.plan.standing(of: .plan(key: key)), standing.value != nil || standing.isOpen {
      for line in PlanText.setting(standing, session.plan.clock) { print(line) }
    } else if !below.isEmpty {
      for (name, value) in below { print("\(name.forDisplay): \(value.forDisplay)") }
    } else {
      guard PlanKey.find(key) != nil || PlanKey.names.contains(where: { $0.hasPrefix("\(key).") }) else {
        throw Refusal.unknown("setting", key, among: PlanKey.names, help: "nightstand plan --help")
      }
      let isWhole = !session.notes.unread.contains(.plan)
      print(isWhole ? "not set" : "could not be read, if it is set")
      throw ExitCode.nothingToShow(isWhole: isWhole)
    }
  }
}
