import { Global, Module } from '@nestjs/common'
import { Fcm } from './fcm.ts'
import { PushKeyRepository } from './push-key.repository.ts'
import { PushKeys } from './push-keys.ts'
import { WebPush } from './web-push.ts'

@Global()
@Module({ providers: [PushKeys, PushKeyRepository, WebPush, Fcm], exports: [PushKeys, WebPush, Fcm] })
export class PushModule {}
