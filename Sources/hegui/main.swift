import ArgumentParser
import Checking
import Glibc

// Arguments as bytes: file names need not be UTF-8, and strings made by the standard library would lose them.
let words = (1..<max(1, Int(CommandLine.argc))).compactMap { index in
  CommandLine.unsafeArgv[index].map { word in
    FilePath.argument(
      from: UnsafeBufferPointer(start: word, count: strlen(word)).map { UInt8(bitPattern: $0) })
  }
}
// A reader that went away is found when writing, and is no error.
signal(SIGPIPE, SIG_IGN)

do {
  var command = try Hegui.parseAsRoot(words)
  try command.run()
} catch let failure as Failure {
  Standard.error.write(failure.text + "\n")
  exit(ExitStatus.unusable.rawValue)
} catch let status as ExitStatus {
  exit(status.rawValue)
} catch {
  let text = Hegui.fullMessage(for: error)
  guard Hegui.exitCode(for: error) == .success else {
    Standard.error.write(text + "\n")
    exit(ExitStatus.unusable.rawValue)
  }
  Standard.output.write(text + "\n")
}
