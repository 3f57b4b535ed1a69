import { Controller, Get, Param, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { ProblemError } from '../../platform/http/problem.ts'
import { originOf } from '../../platform/http/request-origin.ts'
import { CalendarsService } from './calendars.service.ts'

const fileName = z.string().regex(/^[\w-]{20,100}\.ics$/)

/** What programs fetch that know a secret address and nothing else: no session, no JSON. */
@Controller('v1/calendars')
export class CalendarFeedController {
  constructor(private readonly calendars: CalendarsService) {}

  @Get(':file')
  async fetch(
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const { data } = fileName.safeParse(file)
    if (data === undefined) throw new ProblemError('not-found')
    const known = request.headers['if-none-match']
    const { tag, text } = await this.calendars.fetch(data.slice(0, -'.ics'.length), known, originOf(request))
    void reply.header('ETag', tag).header('Cache-Control', 'private, no-cache')
    if (text === null) {
      void reply.status(304)
      return undefined
    }
    void reply.header('Content-Type', 'text/calendar; charset=utf-8')
    return text
  }
}
