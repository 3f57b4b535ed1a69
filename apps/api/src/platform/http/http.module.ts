import { Module } from '@nestjs/common'
import { APP_FILTER } from '@nestjs/core'
import { Bridge } from './bridge.ts'
import { Idempotency } from './idempotency.ts'
import { ProblemFilter } from './problem.filter.ts'

@Module({
  providers: [Bridge, Idempotency, { provide: APP_FILTER, useClass: ProblemFilter }],
  exports: [Bridge],
})
export class HttpModule {}
