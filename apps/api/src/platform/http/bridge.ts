import { Inject, Injectable } from '@nestjs/common'
import type { AnyContractProcedure } from '@orpc/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { v5, v7 } from 'uuid'
import { ENV, type Env } from '../../env.ts'
import { AccessControl } from './access-control.ts'
import type { Actor } from './actor.ts'
import type { Call } from './call.ts'
import { Idempotency } from './idempotency.ts'
import { idempotencyKeyOf, ifMatchOf } from './preconditions.ts'
import { ProblemError } from './problem.ts'
import { RawJson } from './raw-json.ts'
import { RawText } from './raw-text.ts'
import { originOf } from './request-origin.ts'
import { checkInput, gatherInput } from './request-input.ts'
import type { RoutePlan } from './route-plan.ts'

type AnyCall = Call<AnyContractProcedure>

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const CREATED_BY_KEY = 'b1f9ad3a-2f0c-5d3f-9a52-6f3e1f6a7c11'

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
    const key = plan.idempotent ? idempotencyKeyOf(request) : null
    const call = callOf(plan, request, reply, actor, input, key)
    const work = () => this.handled(plan, actor, handle, call)
    if (key === null || actor === null) return this.send(plan, reply, await work())
    const question = { userId: actor.userId, route: nameOf(plan), key, input }
    const text = await this.idempotency.once(question, reply, async () =>
      textOf(this.check(plan, await work())),
    )
    return sendText(reply, text)
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
  private async handled(
    plan: RoutePlan,
    actor: Actor | null,
    handle: (call: AnyCall) => Promise<unknown>,
    call: AnyCall,
  ): Promise<unknown> {
    try {
      return await handle(call)
    } catch (error) {
      if (actor !== null && error instanceof ProblemError && error.code === 'forbidden')
        await this.access.refused(actor, nameOf(plan))
      throw error
    }
  }

  private send(plan: RoutePlan, reply: FastifyReply, result: unknown): unknown {
    const answer = this.check(plan, result)
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

function callOf(
  plan: RoutePlan,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor | null,
  input: unknown,
  idempotencyKey: string | null,
): AnyCall {
  return {
    input,
    get actor() {
      if (actor === null) throw new Error(`${plan.path} is public and has no actor`)
      return actor
    },
    ifMatch: plan.ifMatch ? ifMatchOf(request) : null,
    idempotencyKey,
    newId: () =>
      idempotencyKey === null || actor === null
        ? v7()
        : v5([actor.userId, plan.method, plan.path, idempotencyKey].join('\n'), CREATED_BY_KEY),
    etag: (revision) => void reply.header('ETag', `"${revision}"`),
    request,
    reply,
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

function sendAs(reply: FastifyReply, text: string, type: string): string {
  void reply.header('Content-Type', type)
  return text
}
