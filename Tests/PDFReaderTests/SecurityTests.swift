import DocumentModel
import Foundation
import Testing

@testable import PDFReader

@Suite struct SecurityTests {
  private func bytes(_ text: String) throws -> [UInt8] {
    [UInt8](try #require(Data(base64Encoded: text, options: .ignoreUnknownCharacters)))
  }

  @Test(arguments: [
    EncryptedFiles.rc4Short, EncryptedFiles.rc4Long, EncryptedFiles.aes128, EncryptedFiles.aes256Draft,
    EncryptedFiles.aes256, EncryptedFiles.ownerless,
  ])
  func emptyPasswordOpens(_ text: String) throws {
    let pdf = try PDFFile(try bytes(text))
    #expect(try pdf.text(ofPage: 0).contains("(secret) Tj"))
    #expect(pdf.metadata.title == "密文")
    #expect(pdf.noteCodes == ["W_PDF_RESTRICTED"])
    #expect(pdf.notes.first?.detail.contains("copy") == true)
  }

  @Test(arguments: [EncryptedFiles.locked, EncryptedFiles.lockedClassic])
  func passwordIsNeeded(_ text: String) throws {
    let file = try bytes(text)
    let error = #expect(throws: ReadError.self) { try PDFFile(file) }
    #expect(error?.code == .encrypted)
  }

  @Test func unknownHandlersAreRefused() throws {
    var file = TestPDF.onePage()
    file.object(9, "<</Filter/Adobe.PubSec/V 4/R 4>>")
    file.finish("/Root 1 0 R/Encrypt 9 0 R")
    let error = #expect(throws: ReadError.self) { try file.open() }
    #expect(error?.code == .encrypted)
  }
}
