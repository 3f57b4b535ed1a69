import { Controller, Get, Header } from '@nestjs/common'
import { DocumentStore } from '../../platform/documents/document-store.ts'
import { Postgres } from '../../platform/postgres/postgres.ts'

@Controller('health')
export class HealthController {
  private asked: Promise<unknown> | undefined

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

  /** What it needs answers as well and takes what is written; 503 otherwise. Who asks at once is told at once. */
  @Get('ready')
  @Header('Cache-Control', 'no-store')
  async ready() {
    this.asked ??= this.askAll().finally(() => (this.asked = undefined))
    await this.asked
    return { status: 'ok' }
  }

  private askAll(): Promise<unknown> {
    return Promise.all([this.postgres.requireRoom(), this.documents.ping()])
  }
}
