import { Module } from '@nestjs/common'
import { JobHandlers } from './job-handlers.ts'
import { QueueRunner } from './queue-runner.ts'
import { TickJob } from './tick.job.ts'

@Module({ providers: [JobHandlers, TickJob, QueueRunner], exports: [JobHandlers] })
export class QueueModule {}
