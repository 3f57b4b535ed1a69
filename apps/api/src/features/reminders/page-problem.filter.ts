import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { html } from '../../platform/http/html.ts'
import { languageOf } from '../../platform/http/language.ts'
import { sendProblem } from '../../platform/http/problem.filter.ts'
import { plainPage } from './plain-page.ts'

const texts = {
  en: {
    expired: 'This link does not work any more',
    expiredText:
      'It is too old, or it was changed, or you are not in that household any more. Nothing was changed. In Streamline you see how it stands, and can do it there.',
    failed: 'That did not work',
    failedText: 'Nothing was changed. In Streamline you see how it stands, and can do it there.',
    open: 'Open Streamline',
  },
  hi: {
    expired: 'यह लिंक अब काम नहीं करता',
    expiredText:
      'यह बहुत पुराना है, या बदल गया है, या आप अब उस घर में नहीं हैं। कुछ नहीं बदला गया। अभी क्या स्थिति है यह Streamline में दिखेगा, और वहीं किया जा सकता है।',
    failed: 'यह नहीं हो पाया',
    failedText: 'कुछ नहीं बदला गया। अभी क्या स्थिति है यह Streamline में दिखेगा, और वहीं किया जा सकता है।',
    open: 'Streamline खोलें',
  },
} as const

/** Who comes by a letter is told on a page what is the matter, and led to the application. */
@Catch()
export class PageProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp()
    const request = http.getRequest<FastifyRequest>()
    sendProblem(error, request, http.getResponse<FastifyReply>(), (code) => {
      const locale = languageOf(request)
      const { expired, expiredText, failed, failedText, open } = texts[locale]
      const [title, text] = code === 'link-expired' ? [expired, expiredText] : [failed, failedText]
      return plainPage(
        locale,
        title,
        html`<p>${text}</p>
          <p><a href="/inbox">${open}</a></p>`,
      )
    })
  }
}
