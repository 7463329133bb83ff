import Foundation

// Usage: bench docx|doc [--python PROGRAM --support FOLDER] FILE...
//        bench rules [--only reading|structure|rules|REQUIREMENT] FILE...
//        bench pdf [--python PROGRAM --support FOLDER] FILE...
//        bench process HEGUI FILE...
//        bench seals [--list] FOLDER      the folder is one of bin/support/make_seals.py
// Prints ratios of CPU time that were measured in one run; absolute numbers are only there to see the size.

var arguments = Array(CommandLine.arguments.dropFirst())

/// Takes `--name VALUE` out of arguments.
func take(_ name: String, from arguments: inout [String]) -> String? {
  guard let index = arguments.firstIndex(of: name), index + 1 < arguments.count else { return nil }
  defer { arguments.removeSubrange(index...index + 1) }
  return arguments[index + 1]
}

func refuse(_ message: String) -> Never {
  FileHandle.standardError.write(Data("bench: \(message)\n".utf8))
  exit(2)
}

/// The readers that live in Python, as far as they are there.
func peers(_ kinds: [Peer.Kind], _ paths: [String]) -> [Peer] {
  guard let python, let support else { return [] }
  return kinds.compactMap { Peer($0, python: python, script: support + "/bench_peer.py", paths) }
}

let python = take("--python", from: &arguments)
let support = take("--support", from: &arguments)
let only = take("--only", from: &arguments)
guard let mode = arguments.first else {
  refuse("what is to be measured? docx, doc, pdf, rules, seals or process")
}
let operands = Array(arguments.dropFirst())

switch mode {
case "docx":
  let inputs = InputFile.readable(operands)
  if inputs.isEmpty { refuse("no file that can be read") }
  DOCXBenchmark(inputs: inputs, peers: peers(Peer.Kind.docx, inputs.map(\.path))).run()
case "pdf":
  let inputs = PDFBenchmark.readable(operands)
  if inputs.isEmpty { refuse("no file that can be read") }
  let paths = inputs.map(\.path)
  let programs = [ProgramPeer.mutool(paths), ProgramPeer.pdftotext(paths)]
  var others: [any PDFPeer] = programs.compactMap { $0 }
  others += peers(Peer.Kind.pdf, paths) as [any PDFPeer]
  PDFBenchmark(inputs: inputs, peers: others).run()
case "rules":
  let inputs = InputFile.readable(operands)
  if inputs.isEmpty { refuse("no file that can be read") }
  do {
    let benchmark = try RulesBenchmark(inputs: inputs)
    guard let only else {
      benchmark.run()
      break
    }
    if !benchmark.run(only: only) { refuse("there is no part \(only)") }
  } catch {
    refuse("\(error)")
  }
case "doc":
  let benchmark = DOCBenchmark(operands, python: python, support: support)
  if benchmark.files.isEmpty { refuse("no file that can be read") }
  benchmark.run()
case "process":
  guard let program = operands.first else { refuse("which program?") }
  ProcessBenchmark(program: program, files: Array(operands.dropFirst())).run()
case "seals":
  let folders = operands.filter { $0 != "--list" }
  guard let folder = folders.first else { refuse("which folder of pictures?") }
  SealBenchmark(folder: URL(filePath: folder)).run(lists: operands.contains("--list"))
default:
  refuse("cannot measure “\(mode)”; there is docx, doc, pdf, rules, seals and process")
}
