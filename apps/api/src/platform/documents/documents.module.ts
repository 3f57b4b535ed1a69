import { Global, Module } from '@nestjs/common'
import { DocumentStore } from './document-store.ts'
import { PostgresDocuments } from './postgres-documents.ts'

@Global()
@Module({
  providers: [{ provide: DocumentStore, useClass: PostgresDocuments }],
  exports: [DocumentStore],
})
export class DocumentsModule {}
