import Foundation
import PackagePlugin

/// Writes `RuleList.swift` from the rule files of the target, so that no list is kept by hand.
@main struct RuleListPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    guard let target = target.sourceModule else { return [] }
    let rules = target.sourceFiles(withSuffix: "Rule.swift").map(\.url).sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "RuleList.swift")
    return [
      .buildCommand(
        displayName: "Listing \(rules.count) rules",
        executable: try context.tool(named: "list-rules").url,
        arguments: [output.path] + rules.map(\.path),
        inputFiles: rules, outputFiles: [output])
    ]
  }
}
