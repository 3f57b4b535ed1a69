import { Controller, Get, Header, Inject } from '@nestjs/common'
import { ENV, type Env } from '../../env.ts'
import { docsPage } from './docs-page.ts'
import { docsStyle } from './docs-style.ts'
import { describeApi } from './openapi.ts'

const CACHE = 'public, max-age=300'

/** The contract for programs and for people; made at the first question. */
@Controller()
export class OpenApiController {
  private made: Promise<{ json: string; page: string }> | undefined

  constructor(@Inject(ENV) private readonly env: Env) {}

  @Get('v1/openapi.json')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Header('Cache-Control', CACHE)
  async openapi() {
    return (await this.documents()).json
  }

  @Get('docs')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', CACHE)
  async docs() {
    return (await this.documents()).page
  }

  @Get('docs/style.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', CACHE)
  style() {
    return docsStyle
  }

  private documents() {
    this.made ??= describeApi(this.env).then((api) => ({ json: JSON.stringify(api), page: docsPage(api) }))
    return this.made
  }
}
