/// Measures what README promises: `benchmarks NIGHTSTAND [FOLDER] [--screen] [--idle SECONDS]`, NIGHTSTAND being the
/// static release binary and FOLDER one on the disk to measure (the current one unless given). Prints a table in
/// Markdown; `--screen` leaves out all but the full screen, which is left alone for ten seconds unless `--idle` says more.
/// Exits with 1 if something could not be measured. `benchmarks --signs [PEOPLE [TABLE]]` runs the rules for signs over
/// made-up people instead, 200 of each kind unless said, and prints the tables with TABLE in their names.
/// `benchmarks --switch [TRIALS]` has people with one switch write eight events on Tonight, each 500 times unless said.
import Glibc
import NightModel
import NightStore
import SignSimulation
import SwitchSimulation

var words = Array(CommandLine.arguments.dropFirst())
if words.first == "--signs" {
  guard words.count <= 3, let people = words.count > 1 ? Int(words[1]) : 200, people > 0 else {
    print("usage: benchmarks --signs [PEOPLE [TABLE]]")
    exit(64)
  }
  printSigns(people: people, part: words.count > 2 ? words[2] : nil)
  exit(0)
}
if words.first == "--switch" {
  guard words.count <= 2, let trials = words.count > 1 ? Int(words[1]) : 500, trials > 0 else {
    print("usage: benchmarks --switch [TRIALS]")
    exit(64)
  }
  for line in SwitchTables.lines(trials: trials) { print(line) }
  exit(0)
}
var idleSeconds = 10.0
if let option = words.firstIndex(of: "--idle") {
  idleSeconds = words.dropFirst(option + 1).first.flatMap(Double.init) ?? -1
  words.removeSubrange(option..<min(option + 2, words.count))
}
let isOnlyScreen = words.contains("--screen")
words.removeAll { $0 == "--screen" }
guard (1...2).contains(words.count), !words.contains(where: { $0.hasPrefix("-") }), (0...3600).contains(idleSeconds)
else {
  print("usage: benchmarks PATH-OF-NIGHTSTAND [FOLDER] [--screen] [--idle SECONDS]")
  exit(64)
}
let program = words[0]
let above = words.count > 1 ? words[1] : "."
var template = Array("\(above)/benchmark-XXXXXX".utf8CString)
guard let folder = mkdtemp(&template).map({ String(cString: $0) }) else {
  print("no folder could be made in \(above)")
  exit(73)
}
setenv("XDG_STATE_HOME", folder + "/state", 1)
setenv("TZ", "Europe/Berlin", 1)

/// Runs a program to its end, its output thrown away.
func run(_ words: [String]) {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
  let copies = words.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  var process = pid_t()
  guard posix_spawnp(&process, words[0], &actions, nil, copies + [nil], environ) == 0 else {
    print("\(words[0]) could not be started")
    exit(1)
  }
  waitpid(process, nil, 0)
}

/// The entry that is written over and over.
func turn(at given: Instant? = nil, side: String = "left") -> Draft {
  let moment = given ?? Instant("2026-11-22T23:10:00+01:00") ?? Instant(milliseconds: 0, offsetMinutes: 0)
  return Draft(
    partition: .night(NightRule.noon.night(of: moment)), at: moment, by: "MK",
    body: .record(.event(.turn), Details([.side: .text(side)])))
}

/// The real time in milliseconds since 1970.
func now() -> Int64 {
  var time = timespec()
  clock_gettime(CLOCK_REALTIME, &time)
  return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
}

/// A record in the folder, by its name.
func openStore(_ name: String) throws -> Store {
  let world = StoreWorld(
    now: now, random: { UInt64.random(in: .min ... .max) }, pause: { _ in }, device: "benchmark", boot: "benchmark",
    program: "benchmark")
  let places = StorePaths(store: folder + "/" + name, stateRoot: folder + "/state/nightstand")
  return try Store(places: places, files: RealFileSystem(), world: world)
}

/// Makes a record that holds some entries of tonight and nothing else.
func makeNight(_ name: String, entries: Int) throws {
  let moment = Instant(milliseconds: now() - 60_000, offsetMinutes: 60)
  // No two neighbours look alike and no two pages of three, or scrolling by either would change nothing.
  let sides = ["left", "right", "back"]
  let drafts = (0..<entries).map {
    turn(at: moment.adding(minutes: -($0 % 50)), side: sides[($0 / 50 + $0 / 150 + $0 % 50) % 3])
  }
  try openStore(name).perform(drafts, zone: "Europe/Berlin")
}

