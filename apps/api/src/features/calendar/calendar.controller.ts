import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { rawText } from '../../platform/http/raw-text.ts'
import { Route, type Call } from '../../platform/http/route.ts'
import { CalendarFeedsService } from './calendar-feeds.service.ts'
import { CalendarsService } from './calendars.service.ts'

const { calendar } = contract

@Controller()
export class CalendarController {
  constructor(
    private readonly feeds: CalendarFeedsService,
    private readonly calendars: CalendarsService,
  ) {}

  @Route(calendar.read)
  read({ actor }: Call<typeof calendar.read>) {
    return this.feeds.read(actor)
  }

  @Route(calendar.make)
  make({ actor, input, act }: Call<typeof calendar.make>) {
    return this.feeds.make(actor, input, act)
  }

  @Route(calendar.change)
  change({ actor, input }: Call<typeof calendar.change>) {
    return this.feeds.change(actor, input)
  }

  @Route(calendar.end)
  end({ actor }: Call<typeof calendar.end>) {
    return this.feeds.end(actor)
  }

  @Route(calendar.ofSubscription)
  async ofSubscription({ actor, input }: Call<typeof calendar.ofSubscription>) {
    return rawText(await this.calendars.ofSubscription(actor, input.id), 'text/calendar; charset=utf-8')
  }
}
