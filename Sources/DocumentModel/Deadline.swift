/// Ends the work on a file that takes longer than it may.
///
/// One serves one file and one task at a time.
public final class Deadline {
  private let limit: Duration?
  private let elapsed: () -> Duration

  /// Begins now, by the clock on the wall.
  /// - Parameter limit: `nil` for all the time in the world.
  public convenience init(_ limit: Duration? = nil) {
    let start = ContinuousClock.now
    self.init(limit) { ContinuousClock.now - start }
  }

  /// - Parameter elapsed: how long the work has gone on, by a clock of the caller's.
  public init(_ limit: Duration?, elapsed: @escaping () -> Duration) {
    self.limit = limit
    self.elapsed = elapsed
  }

  /// Whether the time is over. Looks at the clock.
  public var isPast: Bool { limit.map { elapsed() >= $0 } ?? false }

  /// - Parameter place: how far the work has come: a part, a page, a rule.
  /// - Throws: `E_TIMEOUT` when the time is over.
  public func check(_ place: @autoclosure () -> String) throws(ReadError) {
    if isPast { throw error(at: place()) }
  }

  /// The error that says so.
  public func error(at place: String?) -> ReadError {
    ReadError(.timeout, part: place, detail: limit.map { "longer than \($0)" } ?? "")
  }
}

extension Deadline {
  /// Counts small pieces of work, and looks at the clock once in many. The first look is at once.
  public struct Steps {
    /// The steps between two looks; one is meant to take a fraction of a microsecond.
    public static let stride = 4_096

    public let deadline: Deadline
    @usableFromInline var left = 0

    public init(_ deadline: Deadline) { self.deadline = deadline }

    /// - Parameter count: of steps; what has no end of its own must count for something.
    /// - Returns: whether the time was over at a look.
    @inlinable @inline(__always)
    public mutating func arePast(after count: Int = 1) -> Bool {
      left &-= count
      return left < 0 && look()
    }

    @usableFromInline @inline(never)
    mutating func look() -> Bool {
      left = Self.stride
      return deadline.isPast
    }
  }
}
