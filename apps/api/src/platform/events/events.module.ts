import { Global, Module } from '@nestjs/common'
import { EventRepository } from './event.repository.ts'
import { Events } from './events.ts'

@Global()
@Module({ providers: [Events, EventRepository], exports: [Events] })
export class EventsModule {}
