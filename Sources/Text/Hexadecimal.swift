/// The value of a hexadecimal digit in ASCII, capital or not; nil for anything else.
public func hexValue(_ digit: UInt8) -> UInt8? {
  if digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") { return digit - UInt8(ascii: "0") }
  let letter = digit | 0x20
  return letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "f") ? letter - UInt8(ascii: "a") + 10 : nil
}

/// The number that some hexadecimal digits spell in ASCII, at most 16; nil if there is none or anything else stands among
/// them.
public func hexNumber(_ digits: some Collection<UInt8>) -> UInt64? {
  guard (1...16).contains(digits.count) else { return nil }
  var number: UInt64 = 0
  for digit in digits {
    guard let value = hexValue(digit) else { return nil }
    number = number << 4 | UInt64(value)
  }
  return number
}

/// `number` in lower-case hexadecimal, filled up with zeros on the left.
public func hex(_ number: UInt64, digits: Int) -> String {
  let text = String(number, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}
