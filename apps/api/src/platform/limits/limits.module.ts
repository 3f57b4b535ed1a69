import { Global, Module } from '@nestjs/common'
import { LimitRepository } from './limit.repository.ts'
import { Limits } from './limits.ts'

@Global()
@Module({ providers: [Limits, LimitRepository], exports: [Limits] })
export class LimitsModule {}
