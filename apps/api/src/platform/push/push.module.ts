import { Global, Module } from '@nestjs/common'
import { PushKeyRepository } from './push-key.repository.ts'
import { PushKeys } from './push-keys.ts'
import { WebPush } from './web-push.ts'

@Global()
@Module({ providers: [PushKeys, PushKeyRepository, WebPush], exports: [PushKeys, WebPush] })
export class PushModule {}
