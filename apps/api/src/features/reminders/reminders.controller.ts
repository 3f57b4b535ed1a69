import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
import { tagged } from '../../platform/http/tagged.ts'
import { InboxService } from './inbox.service.ts'
import { NextMessagesService } from './next-messages.service.ts'
import { PreferencesService } from './preferences.service.ts'
import { SubscriptionWishesService } from './subscription-wishes.service.ts'

const { notifications, inbox } = contract

@Controller()
export class RemindersController {
  constructor(
    private readonly preferences: PreferencesService,
    private readonly messages: NextMessagesService,
    private readonly wishes: SubscriptionWishesService,
    private readonly items: InboxService,
  ) {}

  @Route(notifications.read)
  async read(call: Call<typeof notifications.read>) {
    return tagged(call, await this.preferences.read(call.actor))
  }

  @Route(notifications.update)
  async update(call: Call<typeof notifications.update>) {
    return tagged(call, await this.preferences.update(call.actor, call, call.input))
  }

  @Route(notifications.next)
  next({ actor }: Call<typeof notifications.next>) {
    return this.messages.read(actor)
  }

  @Route(notifications.readWishes)
  readWishes({ actor, input }: Call<typeof notifications.readWishes>) {
    return this.wishes.read(actor, input.id)
  }

  @Route(notifications.wish)
  wish({ actor, input }: Call<typeof notifications.wish>) {
    return this.wishes.change(actor, input)
  }

  @Route(inbox.list)
  list({ actor, input }: Call<typeof inbox.list>) {
    return this.items.list(actor, input)
  }

  @Route(inbox.markRead)
  markRead({ actor, input }: Call<typeof inbox.markRead>) {
    return this.items.markRead(actor, input)
  }

  @Route(inbox.snooze)
  snooze({ actor, input }: Call<typeof inbox.snooze>) {
    return this.items.snooze(actor, input)
  }
}
