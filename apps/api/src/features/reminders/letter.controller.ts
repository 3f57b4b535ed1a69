import { Controller, Get, HttpCode, Post, Query, Res, UseFilters } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import * as z from 'zod'
import { ProblemError } from '../../platform/http/problem.ts'
import { allowPage } from '../../platform/http/security-headers.ts'
import { PageProblemFilter } from './page-problem.filter.ts'
import { IdentityService } from '../identity/identity.service.ts'
import { LetterActsService } from './letter-acts.service.ts'
import { letterActKinds, LetterLinksService } from './letter-links.service.ts'
import { letterDonePage, letterPage } from './letter-page.ts'

const query = z.object({ token: z.string().min(1).max(3000), act: z.enum(letterActKinds).optional() })

/** What a letter's link leads to. Who opens it, a mail scanner too, sees a page and changes nothing; a button of the page acts, once. */
@Controller('v1/letter')
@UseFilters(PageProblemFilter)
export class LetterController {
  constructor(
    private readonly links: LetterLinksService,
    private readonly acts: LetterActsService,
    private readonly identity: IdentityService,
  ) {}

  @Get()
  async page(@Query() asked: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { link, locale, token } = await this.asked(asked)
    return sendPage(reply, letterPage(locale, link, token))
  }

  @Post()
  @HttpCode(200)
  async act(@Query() asked: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { link, locale, act } = await this.asked(asked)
    if (act === undefined) throw new ProblemError('link-expired')
    return sendPage(reply, letterDonePage(locale, link, act, await this.acts.act(link, act)))
  }

  private async asked(asked: unknown) {
    const { data } = query.safeParse(asked)
    const link = data === undefined ? null : this.links.read(data.token)
    if (data === undefined || link === null) throw new ProblemError('link-expired')
    return { ...data, link, locale: await this.identity.localeOf(link.userId) }
  }
}

const sendPage = (reply: FastifyReply, page: string): string => {
  allowPage(reply)
  void reply.header('Content-Type', 'text/html; charset=utf-8')
  return page
}
