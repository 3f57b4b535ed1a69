import type { LoggerService } from '@nestjs/common'
import { pino, type Logger, type LoggerOptions } from 'pino'
import type { Env } from '../../env.ts'
import { forPeople } from './for-people.ts'

const secrets = ['authorization', 'cookie', 'set-cookie', 'password', 'refreshToken', 'accessToken']

/** One JSON line per event on standard output; in a terminal, one that is easy to read. */
export function createLog(env: Env): Logger {
  const options: LoggerOptions = {
    level: env.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: secrets.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.headers["${name}"]`]),
      censor: '***',
    },
  }
  return process.stdout.isTTY ? pino(options, forPeople(process.stdout)) : pino(options)
}

type Level = 'debug' | 'info' | 'warn' | 'error' | 'fatal'

const nestInternals = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
])

/** What Nest and our own `Logger`s say goes to the same place. */
export class NestLog implements LoggerService {
  constructor(private readonly to: Logger) {}

  verbose(message: unknown, ...rest: unknown[]) {
    this.write('debug', message, rest)
  }

  debug(message: unknown, ...rest: unknown[]) {
    this.write('debug', message, rest)
  }

  log(message: unknown, ...rest: unknown[]) {
    // Nest tells of each module and route; that is detail.
    this.write(nestInternals.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest)
  }

  warn(message: unknown, ...rest: unknown[]) {
    this.write('warn', message, rest)
  }

  error(message: unknown, ...rest: unknown[]) {
    this.write('error', message, rest)
  }

  fatal(message: unknown, ...rest: unknown[]) {
    this.write('fatal', message, rest)
  }

  /** Nest appends the name of the logger, and for errors puts the stack before it. */
  private write(level: Level, message: unknown, rest: unknown[]) {
    const [stack] = rest.length > 1 ? rest : []
    const fields = { where: rest.at(-1), ...(stack === undefined ? {} : { stack }) }
    if (typeof message === 'object' && message !== null) this.to[level]({ ...fields, ...message })
    else this.to[level](fields, String(message))
  }
}
