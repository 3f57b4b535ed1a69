import {
  Global,
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common'
import { ENV, type Env } from '../../env.ts'
import { Postgres } from '../postgres/postgres.ts'
import { StartFailure } from '../start-failure.ts'
import { DocumentHome } from './document-home.ts'
import { DocumentStore, type AnyShape } from './document-store.ts'
import { chosenStore, openDocuments } from './open-documents.ts'
import { WritersLock } from './writers-lock.ts'

const SHAPES = Symbol('shapes')

@Global()
@Module({})
export class DocumentsModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    private readonly store: DocumentStore,
    private readonly lock: WritersLock,
    private readonly postgres: Postgres,
    @Inject(ENV) private readonly env: Env,
    @Inject(SHAPES) private readonly shapes: readonly AnyShape[],
  ) {}

  /** The store of the environment, with these collections in it. */
  static with(shapes: readonly AnyShape[]): DynamicModule {
    return {
      module: DocumentsModule,
      providers: [
        { provide: SHAPES, useValue: shapes },
        { provide: WritersLock, inject: [ENV], useFactory: (env: Env) => new WritersLock(env.databaseUrl) },
        {
          provide: DocumentStore,
          inject: [ENV, Postgres, WritersLock],
          useFactory: (env: Env, postgres: Postgres, lock: WritersLock) =>
            openDocuments(chosenStore(env), env, postgres, lock),
        },
      ],
      exports: [DocumentStore],
    }
  }

  /** Before anybody asks for a document: it is where we look, and nobody moves it meanwhile. */
  async onModuleInit(): Promise<void> {
    const home = new DocumentHome(this.postgres)
    const isShared = await this.lock.share(() =>
      home.assertAt(chosenStore(this.env), this.store, this.shapes),
    )
    if (!isShared)
      throw new StartFailure(
        'The documents are being moved: start again when `npm run documents:move` has ended',
      )
    await this.store.prepare(this.shapes)
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.lock.release(), this.store.close()])
  }
}
