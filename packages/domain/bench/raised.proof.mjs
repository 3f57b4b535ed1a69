// What a preview shows is what is raised: random drafts and random edits, each day of 14 months walked, and the same in one jump.
// `node packages/domain/bench/raised.proof.mjs [seed] [drafts and edits]`
import { strictEqual } from 'node:assert/strict'
import { addDays, DomainError, factsOfActs, lastEndOf, lastUndoable, previewPeriods } from '../src/index.ts'
import { Book, periodsUntil, textOf } from './rig/charge-book.mjs'
import { anAct, aDraft } from './rig/lives.mjs'
import { randomFrom, seedOf } from './rig/random.mjs'

const seed = seedOf()
const wanted = Number(process.argv[3] ?? 10_000)
const MONTHS_14 = 426
const random = randomFrom(seed)
let number = 0

const record = (on, act) => ({ id: `act ${number++}`, on, at: `${on}T06:30:00Z`, by: null, act })

/** With what was recharged on time, where somebody has to. */
const rechargedOn = (records, day) => {
  const { terms } = factsOfActs(records)
  if (terms.opened === null || lastEndOf(terms) !== day) return records
  return [...records, record(day, { kind: 'recharged', renewedOn: day })]
}

function draftIsRaisedAsPreviewed() {
  const draft = aDraft(random)
  let records = [record(draft.startsOn, { kind: 'started', draft })]
  const walked = new Book()
  let day = draft.startsOn
  for (let passed = 0; passed <= MONTHS_14; passed++, day = addDays(day, 1)) {
    records = rechargedOn(records, day)
    walked.reconcile(factsOfActs(records), day)
  }
  const last = addDays(day, -1)
  const raised = walked.inForce()
  const jumped = new Book()
  jumped.reconcile(factsOfActs(records), last)
  strictEqual(textOf(jumped.inForce()), textOf(raised), `in one jump: ${JSON.stringify(draft)}`)
  if (raised.length === 0) return 0
  const shown = previewPeriods(draft, Math.min(raised.length, 200))
  const compared = raised.filter(({ index }) => index < 200).slice(0, shown.length)
  strictEqual(textOf(compared), textOf(shown.slice(0, compared.length)), JSON.stringify(draft))
  return compared.length
}

/** A life of some acts; after each, what it promised until its next act is what is there by then. */
function editsAreRaisedAsPromised() {
  const draft = aDraft(random)
  let records = [record(draft.startsOn, { kind: 'started', draft })]
  let today = draft.startsOn
  const book = new Book()
  book.reconcile(factsOfActs(records), today)
  let edits = 0
  for (let step = 0; step < 12; step++) {
    const until = addDays(today, random.between(1, 40))
    const promised = textOf(periodsUntil(factsOfActs(records), until))
    for (let day = today; day <= until; day = addDays(day, 1)) book.reconcile(factsOfActs(records), day)
    strictEqual(textOf(book.inForce()), promised, `${until}: ${JSON.stringify(records)}`)
    today = until
    const after = acted(records, today)
    if (after === null) continue
    const outlook = book.outlook(factsOfActs(after), today)
    const before = book.inForce().length
    book.amend(factsOfActs(after), today)
    strictEqual(book.inForce().length, before + outlook.comes - outlook.goes)
    strictEqual(
      textOf(book.inForce()),
      textOf(periodsUntil(factsOfActs(after), today)),
      JSON.stringify(after),
    )
    records = after
    edits++
  }
  return edits
}

/** Null where what came up is not legal then. */
function acted(records, today) {
  const last = lastUndoable(records)
  const isUndo = last !== undefined && random.between(1, 5) === 1
  const act = isUndo ? { kind: 'undone', of: last.id } : anAct(random, records, today)
  const next = [...records, record(today, act)]
  try {
    factsOfActs(next)
    return next
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}

console.log(`seed ${seed}`)
let charges = 0
for (let draft = 0; draft < wanted; draft++) charges += draftIsRaisedAsPreviewed()
console.log(
  `${wanted.toLocaleString('en')} drafts: ${charges.toLocaleString('en')} charges raised as previewed, day by day and in one jump of 14 months`,
)
let edits = 0
let lives = 0
for (; edits < wanted; lives++) edits += editsAreRaisedAsPromised()
console.log(
  `${edits.toLocaleString('en')} edits in ${lives.toLocaleString('en')} lives: what each would do is what it did, and what was raised by the next one`,
)
