import { Injectable } from '@nestjs/common'
import * as z from 'zod'
import { Ticks } from '../clock/ticks.ts'
import { JobHandlers } from './job-handlers.ts'
import { jobKind } from './job.ts'

/** Carries nothing: what is due is asked by the clock, never by when a job was made. */
export const tickJob = jobKind('ticks', 'tick', z.strictObject({}))

@Injectable()
export class TickJob {
  constructor(handlers: JobHandlers, ticks: Ticks) {
    handlers.handle(tickJob, async () => void (await ticks.runAll()))
  }
}
