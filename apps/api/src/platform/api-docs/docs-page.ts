import { problems } from '@streamline/contract'
import { propertiesOf, typeOf } from './docs-schema.ts'
import { html, prose, type Html } from '../http/html.ts'
import type { OpenApi, Operation, Schema } from './openapi.ts'

interface Entry {
  method: string
  path: string
  operation: Operation
}

/** The OpenAPI document as one page that needs no script. */
export function docsPage(api: OpenApi): string {
  const entries = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
  const tags = [...new Set(entries.map(tagOf))]
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Streamline API</title>
        <link rel="stylesheet" href="/docs/style.css" />
      </head>
      <body>
        <nav aria-label="Contents">
          <strong>Streamline API</strong>
          ${tags.map((tag) => contents(tag, entries))}
          <a href="#schemas">Schemas</a>
          <a href="#problems">Problems</a>
          <a href="/v1/openapi.json">OpenAPI 3.1</a>
        </nav>
        <main>
          <h1>Streamline API</h1>
          ${(api.info.description ?? '').split('. ').map((sentence) => html`<p>${prose(sentence.replace(/\.?$/, '.'))}</p>`)}
          ${tags.map((tag) => section(tag, entries))}
          <h2 id="schemas">Schemas</h2>
          ${Object.entries(api.components.schemas).map(([name, schema]) => schemaBlock(name, schema))}
          <h2 id="problems">Problems</h2>
          ${problemTable()}
        </main>
      </body>
    </html>`.text
}

const tagOf = ({ operation }: Entry) => operation.tags?.[0] ?? ''
const idOf = ({ operation }: Entry) => operation.operationId ?? ''

const contents = (tag: string, entries: Entry[]): Html => html`
  <details open>
    <summary>${tag}</summary>
    ${entries.filter((entry) => tagOf(entry) === tag).map((entry) => html`<a href="#${idOf(entry)}">${idOf(entry)}</a>`)}
  </details>
`

const section = (tag: string, entries: Entry[]): Html => html`
  <h2>${tag}</h2>
  ${entries.filter((entry) => tagOf(entry) === tag).map(operationBlock)}
`

function operationBlock(entry: Entry): Html {
  const { method, path, operation } = entry
  const body = operation.requestBody?.content?.['application/json']?.schema
  return html`<article id="${idOf(entry)}">
    <h3><span class="method ${method.toLowerCase()}">${method}</span> <code>${path}</code></h3>
    <p>${prose(operation.summary ?? '')}${operation.security === undefined ? '' : html` <i>public</i>`}</p>
    ${operation.description === undefined ? '' : html`<p>${prose(operation.description)}</p>`}
    ${parametersOf(operation)}
    ${body === undefined || Object.keys(body.properties ?? {}).length === 0 ? '' : labelled('Body', body)}
    ${Object.entries(operation.responses).map(([status, { content }]) => responseOf(status, content))}
  </article>`
}

function parametersOf({ parameters = [] }: Operation): Html {
  if (parameters.length === 0) return html``
  const rows = parameters.map(
    ({ name, in: place, required = false, schema = {}, description = '' }) =>
      html`<li>
        <code>${name}</code> <i>${place}${required ? '' : ', optional'}</i> <span>${typeOf(schema)}</span>
        ${description === '' ? '' : html`<p>${prose(description)}</p>`}
      </li>`,
  )
  return html`<h4>Parameters</h4>
    <ul class="properties">
      ${rows}
    </ul>`
}

function responseOf(status: string, content: Record<string, { schema?: Schema }> = {}): Html {
  const schema = content['application/json']?.schema
  if (schema !== undefined) return labelled(status, schema)
  const refusal = content['application/problem+json']?.schema
  const codes = refusal?.allOf?.[1]?.properties?.['code']?.enum ?? []
  if (codes.length === 0) return html`<h4>${status}</h4>`
  return html`<h4 class="refusal">
    ${status} ${codes.map((code) => html`<a href="#${String(code)}">${String(code)}</a> `)}
  </h4>`
}

const labelled = (label: string, schema: Schema): Html => html`
  <h4>${label}: ${typeOf(schema)}</h4>
  ${propertiesOf(schema)}
`

const schemaBlock = (name: string, schema: Schema): Html => html`
  <article id="${name}">
    <h3>${name}: ${typeOf(schema)}</h3>
    ${schema.description === undefined ? '' : html`<p>${prose(schema.description)}</p>`}
    ${propertiesOf(schema)}
  </article>
`

const problemTable = (): Html =>
  html`<table>
    <thead>
      <tr>
        <th>Code</th>
        <th>Status</th>
        <th>Meaning</th>
      </tr>
    </thead>
    <tbody>
      ${Object.entries(problems).map(
        ([code, { status, title }]) =>
          html`<tr id="${code}">
            <td><code>${code}</code></td>
            <td>${status}</td>
            <td>${title}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
