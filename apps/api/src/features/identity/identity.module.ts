import { Global, Module } from '@nestjs/common'
import { AccessControl } from '../../platform/http/access-control.ts'
import { AccessService } from './access.service.ts'

/** Global for one reason: the HTTP bridge asks it who calls. */
@Global()
@Module({ providers: [{ provide: AccessControl, useClass: AccessService }], exports: [AccessControl] })
export class IdentityModule {}
