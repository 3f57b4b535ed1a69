import { Injectable } from '@nestjs/common'
import { Ticks } from '../../platform/clock/ticks.ts'
import { AccountDeletionService } from './account-deletion.service.ts'

/** Asked every minute: accounts whose fourteen days are over go. */
@Injectable()
export class AccountSchedule {
  constructor(ticks: Ticks, deletion: AccountDeletionService) {
    ticks.register({ name: 'account.deletion', run: (nowMs) => deletion.finishDue(nowMs) })
  }
}
