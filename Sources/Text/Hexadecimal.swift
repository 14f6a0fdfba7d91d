/// `number` in lower-case hexadecimal, filled up with zeros on the left.
public func hex(_ number: UInt64, digits: Int) -> String {
  let text = String(number, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}
