export { documentsAbout, findDocument, type DocumentReading } from "./find-document.ts";
export { issueDocument, type Issue, type IssuedBy, type IssuedDocument } from "./issue-document.ts";
export {
  DOCUMENTS_A_PAGE,
  documentYears,
  listDocuments,
  type DocumentFilter,
  type DocumentLine,
  type DocumentPage,
} from "./list-documents.ts";
export { draftPaper, officeOf } from "./office-of.ts";
export { writerOn } from "./writer-on.ts";
export { renderDocx } from "./render-docx.ts";
export { renderPdf } from "./render-pdf.ts";
export { setOffice } from "./set-office.ts";
export { paperWithoutNames } from "./paper-without-names.ts";
