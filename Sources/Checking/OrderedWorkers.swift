import Glibc

/// Does the same work on many inputs with several threads and hands the results over in input order.
///
/// Threads of our own with a large stack rather than tasks: the work is deep, synchronous and never
/// suspends. At most `window` results wait for a slower one before them, so memory does not grow with the
/// number of inputs.
public enum OrderedWorkers {
  /// - Parameters:
  ///   - jobs: how many threads; with one, everything runs in the caller's.
  ///   - makeWork: called once in each thread; what it returns is called there only.
  ///   - deliver: called in the caller's thread, in input order; `false` ends the run.
  public static func run<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], jobs: Int, makeWork: @escaping @Sendable () -> (Input) -> Output,
    deliver: (Input, Output) -> Bool
  ) {
    let jobs = min(max(jobs, 1), inputs.count, 256)
    guard jobs > 1 else {
      let work = makeWork()
      for input in inputs where !deliver(input, work(input)) { return }
      return
    }
    let queue = Queue<Output>(count: inputs.count, window: jobs * 4)
    let threads = (0..<jobs).compactMap { _ in
      Thread.start {
        let work = makeWork()
        while let index = queue.take() { queue.put(work(inputs[index]), at: index) }
      }
    }
    guard !threads.isEmpty else {
      let work = makeWork()
      for input in inputs where !deliver(input, work(input)) { return }
      return
    }
    for input in inputs where !deliver(input, queue.next()) {
      queue.stop()
      break
    }
    for thread in threads { thread.join() }
  }

  /// Hands out indexes and takes in results. All state is behind one lock.
  private final class Queue<Output: Sendable>: @unchecked Sendable {
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private let count: Int
    private let window: Int
    private var taken = 0
    private var delivered = 0
    private var results: [Int: Output] = [:]
    private var isStopped = false

    init(count: Int, window: Int) {
      self.count = count
      self.window = window
      pthread_mutex_init(lock, nil)
      pthread_cond_init(changed, nil)
    }

    deinit {
      pthread_cond_destroy(changed)
      pthread_mutex_destroy(lock)
      changed.deallocate()
      lock.deallocate()
    }

    /// The next index, once the results before it are not too far behind; `nil` when there is none.
    func take() -> Int? {
      pthread_mutex_lock(lock)
      defer { pthread_mutex_unlock(lock) }
      while !isStopped, taken < count, taken >= delivered + window { pthread_cond_wait(changed, lock) }
      guard !isStopped, taken < count else { return nil }
      taken += 1
      return taken - 1
    }

    func put(_ output: Output, at index: Int) {
      pthread_mutex_lock(lock)
      results[index] = output
      pthread_cond_broadcast(changed)
      pthread_mutex_unlock(lock)
    }

    /// The result that is next in order, as soon as it is there.
    func next() -> Output {
      pthread_mutex_lock(lock)
      defer { pthread_mutex_unlock(lock) }
      while true {
        if let output = results.removeValue(forKey: delivered) {
          delivered += 1
          pthread_cond_broadcast(changed)
          return output
        }
        pthread_cond_wait(changed, lock)
      }
    }

    func stop() {
      pthread_mutex_lock(lock)
      isStopped = true
      pthread_cond_broadcast(changed)
      pthread_mutex_unlock(lock)
    }
  }

  private struct Thread {
    private let id: pthread_t
    /// Deep structures are walked by recursion here and there; address space is cheap.
    private static let stackBytes = 16 << 20

    private final class Body {
      let run: @Sendable () -> Void
      init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    static func start(_ run: @escaping @Sendable () -> Void) -> Thread? {
      var attributes = pthread_attr_t()
      pthread_attr_init(&attributes)
      defer { pthread_attr_destroy(&attributes) }
      pthread_attr_setstacksize(&attributes, stackBytes)
      let body = Unmanaged.passRetained(Body(run))
      var id = pthread_t()
      let result = pthread_create(
        &id, &attributes,
        { argument in
          if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
          return nil
        }, body.toOpaque())
      guard result == 0 else {
        body.release()
        return nil
      }
      return Thread(id: id)
    }

    func join() { pthread_join(id, nil) }
  }
}
