import { Injectable } from '@nestjs/common'
import { Ticks } from '../../platform/clock/ticks.ts'
import { InboxService } from './inbox.service.ts'
import { LetterActsService } from './letter-acts.service.ts'
import { ReminderPlanningService } from './reminder-planning.service.ts'
import { ReminderSendingService } from './reminder-sending.service.ts'

/** Asked every minute. What is to be sent is planned first: a change of this minute counts. */
@Injectable()
export class RemindersSchedule {
  constructor(
    ticks: Ticks,
    planning: ReminderPlanningService,
    sending: ReminderSendingService,
    inbox: InboxService,
    letters: LetterActsService,
  ) {
    ticks.register({ name: 'reminders.plan', run: (nowMs) => planning.planDue(nowMs) })
    ticks.register({ name: 'reminders.send', run: (nowMs) => sending.sendDue(nowMs) })
    ticks.register({
      name: 'reminders.purge',
      run: async (nowMs) =>
        (await sending.purge(nowMs)) + (await inbox.purge(nowMs)) + (await letters.purge(nowMs)),
    })
  }
}
