import 'reflect-metadata'
import { Logger } from '@nestjs/common'
import { loadCatalogue } from '@streamline/catalogue'
import type { TestProject } from 'vitest/node'
import { startTestPostgres } from '../../../tools/postgres/test-server.mjs'
import { readEnv } from '../src/env.ts'
import { documentsOf } from '../src/features/catalogue/catalogue-documents.ts'
import { CatalogueImportService } from '../src/features/catalogue/catalogue-import.service.ts'
import { CatalogueRepository } from '../src/features/catalogue/catalogue.repository.ts'
import { PostgresDocuments } from '../src/platform/documents/postgres-documents.ts'
import { migrate } from '../src/platform/postgres/migrate.ts'
import { Postgres } from '../src/platform/postgres/postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { server: string; template: string }
  }
}

/** One PostgreSQL per run; every test file works on its own copy of a migrated database. */
export default async function setup(project: TestProject) {
  const server = await startTestPostgres()
  const template = await server.createDatabase()
  await migrate(template)
  await loadCatalogueInto(template)
  project.provide('postgres', { server: server.url, template })
  return () => server.stop()
}

/** Once for all test files: each would load the same. */
async function loadCatalogueInto(databaseUrl: string): Promise<void> {
  Logger.overrideLogger(['error'])
  const postgres = new Postgres(
    readEnv({ DATABASE_URL: databaseUrl, APP_SECRET: 'of no use here, but asked for by the settings' }),
  )
  const repository = new CatalogueRepository(new PostgresDocuments(postgres))
  await new CatalogueImportService(repository).run(documentsOf(loadCatalogue()))
  await postgres.onApplicationShutdown()
}
