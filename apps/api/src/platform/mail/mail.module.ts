import { Global, Module } from '@nestjs/common'
import { Delivery } from './delivery.ts'
import { MailboxController } from './mailbox.controller.ts'
import { Mailbox } from './mailbox.ts'
import { Outbox } from './outbox.ts'
import { MailboxSms, SmsSender } from './sms-sender.ts'
import { Smtp } from './smtp.ts'

@Global()
@Module({
  controllers: [MailboxController],
  providers: [Outbox, Mailbox, Delivery, Smtp, { provide: SmsSender, useClass: MailboxSms }],
  exports: [Outbox, SmsSender],
})
export class MailModule {}
