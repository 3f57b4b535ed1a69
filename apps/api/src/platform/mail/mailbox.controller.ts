import { Controller, Get, Header, Inject, Query, Req } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { ENV, type Env } from '../../env.ts'
import { ProblemError } from '../http/problem.ts'
import { isFromThisMachine } from '../http/this-machine.ts'
import { mailboxPage } from './mailbox-page.ts'
import { Mailbox } from './mailbox.ts'

/** Every message that would have left, for who develops on this machine; to everybody else it does not exist. */
@Controller('dev')
export class MailboxController {
  constructor(
    private readonly mailbox: Mailbox,
    @Inject(ENV) private readonly env: Env,
  ) {}

  @Get('mailbox')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async page(@Req() request: FastifyRequest, @Query('to') to: unknown) {
    return mailboxPage(await this.messages(request, to))
  }

  /** The same for programs; `?to=` shows the messages of one address. */
  @Get('mailbox.json')
  @Header('Content-Type', 'application/json; charset=utf-8')
  async json(@Req() request: FastifyRequest, @Query('to') to: unknown) {
    return { items: await this.messages(request, to) }
  }

  private messages(request: FastifyRequest, to: unknown) {
    const { hasMailbox, publicUrl } = this.env
    if (!hasMailbox || !isFromThisMachine(request, publicUrl)) throw new ProblemError('not-found')
    return this.mailbox.messages(typeof to === 'string' ? to : null)
  }
}
