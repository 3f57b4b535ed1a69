import { Injectable } from '@nestjs/common'
import type { FastifyReply } from 'fastify'

export interface IdempotentQuestion {
  readonly userId: string
  readonly route: string
  readonly key: string
  readonly input: unknown
}

@Injectable()
export class Idempotency {
  async once(
    _question: IdempotentQuestion,
    _reply: FastifyReply,
    work: () => Promise<string>,
  ): Promise<string> {
    return work()
  }
}
