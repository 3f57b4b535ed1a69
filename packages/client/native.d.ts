/* The globals that a page, React Native and Node have in common, as far as this package uses them: nothing more compiles. */

interface Headers {
  get(name: string): string | null
  has(name: string): boolean
  set(name: string, value: string): void
}

interface AbortSignal {
  readonly aborted: boolean
}

declare class AbortController {
  readonly signal: AbortSignal
  abort(): void
}

interface Request {
  readonly url: string
  readonly headers: Headers
  readonly signal: AbortSignal
  clone(): Request
}

declare const Request: new (
  url: string,
  init?: { method?: string; headers?: Record<string, string>; body?: string; signal?: AbortSignal },
) => Request

interface Response {
  readonly ok: boolean
  readonly status: number
  readonly headers: Headers
  clone(): Response
  json(): Promise<unknown>
  text(): Promise<string>
}

declare const fetch: (request: Request) => Promise<Response>

declare const URLSearchParams: new (text: string) => { get(name: string): string | null }

declare const setTimeout: (work: () => void, ms?: number) => unknown

declare const clearTimeout: (timer: unknown) => void
