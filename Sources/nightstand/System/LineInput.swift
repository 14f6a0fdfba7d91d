import Glibc

/// The lines of standard input, which can be asked whether there is one before anybody waits for it.
final class LineInput {
  private var bytes: [UInt8] = []
  private var hasEnded = false

  /// The next line, without its end; nil when there is no more.
  func next() -> String? {
    while true {
      if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
        defer { bytes.removeFirst(end + 1) }
        let line = bytes[..<end]
        return String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
      }
      if hasEnded {
        defer { bytes = [] }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
      }
      read()
    }
  }

  /// True if something came that was not asked for yet, or no more will come.
  func isReady() -> Bool {
    if hasEnded || bytes.contains(UInt8(ascii: "\n")) { return true }
    return wait(milliseconds: 0)
  }

  /// Waits until there is something to read or, once a pause in milliseconds is over, another descriptor can be read.
  /// `other` is below 0 where there is none; then it is a minute.
  /// - Returns: true if it was not the input.
  func awaits(orReadable other: Int32, after pause: Int64) -> Bool {
    if isReady() || pause > 0 && wait(milliseconds: Int32(clamping: pause)) { return false }
    var wanted = [STDIN_FILENO, other].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let count = poll(&wanted, 2, other < 0 ? Self.minute : -1)
    guard count >= 0 else { return false }
    if wanted[0].revents != 0 { return false }
    // What stirs once soon stirs again, and is told together.
    return !wait(milliseconds: Self.stirring)
  }

  private static let minute: Int32 = 60_000
  private static let stirring: Int32 = 100

  private func wait(milliseconds: Int32) -> Bool {
    var wanted = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&wanted, 1, milliseconds) > 0
  }

  private func read() {
    // A terminal that another program left not waiting is waited for all the same.
    _ = wait(milliseconds: -1)
    var code: Int32 = 0
    bytes += [UInt8](unsafeUninitializedCapacity: 4096) { buffer, filled in
      let got = Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      if got < 0 { code = errno }
      if got == 0 || got < 0 && code != EINTR && code != EAGAIN { hasEnded = true }
      filled = max(0, got)
    }
  }
}
