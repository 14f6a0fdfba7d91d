import Glibc
import NightModel
import TestSupport
import Testing

@testable import NightStore

/// The emergency card's text beside the record.
@Suite struct `The kept card` {
  private let disk = MemoryDisk()
  private let places = Places.sample(below: "")

  private func open() throws -> Store {
    try Store(places: places, files: disk, world: .sample(seed: UInt64(disk.calls)))
  }
  private func kept() -> String? { Store.keptCard(for: places, files: disk) }

  @Test func `is not kept where there is no record`() throws {
    #expect(try !open().keepCard("card") && kept() == nil && disk.allFiles(below: "").isEmpty)
  }

  @Test func `is found with a sound record, and is the last one kept`() throws {
    try open().perform([.turn()], zone: nil)
    #expect(kept() == nil)
    #expect(try open().keepCard("first") && kept() == "first")
    #expect(try open().keepCard("second é") && kept() == "second é")
  }

  @Test func `is written only if it differs`() throws {
    try open().perform([.turn()], zone: nil)
    let store = try open()
    #expect(store.keepCard("card"))
    let state = try #require(store.state)
    let inode = try disk.status(at: state.cardPath).inode
    #expect(store.keepCard("card") && store.keepCard("card"))
    #expect(try disk.status(at: state.cardPath).inode == inode)
    #expect(store.keepCard("card 2"))
    #expect(try disk.status(at: state.cardPath).inode != inode)
  }

  @Test func `is found when store.json is damaged, gone, or the whole record is`() throws {
    try open().perform([.turn()], zone: nil)
    #expect(try open().keepCard("card"))
    disk.setBytes(Array("{\"store\":".utf8), at: "/store/store.json")
    #expect(kept() == "card")
    // A run on the damaged record has another state folder; the card of before stands until another is kept.
    try open().perform([.turn("right")], zone: nil)
    #expect(kept() == "card")
    #expect(try open().keepCard("newer") && kept() == "newer")
    try disk.remove("/store/store.json")
    #expect(kept() == "newer")
    try disk.rename("/store", to: "/elsewhere")
    #expect(kept() == "newer")
    let other = Places(store: "/other", stateRoot: "/state")
    #expect(Store.keptCard(for: other, files: disk) == nil)
  }

  @Test func `of a record that can be told is never another record's`() throws {
    try open().perform([.turn()], zone: nil)
    #expect(try open().keepCard("card"))
    try disk.rename("/store", to: "/old")
    try open().perform([.turn()], zone: nil)
    #expect(kept() == nil)
  }

  @Test func `is found by a relative path from where the program stands`() throws {
    func places(_ folder: String, _ asked: String) throws -> Places {
      try #require(Places.find(asked: asked, environment: ["HOME": "/home", "PWD": folder]))
    }
    let inside = try places("/", "store")
    #expect(inside.store == "store" && inside.lastingStore == "/store")
    try Store(places: inside, files: disk, world: .sample()).perform([.turn()], zone: nil)
    #expect(try Store(places: inside, files: disk, world: .sample()).keepCard("card"))
    try disk.remove("/store/store.json")
    try disk.rename("/store", to: "/away")
    #expect(Store.keptCard(for: try places("/tmp", "/store"), files: disk) == "card")
    #expect(Store.keptCard(for: try places("/tmp", "store"), files: disk) == nil)
  }

  @Test func `a name in places.json that leads elsewhere is not followed`() throws {
    try open().perform([.turn()], zone: nil)
    #expect(try open().keepCard("card"))
    try disk.remove("/store/store.json")
    try disk.rename("/store", to: "/away")
    disk.setBytes(Array(#"{"/store":["../secret"]}"#.utf8), at: "/state/places.json")
    try disk.makeFolder("/secret")
    try disk.with("/secret/card.txt", .appendNew) { file throws(SystemError) in _ = try disk.write(file, [65]) }
    #expect(kept() == nil)
  }

  @Test func `is whole, old or new, whatever fails and whenever the power goes`() throws {
    for fault in [EIO, ENOSPC, EROFS, EACCES] {
      for cutsPower in [false, true] {
        var call = 1
        while true {
          let disk = MemoryDisk()
          func open(_ files: any FileSystem) throws -> Store {
            try Store(places: places, files: files, world: .sample(seed: 5))
          }
          try open(disk).perform([.turn()], zone: nil)
          #expect(try open(disk).keepCard("old"))
          let faulty = FaultyFileSystem(disk, failing: call, with: .error(fault), staysBroken: false)
          disk.kill()
          if cutsPower { disk.powerFailsAt = call }
          let isKept = (try? open(cutsPower ? disk : faulty))?.keepCard("the new one") ?? false
          let wentWrong = cutsPower ? disk.isDown : faulty.hasStruck
          disk.restart()
          let found = Store.keptCard(for: places, files: disk)
          #expect(found == "the new one" || found == "old" && !isKept, "call \(call)")
          #expect(try open(disk).keepCard("the new one"))
          #expect(Store.keptCard(for: places, files: disk) == "the new one")
          if !wentWrong { break }
          call += 1
        }
        #expect(call > 10)
      }
    }
  }

  @Test func `is the owner's alone`() throws {
    let folder = TemporaryFolder()
    let store = try Store(places: .sample(below: folder.path), files: RealFileSystem(), world: .sample())
    try store.perform([.turn()], zone: nil)
    #expect(store.keepCard("card"))
    let state = try #require(store.state)
    #expect(try RealFileSystem().status(at: state.cardPath).permissions == 0o600)
    #expect(try RealFileSystem().status(at: state.path).permissions == 0o700)
    #expect(!(try RealFileSystem().list(state.path)).contains { $0.hasSuffix(".new") })
  }
}
