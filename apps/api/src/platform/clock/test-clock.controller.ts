import { Body, Controller, Get, HttpCode, Inject, Put, Req } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import { ENV, type Env } from '../../env.ts'
import { invalidInput, ProblemError } from '../http/problem.ts'
import { isFromThisMachine } from '../http/this-machine.ts'
import { Clock } from './clock.ts'
import { TestClock } from './test-clock.ts'

const moveSchema = z.strictObject({ now: z.iso.datetime({ offset: true }) })

/** `TEST_CLOCK=on` only, and only for this machine; to everybody else it does not exist. */
@Controller('v1/test/clock')
export class TestClockController {
  constructor(
    private readonly clock: Clock,
    private readonly testClock: TestClock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  @Get()
  read(@Req() request: FastifyRequest) {
    this.admit(request)
    return { now: this.clock.nowIso() }
  }

  @Put()
  @HttpCode(200)
  async move(@Req() request: FastifyRequest, @Body() body: unknown) {
    this.admit(request)
    const move = moveSchema.safeParse(body)
    if (!move.success)
      throw invalidInput('/now', 'must be an instant, such as 2027-01-31T10:00:00Z, and nothing else')
    await this.testClock.moveTo(Date.parse(move.data.now))
    return { now: this.clock.nowIso() }
  }

  private admit(request: FastifyRequest): void {
    const { hasTestClock, publicUrl } = this.env
    if (!hasTestClock || !isFromThisMachine(request, publicUrl)) throw new ProblemError('not-found')
  }
}
