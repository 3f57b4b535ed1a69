import { Global, Module } from '@nestjs/common'
import { Clock } from './clock.ts'
import { Ticks } from './ticks.ts'

@Global()
@Module({ providers: [Clock, Ticks], exports: [Clock, Ticks] })
export class ClockModule {}
