import { itemsOf, type PlanCorrection, useFormat, useProblemText } from '@streamline/client'
import { useDecideCorrection, usePlanCorrections } from '@streamline/client/administration'
import { showToast } from '@streamline/client/toasts'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { ErrorState } from '../../../design/error-state.tsx'
import { List, ListRow } from '../../../design/list-row.tsx'
import { MoreButton } from '../../../design/more-button.tsx'
import { SkeletonRows } from '../../../design/skeleton.tsx'

const CorrectionRow = ({ correction }: { correction: PlanCorrection }) => {
  const { t } = useTranslation('administration')
  const format = useFormat()
  const problemText = useProblemText()
  const decide = useDecideCorrection()
  const { planId, planName, providerName, known, price, people, seenOn } = correction
  const name = planName.includes(providerName) ? planName : `${providerName} ${planName}`
  const answer = (decision: 'accept' | 'decline') =>
    decide.mutate(
      { planId, price, decision },
      {
        onSuccess: () =>
          showToast(
            t(decision === 'accept' ? 'catalogue.accepted' : 'catalogue.declined', {
              name,
              price: format.money(price),
            }),
          ),
        onError: (error) => showToast(problemText(error), { tone: 'danger' }),
      },
    )
  return (
    <ListRow
      title={name}
      subtitle={t('catalogue.correction', {
        count: people,
        known: format.money(known),
        price: format.money(price),
        date: format.shortDate(seenOn),
      })}
      actions={
        <>
          <Button size="sm" busy={decide.isPending} onClick={() => answer('accept')}>
            {t('catalogue.accept', { price: format.money(price) })}
          </Button>
          <Button
            size="sm"
            variant="secondary"
            busy={decide.isPending}
            aria-label={`${t('catalogue.decline')}: ${name}, ${format.money(price)}`}
            onClick={() => answer('decline')}
          >
            {t('catalogue.decline')}
          </Button>
        </>
      }
    />
  )
}

/** The queue: what people pay instead of what the catalogue says. */
export const CorrectionsCard = () => {
  const { t } = useTranslation('administration')
  const list = usePlanCorrections()
  const corrections = itemsOf(list.data)
  return (
    <Card title={t('catalogue.corrections')} flush={corrections.length > 0} className="overflow-hidden">
      {list.error && !list.data ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <SkeletonRows rows={2} />
      ) : corrections.length === 0 ? (
        <p className="text-muted">{t('catalogue.noCorrections')}</p>
      ) : (
        <>
          <List>
            {corrections.map((correction) => (
              <CorrectionRow
                key={`${correction.planId} ${correction.price.amount}`}
                correction={correction}
              />
            ))}
          </List>
          <MoreButton list={list} />
        </>
      )}
    </Card>
  )
}
