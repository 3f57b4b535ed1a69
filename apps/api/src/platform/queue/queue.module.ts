import { Global, Module } from '@nestjs/common'
import { JobHandlers } from './job-handlers.ts'
import { JobRelay } from './job-relay.ts'
import { JobRepository } from './job.repository.ts'
import { JobRunner } from './job-runner.ts'
import { Jobs } from './jobs.ts'
import { QueueRunner } from './queue-runner.ts'
import { QueueStore } from './queue-store.ts'

@Global()
@Module({
  providers: [JobHandlers, JobRelay, JobRepository, JobRunner, Jobs, QueueRunner, QueueStore],
  exports: [JobHandlers, JobRunner, Jobs],
})
export class QueueModule {}
