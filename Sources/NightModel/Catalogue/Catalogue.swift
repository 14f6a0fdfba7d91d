internal import Text

/// The care catalogue: checklists, symptoms, equipment, signs, contacts, and the source of each statement.
///
/// Data, decoded from the files of Resources/Care that are compiled in. Ids never change once released.
public struct Catalogue: Sendable {
  /// The groups of the checklists, in the order they are worked through.
  public let groups: [ChecklistGroup]
  /// Every checklist item, group by group; with those of the family's own if `Plan.adapted` made it.
  public internal(set) var items: [ChecklistItem]
  /// The ids of the bedtime items in the order of an evening, in which the starter routine has them.
  public let evening: [String]
  /// Every symptom that can be logged.
  public let symptoms: [Symptom]
  /// The kinds of event of which there is something to know.
  public let events: [EventFacts]
  /// The short lists of what can be written with one key, in the order they are shown.
  public let menus: [LogMenu]
  /// Every kind of equipment an item can need.
  public let equipment: [Equipment]
  /// The way of a piece of equipment through the insurer, from needed to returned.
  public let steps: [EquipmentStep]
  /// What holds for insurers whatever the equipment is.
  public let insurance: [Statement]
  /// What holds for everybody while the power is out.
  public let powerOut: [PowerLine]
  /// What to look at when the power is back.
  public let powerBack: [PowerLine]
  /// The three levels of a sign, the gravest first.
  public let levels: [SignLevel]
  /// Every sign to call for, the gravest level first.
  public let signs: [Sign]
  /// What to do while help is on its way.
  public let whileWaiting: [Statement]
  /// What to tell those who come.
  public let tellResponders: [Statement]
  /// The contacts a family wants to have at hand.
  public let contacts: [Contact]
  /// Who is who in the care team.
  public let team: [Contact]
  /// Where the statements come from.
  public let sources: [Source]

  /// What items of the family's own were called that have been removed, by id.
  var formerLabels: [String: String] = [:]

  /// The catalogue that is compiled in. It would be empty if a file could not be read; a test reads every file.
  public static let standard = (try? Catalogue(files: .embedded)) ?? Catalogue()

  /// The item of that id, whichever list it is in.
  public func item(_ id: String) -> ChecklistItem? { items.first { $0.id == id } }

  /// What an item is called, also one that the family has removed; its id, as it can be shown, if it is none that is known
  /// here.
  public func label(ofItem id: String) -> String { item(id)?.label ?? (formerLabels[id] ?? id).forDisplay }

  /// The step of that id on the way through the insurer.
  public func step(_ id: String) -> EquipmentStep? { steps.first { $0.id == id } }

  /// The symptom of that id.
  public func symptom(_ id: String) -> Symptom? { symptoms.first { $0.id == id } }

  /// The kind of equipment of that id.
  public func equipment(_ id: String) -> Equipment? { equipment.first { $0.id == id } }

  /// The sign of that id.
  public func sign(_ id: String) -> Sign? { signs.first { $0.id == id } }

  /// The signs of one level, in order.
  public func signs(of level: Sign.Level) -> [Sign] { signs.filter { $0.level == level } }

  /// The source of that key.
  public func source(_ key: String) -> Source? { sources.first { $0.key == key } }

  /// The items of one list, in order.
  public func items(of list: ChecklistGroup.List) -> [ChecklistItem] {
    let ids = Set(groups.filter { $0.list == list }.map(\.id))
    return items.filter { ids.contains($0.group) }
  }

  /// The list an item belongs to; nil for an id the catalogue does not know.
  public func list(of itemID: String) -> ChecklistGroup.List? {
    item(itemID).flatMap { item in groups.first { $0.id == item.group }?.list }
  }

  private init() {
    (groups, items, evening, symptoms, events, menus) = ([], [], [], [], [], [])
    (equipment, steps, insurance) = ([], [], [])
    (powerOut, powerBack) = ([], [])
    (levels, signs, whileWaiting, tellResponders) = ([], [], [], [])
    (contacts, team, sources) = ([], [], [])
  }

  /// Reads the catalogue from its files.
  /// - Throws: `CatalogueError` naming the file and the first entry in it that cannot be read.
  public init(files: Files) throws(CatalogueError) {
    let checklists = CatalogueFile("checklists.json", files.checklists)
    groups = try checklists.read("groups", ChecklistGroup.init)
    items = try checklists.read("items", ChecklistItem.init)
    evening = try checklists.read("evening", \.text)
    symptoms = try CatalogueFile("symptoms.json", files.symptoms).read("symptoms", Symptom.init)
    let happenings = CatalogueFile("events.json", files.events)
    events = try happenings.read("events", EventFacts.init)
    menus = try happenings.read("menus", LogMenu.init)
    let gear = CatalogueFile("equipment.json", files.equipment)
    equipment = try gear.read("equipment", Equipment.init)
    steps = try gear.read("steps", EquipmentStep.init)
    insurance = try gear.read("insurance", Statement.init)
    powerOut = try gear.read("powerOut", PowerLine.init)
    powerBack = try gear.read("powerBack", PowerLine.init)
    let call = CatalogueFile("signs.json", files.signs)
    levels = try call.read("levels", SignLevel.init)
    signs = try call.read("signs", Sign.init)
    whileWaiting = try call.read("whileWaiting", Statement.init)
    tellResponders = try call.read("tellResponders", Statement.init)
    let people = CatalogueFile("contacts.json", files.contacts)
    contacts = try people.read("contacts", Contact.init)
    team = try people.read("team", Contact.init)
    sources = try CatalogueFile("sources.json", files.sources).read("sources", Source.init)
  }
}
