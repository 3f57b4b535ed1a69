import { Inject, Injectable } from '@nestjs/common'
import type { AnyContractProcedure } from '@orpc/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ENV, type Env } from '../../env.ts'
import { AccessControl } from './access-control.ts'
import { anAct, type Act } from './act.ts'
import type { Actor } from './actor.ts'
import type { Call } from './call.ts'
import { Idempotency } from './idempotency.ts'
import { idempotencyKeyOf, ifMatchOf, keyOfRevision } from './preconditions.ts'
import { ProblemError } from './problem.ts'
import { RawJson } from './raw-json.ts'
import { RawText } from './raw-text.ts'
import { originOf } from './request-origin.ts'
import { checkInput, gatherInput } from './request-input.ts'
import type { RoutePlan } from './route-plan.ts'

type AnyCall = Call<AnyContractProcedure>

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** From an HTTP request to a controller method and back. */
@Injectable()
export class Bridge {
  private readonly checksAnswers: boolean

  constructor(
    private readonly access: AccessControl,
    private readonly idempotency: Idempotency,
    @Inject(ENV) env: Env,
  ) {
    this.checksAnswers = env.checksAnswers
  }

  async answer(
    plan: RoutePlan,
    request: FastifyRequest,
    reply: FastifyReply,
    handle: (call: AnyCall) => Promise<unknown>,
  ): Promise<unknown> {
    const actor = plan.access === 'public' ? null : await this.admit(plan, request)
    const input = checkInput(plan, gatherInput(plan, request))
    const ifMatch = plan.ifMatch ? ifMatchOf(request) : null
    const key = plan.idempotent ? (idempotencyKeyOf(request) ?? keyOfRevision(ifMatch, input)) : null
    const work = (act: Act) => handle(callOf(plan, { request, reply, actor, input, ifMatch, act }))
    return this.telling(plan, actor, async () => {
      if (key === null || actor === null) return this.send(plan, reply, await work(anAct()))
      const question = { userId: actor.userId, route: nameOf(plan), key, input }
      const text = await this.idempotency.once(question, reply, async (act) =>
        textOf(this.check(plan, await work(act))),
      )
      return sendText(reply, text)
    })
  }

  private async admit(plan: RoutePlan, request: FastifyRequest): Promise<Actor> {
    const { householdId } = request.params as { householdId?: string }
    if (plan.access === 'public') throw new Error(`${plan.path} admits anybody`)
    return this.access.admit({
      authorization: request.headers.authorization,
      access: plan.access,
      fresh: plan.fresh,
      scope: plan.scope,
      // Anything else than a UUID is refused by the schema a moment later.
      householdId: householdId !== undefined && UUID.test(householdId) ? householdId.toLowerCase() : null,
      origin: originOf(request),
      route: nameOf(plan),
    })
  }

  /** A service knows finer rights than the route; what it refuses is told as well. */
  private async telling(
    plan: RoutePlan,
    actor: Actor | null,
    work: () => Promise<unknown>,
  ): Promise<unknown> {
    try {
      return await work()
    } catch (error) {
      if (actor !== null && error instanceof ProblemError && error.code === 'forbidden')
        await this.access.refused(actor, nameOf(plan))
      throw error
    }
  }

  private send(plan: RoutePlan, reply: FastifyReply, result: unknown): unknown {
    const answer = this.check(plan, result)
    if (answer instanceof File) return sendFile(reply, answer)
    if (answer instanceof RawText) return sendAs(reply, answer.text, answer.type)
    return answer instanceof RawJson ? sendRaw(reply, answer) : answer
  }

  /** The types hold answers to the contract; where that could lie, in tests, the schema looks too. */
  private check(plan: RoutePlan, answer: unknown): unknown {
    if (!this.checksAnswers) return answer
    plan.output.parse(contentOf(answer))
    return answer
  }
}

interface Asked extends Pick<AnyCall, 'request' | 'reply' | 'input' | 'ifMatch' | 'act'> {
  readonly actor: Actor | null
}

function callOf(plan: RoutePlan, { actor, ...asked }: Asked): AnyCall {
  return {
    ...asked,
    get actor() {
      if (actor === null) throw new Error(`${plan.path} is public and has no actor`)
      return actor
    },
    etag: (revision) => void asked.reply.header('ETag', `"${revision}"`),
  }
}

const contentOf = (answer: unknown): unknown =>
  answer instanceof RawText ? answer.text : answer instanceof RawJson ? JSON.parse(answer.text) : answer

const nameOf = ({ method, path }: RoutePlan) => `${method} ${path}`

const textOf = (answer: unknown) => (answer instanceof RawJson ? answer.text : (JSON.stringify(answer) ?? ''))

function sendRaw(reply: FastifyReply, { content }: RawJson): string | Buffer {
  if (typeof content === 'string') return sendText(reply, content)
  void reply
    .header('Content-Type', 'application/json; charset=utf-8')
    .header('Content-Encoding', 'gzip')
    .header('Vary', 'Accept-Encoding')
  return content
}

const sendText = (reply: FastifyReply, text: string) => sendAs(reply, text, 'application/json; charset=utf-8')

async function sendFile(reply: FastifyReply, file: File): Promise<Buffer> {
  void reply
    .header('Content-Type', file.type)
    .header('Content-Disposition', `attachment; filename="${file.name}"`)
  return Buffer.from(await file.arrayBuffer())
}

function sendAs(reply: FastifyReply, text: string, type: string): string {
  void reply.header('Content-Type', type)
  return text
}
