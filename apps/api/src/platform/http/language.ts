import type { FastifyRequest } from 'fastify'

type Language = 'en' | 'hi'

const isLanguage = (value: string | undefined): value is Language => value === 'en' || value === 'hi'

/** Tags of an `Accept-Language`, the most wanted first; those that are refused (`q=0`) are none. */
function wantedBy(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      const weight = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1)
      return { tag, weight }
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag)
}

/** What was chosen on this device, else the first of ours that the browser asks for, as the web app itself decides. */
export function languageOf({ cookies, headers }: Pick<FastifyRequest, 'cookies' | 'headers'>): Language {
  const chosen = cookies['streamline-language']
  if (isLanguage(chosen)) return chosen
  const wanted = wantedBy(headers['accept-language'] ?? '').map((tag) => tag.split('-')[0])
  return wanted.find(isLanguage) ?? 'en'
}
