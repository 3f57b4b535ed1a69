import { Module } from '@nestjs/common'
import { OpenApiController } from './openapi.controller.ts'

/** The contract for programs and for people. */
@Module({ controllers: [OpenApiController] })
export class ApiDocsModule {}
