import Glibc
import Synchronization
import Testing

/// Lets tests that mostly wait for other programs do so on threads of their own, so that the others keep every core busy
/// meanwhile.
package struct Waiting: SuiteTrait, TestTrait, TestScoping {
  package var isRecursive: Bool { true }

  package func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(WaitingThreads.shared) { try await function() }
  }
}

extension Trait where Self == Waiting {
  /// The test mostly waits for other programs.
  package static var waits: Self { Waiting() }
}

/// A few threads that may wait.
private final class WaitingThreads: TaskExecutor, @unchecked Sendable {
  static let shared = WaitingThreads(count: 3)

  private let jobs = Mutex<[UnownedJob]>([])
  /// Counts the jobs nobody has taken yet.
  private let count: UnsafeMutablePointer<sem_t>

  private init(count threads: Int) {
    count = .allocate(capacity: 1)
    sem_init(count, 0, 0)
    for _ in 0..<threads {
      var thread = pthread_t()
      let context = Unmanaged.passRetained(self).toOpaque()
      pthread_create(
        &thread, nil,
        { context in
          guard let context else { return nil }
          Unmanaged<WaitingThreads>.fromOpaque(context).takeUnretainedValue().work()
        }, context)
    }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    jobs.withLock { $0.append(job) }
    sem_post(count)
  }

  private func work() -> Never {
    while true {
      while sem_wait(count) != 0 {}
      let job = jobs.withLock { $0.isEmpty ? nil : $0.removeFirst() }
      job?.runSynchronously(on: asUnownedTaskExecutor())
    }
  }
}
