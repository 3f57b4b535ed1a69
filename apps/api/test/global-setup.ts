import 'reflect-metadata'
import { Logger } from '@nestjs/common'
import { loadCatalogue } from '@streamline/catalogue'
import type { TestProject } from 'vitest/node'
import { startTestPostgres } from '../../../tools/postgres/test-server.mjs'
import { readEnv } from '../src/env.ts'
import { documentsOf } from '../src/features/catalogue/catalogue-documents.ts'
import { CatalogueImportService } from '../src/features/catalogue/catalogue-import.service.ts'
import { CatalogueImportRepository } from '../src/features/catalogue/catalogue-import.repository.ts'
import { PlanRepository } from '../src/features/catalogue/plan.repository.ts'
import { ProviderRepository } from '../src/features/catalogue/provider.repository.ts'
import { PostgresDocuments } from '../src/platform/documents/postgres-documents.ts'
import { migrate } from '../src/platform/postgres/migrate.ts'
import { Postgres } from '../src/platform/postgres/postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { server: string; template: string }
    /** `mongodb://host:port` where the documents of this project are in MongoDB. */
    mongodb?: string
  }
}

/** One PostgreSQL per run; every test file works on its own copy of a migrated database. */
export default async function setup(project: TestProject) {
  return startPostgresFor(project, loadCatalogueInto)
}

/** `fill` is done once for what each test file gets a copy of. */
export async function startPostgresFor(
  project: TestProject,
  fill: (databaseUrl: string) => Promise<void> = async () => {},
) {
  const server = await startTestPostgres()
  const template = await server.createDatabase()
  await migrate(template)
  await fill(template)
  project.provide('postgres', { server: server.url, template })
  return () => server.stop()
}

/** Once for all test files: each would load the same. */
async function loadCatalogueInto(databaseUrl: string): Promise<void> {
  Logger.overrideLogger(['error'])
  const postgres = new Postgres(
    readEnv({ DATABASE_URL: databaseUrl, APP_SECRET: 'of no use here, but asked for by the settings' }),
  )
  const store = new PostgresDocuments(postgres)
  await new CatalogueImportService(
    new PlanRepository(store),
    new ProviderRepository(store),
    new CatalogueImportRepository(store),
  ).run(documentsOf(loadCatalogue()))
  await postgres.onApplicationShutdown()
}
