import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import * as contracts from '@streamline/contract'
import { contract, problems, problemSchema, type ProblemCode } from '@streamline/contract'
import type { Env } from '../../env.ts'

/** As much of an OpenAPI document as we read ourselves. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  additionalProperties?: boolean | Schema
  [constraint: string]: unknown
}

interface Content {
  description?: string
  content?: Record<string, { schema?: Schema }>
}

export interface Operation {
  operationId?: string
  summary?: string
  description?: string
  tags?: string[]
  security?: unknown[]
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: Schema }[]
  requestBody?: Content & { required?: boolean }
  responses: Record<string, Content>
}

export interface OpenApi {
  openapi: string
  info: { title: string; version: string; description?: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
  [key: string]: unknown
}

const introduction = `REST over JSON. Money is \`{amount, currency}\` in integer minor units; a billing date is \`YYYY-MM-DD\`, an instant
RFC 3339 in UTC. Every refusal is \`application/problem+json\` with a stable \`code\`. A POST that creates takes an
\`Idempotency-Key\`; a change takes \`If-Match\`.`

/** Schemas that are worth a name of their own in the document. */
const named = {
  Money: { schema: contracts.moneySchema },
  BillingInterval: { schema: contracts.billingIntervalSchema },
  Tax: { schema: contracts.taxSchema },
  User: { schema: contracts.userSchema },
  Session: { schema: contracts.sessionSchema },
  Me: { schema: contracts.meSchema },
  Household: { schema: contracts.householdSchema },
  Member: { schema: contracts.memberSchema },
  Provider: { schema: contracts.providerSchema },
  Plan: { schema: contracts.planSchema },
  PlanDetail: { schema: contracts.planDetailSchema },
  PriceVersion: { schema: contracts.priceVersionSchema },
  IncludedService: { schema: contracts.includedServiceSchema },
  Split: { schema: contracts.splitSchema },
  Subscription: { schema: contracts.subscriptionSchema },
  SubscriptionDetail: { schema: contracts.subscriptionDetailSchema },
  Charge: { schema: contracts.chargeSchema },
  Payment: { schema: contracts.paymentSchema },
  Settlement: { schema: contracts.settlementSchema },
  HistoryEntry: { schema: contracts.historyEntrySchema },
  Balances: { schema: contracts.balancesSchema },
  Need: { schema: contracts.needSchema },
  Saving: { schema: contracts.savingSchema },
  Overview: { schema: contracts.overviewSchema },
}

/** The whole contract as OpenAPI 3.1. */
export async function describeApi(env: Env): Promise<OpenApi> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(contract, {
    info: { title: 'Streamline', version: '1', description: introduction },
    servers: [{ url: env.publicUrl.origin }],
    security: [{ bearer: [] }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    commonSchemas: { ...named, Problem: { schema: problemSchema, strategy: 'output' } },
    customErrorResponseBodySchema: (errors) => ({
      allOf: [
        { $ref: '#/components/schemas/Problem' },
        { properties: { code: { enum: errors.map(([code]) => code) } } },
      ],
    }),
  })
  const api = JSON.parse(JSON.stringify(document)) as OpenApi
  for (const [path, operations] of Object.entries(api.paths))
    for (const operation of Object.values(operations)) {
      tidy(operation)
      if (path.endsWith('.csv')) asText(operation, 'text/csv')
      if (path.endsWith('.ics')) asText(operation, 'text/calendar')
    }
  markDates(api)
  return api
}

/** What the generator cannot know: refusals are problem documents, 204 has no body, and a body may be left out. */
function tidy(operation: Operation): void {
  for (const [status, response] of Object.entries(operation.responses)) {
    if (status === '204') delete response.content
    if (Number(status) < 400) continue
    const schema = response.content?.['application/json']?.schema
    response.content = { 'application/problem+json': { schema: schema ?? {} } }
    const codes = schema?.allOf?.[1]?.properties?.['code']?.enum ?? []
    response.description = codes
      .map((code) => `${String(code)}: ${problems[code as ProblemCode].title}`)
      .join('. ')
  }
  const body = operation.requestBody
  const needed = body?.content?.['application/json']?.schema?.required ?? []
  if (body !== undefined) body.required = needed.length > 0
}

/** The generator knows only JSON. */
function asText({ responses }: Operation, type: string): void {
  const schema = responses['200']?.content?.['application/json']?.schema
  if (responses['200'] && schema) responses['200'].content = { [type]: { schema } }
}

/** The converter drops formats; names say them: `dueOn` is a calendar date, `createdAt` an instant. */
function markDates(part: unknown): void {
  if (typeof part !== 'object' || part === null) return
  const { properties = {} } = part as Schema
  for (const [name, schema] of Object.entries(properties)) {
    for (const text of [schema, ...(schema.anyOf ?? [])]) {
      if (text.type !== 'string') continue
      if (text['maxLength'] === 10 && !text.enum) text.format = 'date'
      if (name.endsWith('At')) text.format = 'date-time'
    }
  }
  Object.values(part).forEach(markDates)
}
