import { Controller, Get, HttpCode, Post, Query, Res, UseFilters } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import * as z from 'zod'
import { allowPage } from '../../platform/http/security-headers.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { PageProblemFilter } from './page-problem.filter.ts'
import { IdentityService } from '../identity/identity.service.ts'
import { PreferencesService } from './preferences.service.ts'
import { kindNamesIn } from '../letters/reminder-words.ts'
import { UnsubscribeLinksService } from './unsubscribe-links.service.ts'
import { unsubscribedPage, unsubscribePage } from './unsubscribe-page.ts'

const query = z.object({ token: z.string().min(1).max(2000) })

/**
 * What a letter's `List-Unsubscribe` leads to (RFC 8058). Who opens the link, a mail scanner too, sees a page and changes nothing; a POST does
 * it, whether the page's button or the mail program sends it.
 */
@Controller('v1/unsubscribe')
@UseFilters(PageProblemFilter)
export class UnsubscribeController {
  constructor(
    private readonly links: UnsubscribeLinksService,
    private readonly preferences: PreferencesService,
    private readonly identity: IdentityService,
  ) {}

  @Get()
  async page(@Query() asked: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { token, locale, kinds } = await this.asked(asked)
    return sendPage(reply, unsubscribePage(locale, kindNamesIn(kinds, locale), token))
  }

  @Post()
  @HttpCode(200)
  async stop(@Query() asked: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { locale, kinds, userId } = await this.asked(asked)
    await this.preferences.stopMail(userId, kinds)
    return sendPage(reply, unsubscribedPage(locale, kindNamesIn(kinds, locale)))
  }

  private async asked(asked: unknown) {
    const { data } = query.safeParse(asked)
    const found = data === undefined ? null : this.links.read(data.token)
    if (data === undefined || found === null) throw new ProblemError('link-expired')
    const locale = await this.identity.localeOf(found.userId)
    return { ...found, token: data.token, locale }
  }
}

const sendPage = (reply: FastifyReply, page: string): string => {
  allowPage(reply)
  void reply.header('Content-Type', 'text/html; charset=utf-8')
  return page
}
