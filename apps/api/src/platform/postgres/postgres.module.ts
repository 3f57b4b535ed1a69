import { Global, Module } from '@nestjs/common'
import { Postgres } from './postgres.ts'

@Global()
@Module({ providers: [Postgres], exports: [Postgres] })
export class PostgresModule {}
