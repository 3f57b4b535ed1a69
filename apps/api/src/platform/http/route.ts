import { HttpCode, Req, RequestMapping, RequestMethod, Res } from '@nestjs/common'
import type { AnyContractProcedure } from '@orpc/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Bridge } from './bridge.ts'
import type { Answer, Call } from './call.ts'
import { planOf } from './route-plan.ts'

export type { Answer, Call } from './call.ts'

declare module 'fastify' {
  interface FastifyInstance {
    bridge: Bridge
  }
}

type Handler<P extends AnyContractProcedure> = (call: Call<P>) => Promise<Answer<P>> | Answer<P>

/**
 * Serves a route of the contract: `@Route(contract.me.read) read(call: Call<typeof contract.me.read>)`. Access, input,
 * idempotency and preconditions are settled before the method runs; its return type is held to the contract's output.
 */
export function Route<P extends AnyContractProcedure>(procedure: P) {
  const plan = planOf(procedure)
  return <H extends Handler<P>>(target: object, key: string, descriptor: TypedPropertyDescriptor<H>) => {
    const method = descriptor.value
    if (method === undefined) throw new Error(`@Route belongs on a method, not on ${key}`)
    const serve = function serve(this: unknown, request: FastifyRequest, reply: FastifyReply) {
      return request.server.bridge.answer(plan, request, reply, async (call) =>
        method.call(this, call as Call<P>),
      )
    }
    // Nest keeps its metadata on the function that it calls, which is ours.
    descriptor.value = serve as unknown as H
    Req()(target, key, 0)
    Res({ passthrough: true })(target, key, 1)
    const path = plan.path.replaceAll(/\{(\w+)\}/g, ':$1')
    RequestMapping({ method: RequestMethod[plan.method], path })(target, key, descriptor)
    HttpCode(plan.status)(target, key, descriptor)
  }
}
