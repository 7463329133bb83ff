import Foundation
import PackagePlugin

/// Embeds text files into a target as Swift source, so that the release binary needs no files beside it.
///
/// Which files: everything in the target's folder that is not Swift; for `Specifications` the package's
/// `specs/` folder, which stays the only source of the built-in specs.
@main struct EmbedPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    guard let target = target.sourceModule else { return [] }
    let folder =
      target.name == "Specifications"
      ? context.package.directoryURL.appending(path: "specs") : target.directoryURL
    let files = try textFiles(below: folder)
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedText.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) text files into \(target.name)",
        executable: try context.tool(named: "embed-text").url,
        arguments: [output.path] + files.map(\.path), inputFiles: files, outputFiles: [output])
    ]
  }

  private func textFiles(below folder: URL) throws -> [URL] {
    let kinds: Set = ["tsv", "yaml", "css", "js", "html", "svg"]
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (found?.allObjects ?? []).compactMap { $0 as? URL }
      .filter { kinds.contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
  }
}
