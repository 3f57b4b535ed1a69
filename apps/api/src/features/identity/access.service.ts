import { Injectable } from '@nestjs/common'
import { AccessControl, type AccessQuestion } from '../../platform/http/access-control.ts'
import type { Actor } from '../../platform/http/actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'

@Injectable()
export class AccessService extends AccessControl {
  async admit(_question: AccessQuestion): Promise<Actor> {
    throw new ProblemError('unauthenticated')
  }
}