/// An append inside the program against a raw write of as many bytes with fdatasync, in turn.
func measureAppend() throws {
  let store = try openStore("append")
  try store.perform([turn()], zone: "Europe/Berlin")
  let raw = open(folder + "/raw", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
  let line = [UInt8](repeating: UInt8(ascii: "x"), count: 243) + [UInt8(ascii: "\n")]
  var ours = Timing()
  var theirs = Timing()
  for _ in 0..<2000 {
    try ours.measure { try store.perform([turn()], zone: "Europe/Berlin") }
    theirs.measure {
      _ = line.withUnsafeBytes { write(raw, $0.baseAddress, $0.count) }
      fdatasync(raw)
    }
  }
  close(raw)
  print(
    "| append inside the program, 2,000 | \(ours.median.short) ms, p99 \(ours.quantile(0.99).short) ms |",
    terminator: "")
  print(" raw write + fdatasync \(theirs.median.short) ms, p99 \(theirs.quantile(0.99).short) ms |", terminator: "")
  print(" \((ours.median / theirs.median).short) |")
}

/// A command with ten years of nights against the same with sixteen nights, in turn.
func measureCommand(_ name: String, _ words: [String], runs: Int) {
  var long = Timing()
  var short = Timing()
  for _ in 0..<runs {
    long.measure { run([program, "--store", folder + "/years"] + words) }
    short.measure { run([program, "--store", folder + "/nights"] + words) }
  }
  print(
    "| \(name), ten years, \(runs) | \(long.median.short) ms | sixteen nights \(short.median.short) ms |",
    terminator: "")
  print(" \((long.median / short.median).short) |")
}

/// The first search, which makes what is kept of all nights; then with that kept, and with its pages read from the disk.
func measureSearch() {
  let words = [program, "--store", folder + "/years", "search", "nothing-holds-this"]
  // What was written just now is not kept: its time could not tell a further change.
  run(["sleep", "3"])
  var first = Timing()
  first.measure { run(words) }
  var warm = Timing()
  var cold = Timing()
  for _ in 0..<20 { warm.measure { run(words) } }
  for _ in 0..<5 {
    run(["sh", "-c", "sync; echo 3 > /proc/sys/vm/drop_caches"])
    cold.measure { run(words) }
  }
  print("| first `search`, ten years, what is kept of nights made | \(first.median.short) ms | | |")
  print(
    "| `search` of all entries, ten years, kept, 20 | \(warm.median.short) ms | caches of the system dropped, 5",
    terminator: "")
  print(" \(cold.median.short) ms | \((warm.median / cold.median).short) |")
  measureCommand("`nights --last 3652`", ["nights", "--last", "3652"], runs: 5)
}

/// The commands and the store behind them.
func measureCommands() throws {
  try measureAppend()
  var start = Timing()
  for _ in 0..<50 { start.measure { run([program, "--version"]) } }
  print("| start and end of the program (`--version`), 50 | \(start.median.short) ms | | |")
  measureCommand("`log turn`, durable, start included", ["log", "turn", "--side", "left"], runs: 50)
  measureCommand("`tonight`", ["tonight"], runs: 50)
  measureCommand("`nights --last 14`", ["nights", "--last", "14"], runs: 30)
  measureSearch()
  measureCommand("`verify`", ["verify"], runs: 5)
}

for (store, nights) in [("nights", "16"), ("years", "3652"), ("decades", "10957")] {
  run([program, "demo", "--nights", nights, "--seed", "1", "--store", folder + "/" + store])
}
try makeNight("long", entries: 500)
try makeNight("short", entries: 10)
try makeNight("glance", entries: 10)
run([program, "plan", "glance", "1", "--store", folder + "/glance"])
print("| what | median | against, in the same run | ratio |")
print("|---|---|---|---|")
if !isOnlyScreen { try measureCommands() }
let isWhole = ScreenBenchmarks(program: program, folder: folder, idleSeconds: idleSeconds).run()
run(["rm", "-rf", folder])
exit(isWhole ? 0 : 1)
