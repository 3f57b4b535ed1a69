import { Global, Module } from '@nestjs/common'
import { Clock } from './clock.ts'
import { TestClock } from './test-clock.ts'
import { TestClockController } from './test-clock.controller.ts'
import { Ticks } from './ticks.ts'

@Global()
@Module({ controllers: [TestClockController], providers: [Clock, Ticks, TestClock], exports: [Clock, Ticks] })
export class ClockModule {}
