import Glibc
import NightModel
import TestSupport
import Testing

@testable import NightStore

/// Names of files as the system has them, which need not be UTF-8.
@Suite struct `Names that spell no text` {
  private let folder = TemporaryFolder()
  private let files = RealFileSystem()

  private static let names: [[UInt8]] = [
    Array("ä€😀".utf8), [0x66, 0xE4, 0x72], [0xC3], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98], [0xFF, 0xFE, 0x41],
    // What stands for such a byte in a text, spelled out.
    [0xF4, 0x8F, 0xBE, 0x80], [0xF4, 0x8F, 0xBF, 0xBF, 0xE4],
  ]

  @Test func `are listed, told apart, read, renamed and removed like any other`() throws {
    for (index, name) in Self.names.enumerated() {
      let path = (Array((folder.path + "/").utf8) + name).map { CChar(bitPattern: $0) } + [0]
      let file = Glibc.open(path, O_CREAT | O_WRONLY, 0o600)
      try #require(file >= 0)
      #expect(write(file, "\(index)", 1) == 1)
      close(file)
    }
    let listed = try files.list(folder.path)
    #expect(Set(listed.map(\.nameBytes)) == Set(Self.names) && Set(listed).count == Self.names.count)
    for name in listed {
      let index = try #require(Self.names.firstIndex(of: name.nameBytes))
      #expect(try files.contents(of: folder.path + "/" + name) == Array("\(index)".utf8))
      #expect(try files.status(at: folder.path + "/" + name).size == 1)
      try files.rename(folder.path + "/" + name, to: folder.path + "/x" + name)
      try files.remove(folder.path + "/x" + name)
    }
    #expect(try files.list(folder.path).isEmpty)
  }

  @Test func `come back from their texts byte for byte`() {
    var chance = Chance(seed: 4)
    for _ in 0..<2000 {
      let bytes = (0..<12).map { _ in chance.next() % 3 == 0 ? UInt8.random(in: 1...255, using: &chance) : 0xF4 }
      #expect(String(nameBytes: bytes).nameBytes == bytes)
    }
  }

  @Test func `are shown by their bytes`() {
    #expect(String(nameBytes: [0x66, 0xE4, 0x72]).forDisplay == "f‹0xE4›r")
    #expect(String(nameBytes: Array("fär".utf8)).forDisplay == "fär")
  }
}
