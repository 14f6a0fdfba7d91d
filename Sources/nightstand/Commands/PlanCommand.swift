import ArgumentParser
import NightModel
import NightReports
import NightStore

/// `nightstand plan`: shows or sets what stands.
struct PlanCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Show or set what stands: person, people, equipment, routine, turn plan, medicines, numbers, settings.",
    discussion: HelpText.ifAsked(
      """
      Without KEY everything that is set, and where the record lies. An empty VALUE ('') makes a setting blank again.

      \(PlanText.keys())

      Equipment: \(Catalogue.standard.equipment.map(\.id).joined(separator: ", ")).
      """))

  @Argument(help: "The setting.")
  var key: String?

  @Argument(help: "Its new value.")
  var value: String?

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    guard let key else {
      print(PlanText.text(session.plan, catalogue: session.catalogue))
      print("\nThe record lies in \(session.store.places.store); copying that folder copies all of it.")
      return
    }
    guard let value else { return try show(key, in: session) }
    let settings = try PlanKey.settings(key: key, value: value, catalogue: session.catalogue)
    let changed = settings.filter { session.plan.value($0.key) != $0.value }
    guard !changed.isEmpty else {
      print("unchanged: \(key) stands so already")
      return
    }
    try session.save(
      changed.map { setting in
        let details = Details(setting.value.map { [.to: .text($0)] } ?? [:])
        return Draft(
          partition: .plan, at: session.moment, by: session.by, body: .record(.plan(key: setting.key), details))
      })
    for setting in changed { print("set \(setting.key.forDisplay): \(setting.value?.forDisplay ?? "blank again")") }
  }

  private func show(_ key: String, in session: Session) throws {
    let below = session.plan.values(below: key)
    if let value = session.plan.value(key) {
      print(value.forDisplay)
    } else if !below.isEmpty {
      for (name, value) in below { print("\(name.forDisplay): \(value.forDisplay)") }
    } else {
      let family = String(key.prefix { $0 != "." })
      guard PlanKey.all.contains(where: { $0.name == family }) else {
        throw Failure(
          Refusal.unknown("setting", key, among: PlanKey.all.map(\.name), help: "nightstand plan --help").sentence,
          exitCode: 64)
      }
      print("not set")
    }
  }
}
