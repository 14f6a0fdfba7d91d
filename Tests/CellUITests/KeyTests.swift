import CellUI
import Testing

@Suite struct `Keys by name` {
  @Test func `every name gives the key that has it`() {
    for name in ["Enter", "F2", "Ctrl-C", "t", "?", "Space", "PageDown"] { #expect(Key(name)?.name == name) }
  }
}
