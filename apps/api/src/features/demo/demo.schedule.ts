import { Injectable } from '@nestjs/common'
import { Ticks } from '../../platform/clock/ticks.ts'
import { DemoService } from './demo.service.ts'

/** Asked every minute: demo households live for a day. */
@Injectable()
export class DemoSchedule {
  constructor(ticks: Ticks, demo: DemoService) {
    ticks.register({ name: 'demo.erase', run: (nowMs) => demo.eraseExpired(nowMs) })
  }
}
