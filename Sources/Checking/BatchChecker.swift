import Conformance
import DocumentModel
import Findings
import Glibc

/// Checks many inputs in parallel, one document a task, reports in input order.
public struct BatchChecker: Sendable {
  private let specification: Specification
  private let options: Checker.Options
  private let jobs: Int

  public init(specification: Specification, options: Checker.Options = .init(), jobs: Int) {
    self.specification = specification
    self.options = options
    self.jobs = jobs
  }

  /// - Parameter deliver: called in input order; `false` ends the run.
  public func run(_ inputs: [Input], deliver: (Input, PublicationReport) -> Bool) {
    OrderedWorkers.run(
      inputs, jobs: jobs,
      makeWork: { [specification, options] in
        let checker = Checker(specification: specification, options: options)
        return { input in
          switch input.bytes(limits: options.limits) {
          case .success(let bytes): checker.check(bytes, path: input.path)
          case .failure(let error): checker.refused(input.path, error)
          }
        }
      }, deliver: deliver)
  }

  /// As many as the machine has processors to run on.
  public static var defaultJobs: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}

/// Reads many inputs in parallel, in input order.
public struct BatchInspector: Sendable {
  private let limits: ReadLimits
  private let traces: Bool
  private let isBare: Bool
  private let jobs: Int

  public init(limits: ReadLimits = ReadLimits(), traces: Bool, isBare: Bool, jobs: Int) {
    self.limits = limits
    self.traces = traces
    self.isBare = isBare
    self.jobs = jobs
  }

  /// - Parameters:
  ///   - render: turns a reading into text, in the worker that made it.
  ///   - deliver: called in input order; `false` ends the run.
  public func run(
    _ inputs: [Input], render: @escaping @Sendable (Inspection) -> String,
    deliver: (Input, Bool, String) -> Bool
  ) {
    OrderedWorkers.run(
      inputs, jobs: jobs,
      makeWork: { [limits, traces, isBare] in
        let inspector = Inspector(limits: limits, traces: traces, isBare: isBare)
        return { input -> (isRead: Bool, text: String) in
          let inspection =
            switch input.bytes(limits: limits) {
            case .success(let bytes): inspector.inspect(bytes, path: input.path)
            case .failure(let error): Inspection(path: input.path, error: error)
            }
          return (inspection.error == nil, render(inspection))
        }
      }, deliver: { input, output in deliver(input, output.isRead, output.text) })
  }
}

extension Input {
  func bytes(limits: ReadLimits) -> Result<[UInt8], ReadError> {
    do throws(ReadError) {
      switch source {
      case .file(let path): return .success(try InputFile.read(path, limits: limits, followsLink: isNamed))
      case .standardInput: return .success(try InputFile.readStandardInput(limits: limits))
      case .refused(_, let error): return .failure(error)
      }
    } catch {
      return .failure(error)
    }
  }
}
