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

  /// A password for what is attached alone keeps nobody from reading.
  @Test func lockedAttachmentsDoNotLockTheText() {
    var values = EncryptionValues()
    values.filter = "Standard"
    (values.version, values.revision) = (4, 4)
    values.cryptFilters = [("StdCF", .aes128)]
    let security = StandardSecurity(values)
    #expect(security?.decryptString([1, 2], of: ObjectID(3)) == [1, 2])
    #expect(security?.methods == ["Identity": StandardSecurity.Method.none])
    values.stringFilter = "StdCF"
    #expect(StandardSecurity(values) == nil)
  }

  @Test func unknownHandlersAreRefused() throws {
    var file = TestPDF.onePage()
    file.object(9, "<</Filter/Adobe.PubSec/V 4/R 4>>")
    file.finish("/Root 1 0 R/Encrypt 9 0 R")
    let error = #expect(throws: ReadError.self) { try file.open() }
    #expect(error?.code == .encrypted)
  }
}
