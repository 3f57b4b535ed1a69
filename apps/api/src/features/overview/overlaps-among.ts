import { maxDate, type BothAnswers, type CalendarDate, type Money } from '@streamline/domain'
import type { PlanDocument } from '../catalogue/catalogue.service.ts'
import type { SubscriptionDocument } from '../subscriptions/subscriptions.service.ts'
import { overlapSavings } from './overlap-saving.ts'
import { subjectOf } from './overview-subject.ts'

interface FoundOverlap {
  readonly subscriptionId: string
  readonly since: CalendarDate
  readonly perYear: Money
  readonly coveredBy: string
}

/** What is paid for although another plan of the same people includes it, as the first screen finds it. */
export const overlapsAmong = (
  documents: readonly SubscriptionDocument[],
  plans: ReadonlyMap<string, PlanDocument>,
  today: CalendarDate,
  answers: BothAnswers,
): FoundOverlap[] =>
  overlapSavings(
    documents.map((document) => subjectOf(document, plans)),
    today,
    answers,
  ).flatMap(({ subject, perYear, coveredBy }) =>
    coveredBy === null
      ? []
      : [
          {
            subscriptionId: subject.id,
            since: maxDate(subject.facts.terms.startsOn, coveredBy.facts.terms.startsOn),
            perYear,
            coveredBy: coveredBy.name,
          },
        ],
  )
