import { Injectable, type OnModuleInit } from '@nestjs/common'
import { reminderKeyText, type ReminderKey } from '@streamline/domain'
import { outsideQuiet } from '@streamline/domain/send-time'
import { calendarDateIn } from '@streamline/domain/zone'
import { Clock } from '../../platform/clock/clock.ts'
import type { DeliveryRow } from '../../platform/deliveries/delivery.types.ts'
import { LateMessages, type SaidLate } from '../../platform/deliveries/late-messages.ts'
import type { About } from '../../platform/deliveries/told.ts'
import { HouseholdFollowingService } from '../households/household-following.service.ts'
import { isOver } from './is-over.ts'
import { shortly } from './pushed.ts'
import { ReminderReaderService } from './reminder-reader.service.ts'
import { ReminderRepository } from './reminder.repository.ts'

/**
 * A message whose channel was down is said as it is by then, and not at night: what was paid, put off or said again since is left out, and
 * where nothing is left it goes nowhere.
 */
@Injectable()
export class LateMessagesService implements OnModuleInit {
  constructor(
    private readonly late: LateMessages,
    private readonly following: HouseholdFollowingService,
    private readonly reader: ReminderReaderService,
    private readonly repository: ReminderRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.late.whenLate((row, about) => this.saidOf(row, about))
  }

  private async saidOf(row: DeliveryRow, { memberId, reminders }: About): Promise<SaidLate> {
    const household = row.householdId === null ? undefined : await this.following.one(row.householdId)
    if (household === undefined) return OVER
    const people = await this.following.peopleOf(household)
    const person = people.find((one) => one.memberId === memberId)
    if (person === undefined) return OVER
    const now = this.clock.now()
    const reminded = await this.reader.read(person, people, now)
    const { preferences, timeZone, planned, said, saidToAll } = reminded
    const isOfAll = row.userId === null
    const from = isOfAll ? now : outsideQuiet(now, preferences, timeZone)
    if (from > now) return { is: 'later', answer: 'Quiet hours', afterMs: from - now }
    const today = calendarDateIn(now, timeZone)
    const latest = await this.repository.latestLeads({ householdId: household.id, memberId }, reminders)
    const byKey = new Map(planned.map((one) => [reminderKeyText(one), one]))
    const [first, ...rest] = reminders.flatMap((key) => {
      const found = byKey.get(reminderKeyText(key))
      if (found === undefined || isOver(found, reminded, now)) return []
      if ((latest.get(occasionText(key)) ?? key.lead) < key.lead) return []
      return (isOfAll ? saidToAll(found.occasion) : said(found.occasion)) ?? []
    })
    return first === undefined ? OVER : shortly([first, ...rest], today, row.locale)
  }
}

const OVER = { is: 'gone', answer: 'It was said anew, or is over' } as const

const occasionText = ({ kind, subjectId, on }: Omit<ReminderKey, 'lead'>): string =>
  `${kind} ${subjectId} ${on}`
