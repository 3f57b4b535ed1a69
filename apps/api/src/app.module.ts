import { Module, type DynamicModule } from '@nestjs/common'
import { collections } from './collections.ts'
import type { Env } from './env.ts'
import { AccountModule } from './features/account/account.module.ts'
import { AdministrationModule } from './features/administration/administration.module.ts'
import { BillingModule } from './features/billing/billing.module.ts'
import { CatalogueModule } from './features/catalogue/catalogue.module.ts'
import { ConnectionsModule } from './features/connections/connections.module.ts'
import { DepartureModule } from './features/departure/departure.module.ts'
import { DemoModule } from './features/demo/demo.module.ts'
import { GuestsModule } from './features/guests/guests.module.ts'
import { HouseholdsModule } from './features/households/households.module.ts'
import { IdentityModule } from './features/identity/identity.module.ts'
import { InsightsModule } from './features/insights/insights.module.ts'
import { OverviewModule } from './features/overview/overview.module.ts'
import { NotificationsModule } from './features/notifications/notifications.module.ts'
import { CalendarModule } from './features/calendar/calendar.module.ts'
import { RemindersModule } from './features/reminders/reminders.module.ts'
import { SavingsModule } from './features/savings/savings.module.ts'
import { SentMessagesModule } from './features/deliveries/sent-messages.module.ts'
import { SettingsModule } from './features/settings/settings.module.ts'
import { SubscriptionsModule } from './features/subscriptions/subscriptions.module.ts'
import { UsageModule } from './features/usage/usage.module.ts'
import { WebhooksModule } from './features/webhooks/webhooks.module.ts'
import { ApiDocsModule } from './platform/api-docs/api-docs.module.ts'
import { ClockModule } from './platform/clock/clock.module.ts'
import { DeliveriesModule } from './platform/deliveries/deliveries.module.ts'
import { DocumentsModule } from './platform/documents/documents.module.ts'
import { EnvModule } from './platform/env.module.ts'
import { EventsModule } from './platform/events/events.module.ts'
import { HttpModule } from './platform/http/http.module.ts'
import { LimitsModule } from './platform/limits/limits.module.ts'
import { MailModule } from './platform/mail/mail.module.ts'
import { OutgoingModule } from './platform/outgoing/outgoing.module.ts'
import { PostgresModule } from './platform/postgres/postgres.module.ts'
import { PushModule } from './platform/push/push.module.ts'
import { QueueModule } from './platform/queue/queue.module.ts'
import { SecretsModule } from './platform/secrets/secrets.module.ts'

const platform = [
  PostgresModule,
  DocumentsModule.with(collections),
  ClockModule,
  QueueModule,
  LimitsModule,
  SecretsModule,
  DeliveriesModule,
  OutgoingModule,
  PushModule,
  MailModule,
  EventsModule,
  HttpModule,
  ApiDocsModule,
]

const features = [
  SettingsModule,
  IdentityModule,
  HouseholdsModule,
  WebhooksModule,
  SentMessagesModule,
  CatalogueModule,
  SubscriptionsModule,
  ConnectionsModule,
  UsageModule,
  BillingModule,
  OverviewModule,
  InsightsModule,
  SavingsModule,
  RemindersModule,
  CalendarModule,
  NotificationsModule,
  GuestsModule,
  DepartureModule,
  AccountModule,
  DemoModule,
  AdministrationModule,
]

@Module({})
export class AppModule {
  static with(env: Env): DynamicModule {
    return { module: AppModule, imports: [EnvModule.with(env), ...platform, ...features] }
  }
}
