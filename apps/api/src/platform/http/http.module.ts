import { Global, Module } from '@nestjs/common'
import { APP_FILTER } from '@nestjs/core'
import { Bridge } from './bridge.ts'
import { Idempotency } from './idempotency.ts'
import { IdempotencyRepository } from './idempotency.repository.ts'
import { ProblemFilter } from './problem.filter.ts'

/** Global for one reason: who deletes an account has its kept answers forgotten. */
@Global()
@Module({
  providers: [Bridge, Idempotency, IdempotencyRepository, { provide: APP_FILTER, useClass: ProblemFilter }],
  exports: [Bridge, Idempotency],
})
export class HttpModule {}
