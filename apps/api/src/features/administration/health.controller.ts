import { Controller, Get, Header } from '@nestjs/common'
import { DocumentStore } from '../../platform/documents/document-store.ts'
import { Postgres } from '../../platform/postgres/postgres.ts'

@Controller('health')
export class HealthController {
  constructor(
    private readonly postgres: Postgres,
    private readonly documents: DocumentStore,
  ) {}

  /** The process answers. */
  @Get('live')
  @Header('Cache-Control', 'no-store')
  live() {
    return { status: 'ok' }
  }

  /** What it needs answers as well; 503 otherwise. */
  @Get('ready')
  @Header('Cache-Control', 'no-store')
  async ready() {
    await this.postgres.query({ name: 'health.ready', text: 'select 1' })
    await this.documents.ping()
    return { status: 'ok' }
  }
}
