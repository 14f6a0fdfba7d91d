/// Shim until the catalogue has its steps.
public struct EquipmentStep: Hashable, Sendable, Identifiable {
  public let id: String
  public let label: String
}
extension Catalogue {
  public var steps: [EquipmentStep] {
    [
      "needed", "assessed", "ordered", "paperwork", "approved", "denied", "appeal", "delivered", "trained", "in-use",
      "owned", "service-due", "returned",
    ].map { EquipmentStep(id: $0, label: $0.hyphensAsSpaces.capitalizedFirst) }
  }
}
