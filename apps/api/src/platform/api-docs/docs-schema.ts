import { html, prose, type Html } from '../http/html.ts'
import type { Schema } from './openapi.ts'

/** A schema as a few words: `string (uuid)`, `integer, 1 to 100`, a link to what has a name. */
export function typeOf(schema: Schema): Html {
  const { $ref, anyOf, oneOf, allOf, items, properties, type } = schema
  if ($ref !== undefined) return reference($ref)
  const choices = anyOf ?? oneOf
  if (choices !== undefined) return join(choices.map(typeOf), ' or ')
  if (allOf !== undefined) return join(allOf.map(typeOf), ' and ')
  if (schema.enum !== undefined) return join(schema.enum.map(literal), ' | ')
  if (schema.const !== undefined) return literal(schema.const)
  if (type === 'array') return html`list of ${typeOf(items ?? {})}`
  if (properties !== undefined) return html`object`
  return html`${[String(type ?? 'anything'), ...constraintsOf(schema)].join(', ')}`
}

/** The properties of an object, nested where they have no name of their own. */
export function propertiesOf(schema: Schema): Html {
  const { properties, required = [] } = inner(schema)
  if (properties === undefined) return html``
  const rows = Object.entries(properties).map(
    ([name, part]) =>
      html`<li>
        <code>${name}</code>${required.includes(name) ? '' : html` <i>optional</i>`}
        <span>${typeOf(part)}</span>
        ${part.description === undefined ? '' : html`<p>${prose(part.description)}</p>`} ${propertiesOf(part)}
      </li>`,
  )
  return html`<ul class="properties">
    ${rows}
  </ul>`
}

/** The object that is described in place: the schema itself, the items of a list, or the one that is not null. */
function inner(schema: Schema): Schema {
  if (schema.$ref !== undefined) return {}
  if (schema.items !== undefined) return inner(schema.items)
  const [only, ...others] = (schema.anyOf ?? []).filter(({ type }) => type !== 'null')
  return only !== undefined && others.length === 0 ? inner(only) : schema
}

const literal = (value: unknown): Html => html`<code>${JSON.stringify(value)}</code>`

function reference($ref: string): Html {
  const name = $ref.split('/').at(-1) ?? ''
  return html`<a href="#${name}">${name}</a>`
}

const join = (parts: Html[], between: string): Html =>
  html`${parts.map((part, index) => html`${index === 0 ? '' : between}${part}`)}`

const isBound = (value: unknown): value is number =>
  typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER

function constraintsOf({ format, minLength, maxLength, minimum, maximum, pattern }: Schema): string[] {
  return [
    format ?? '',
    isBound(minimum) ? `at least ${minimum}` : '',
    isBound(maximum) ? `at most ${maximum}` : '',
    isBound(minLength) && minLength > 1 && minLength !== maxLength ? `from ${minLength} characters` : '',
    isBound(maxLength) && format === undefined
      ? `${minLength === maxLength ? '' : 'up to '}${maxLength} characters`
      : '',
    typeof pattern === 'string' ? `like ${pattern}` : '',
  ].filter((text) => text !== '')
}
