import * as fc from 'fast-check'
import papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { csvOf, unguarded, type Cell } from './csv.ts'

/** Reads as spreadsheets do: a quote counts only as the first sign of a cell, and what follows the closing one is text. */
function spreadsheetOf(file: string, separator: string): string[][] {
  const text = file.replace(/^\uFEFF/, '')
  const rows: string[][] = [[]]
  let at = 0
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      at += 1
      while (at < text.length && (text[at] !== '"' || text[at + 1] === '"')) {
        if (text[at] === '"') at += 1
        cell += text[at++]
      }
      at += 1
    }
    while (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n')
      cell += text[at++]
    rows.at(-1)?.push(cell)
    if (text[at] === separator) at += 1
    else {
      at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
      rows.push([])
    }
  }
  return rows.filter((row) => row.length > 0)
}

const isDecimal = (cell: string) => /^-?\d+(\.\d+)?$/.test(cell)

/** What Excel, LibreOffice and their importers may run, folded and trimmed as generously as any of them. */
const beginsFormula = (cell: string) => /^[\s\p{Cf}\p{Cc}"]*[=+\-@]/u.test(cell.normalize('NFKC'))

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'=+-@＝＋－＠﹦﹢\t\r\n;,"\'|  \u00A0\uFEFF\u200B',
        '\r\n',
        '""',
        ';=',
        'cmd|',
        '=HYPERLINK(1)',
      ),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))
const cell = fc.oneof(
  hostile,
  fc.integer({ min: -999, max: 999 }).map((whole): Cell => ({ decimal: `${whole}.5` })),
  fc.constant(null),
)
const table = fc.record({
  fields: fc.array(hostile, { minLength: 3, maxLength: 3 }),
  rows: fc.array(fc.tuple(hostile, cell, cell), { maxLength: 4 }),
})
const shown = (value: Cell) => (value === null ? '' : typeof value === 'string' ? value : value.decimal)

describe('a table for spreadsheets', () => {
  it('is read back whole by the comma', () => {
    fc.assert(
      fc.property(table, fc.boolean(), ({ fields, rows }, withMark) => {
        const file = (withMark ? '\uFEFF' : '') + csvOf(fields, rows)
        const read = spreadsheetOf(file, ',')
        expect(read.flat().filter((text) => /^[\t\r\n]/.test(text))).toEqual([])
        expect(read.map((row) => row.map(unguarded))).toEqual([fields, ...rows.map((row) => row.map(shown))])
        expect(papa.parse(file.replace(/^\uFEFF/, ''), { delimiter: ',', newline: '\r\n' }).data).toEqual([
          ...read,
          [''],
        ])
      }),
      { numRuns: 2000 },
    )
  })

  it.each([',', ';', '\t'])('has no cell that begins a formula, split at %j', (separator) => {
    fc.assert(
      fc.property(table, ({ fields, rows }) => {
        const cells = spreadsheetOf(csvOf(fields, rows), separator).flat()
        expect(cells.filter((text) => beginsFormula(text) && !isDecimal(text))).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['=1', "'=1"],
    ['+91 98', "'+91 98"],
    ['-', "'-"],
    ['@me', "'@me"],
    ['\t=1', "'\t'=1"],
    ['\n=1', "'\n'=1"],
    ['=\n1', "'=\n1"],
    ['\r', "'\r"],
    ['＝1', "'＝1"],
    ['  "=1', '\'  "=1'],
    ['a;=1', "a;'=1"],
    ["'=1", "''=1"],
    ['a = b', 'a = b'],
    ['a-b', 'a-b'],
    ['', ''],
  ])('writes %j as %j', (text, written) => {
    expect(spreadsheetOf(csvOf(['x'], [[text]]), ',')[1]?.[0]).toBe(written)
    expect(unguarded(written)).toBe(text)
  })
})
