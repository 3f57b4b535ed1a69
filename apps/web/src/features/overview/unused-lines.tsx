import { type Overview, useFormat, useProblemText } from '@streamline/client'
import { useCorrectUsage, useRecordUsage } from '@streamline/client/usage'
import { showToast } from '@streamline/client/toasts'
import { CalendarX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '../../design/button.tsx'

type Unused = Overview['unused'][number]

/** Says that it was used after all, with the way back. */
const useUsed = () => {
  const { t } = useTranslation('overview')
  const undo = useTranslation('app').t('actions.undo')
  const problem = useProblemText()
  const record = useRecordUsage()
  const correct = useCorrectUsage()
  const refuse = (error: unknown) => showToast(problem(error), { tone: 'danger' })
  return {
    busy: record.isPending,
    say: async ({ subscriptionId, name }: Unused): Promise<void> => {
      try {
        const noted = await record.mutateAsync({ id: subscriptionId, kind: 'used', amount: 1 })
        if (noted === null) return
        const { id, revision } = noted
        const back = () => void correct.mutateAsync({ id, revision, removed: true }).catch(refuse)
        showToast(t('unused.said', { name }), { action: { label: undo, run: back } })
      } catch (error) {
        refuse(error)
      }
    },
  }
}

/** What nobody uses any more, a quiet line each, until somebody says that they do or ends it. */
export const UnusedLines = ({ unused }: { unused: Overview['unused'] }) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const { say, busy } = useUsed()
  return (
    <ul
      aria-label={t('unused.title')}
      className="divide-y divide-line/80 rounded-card bg-sunken px-5 wide:px-6"
    >
      {unused.map((each) => (
        <li key={each.subscriptionId} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
          <CalendarX size={18} className="shrink-0 text-muted" aria-hidden />
          <p className="figures min-w-48 flex-1 text-sm break-words">
            {t('unused.line', { count: each.days, name: each.name, money: format.money(each.monthlyCost) })}
          </p>
          <div className="-mr-3 ml-auto flex">
            <Button
              size="sm"
              variant="quiet"
              busy={busy}
              aria-label={`${t('unused.usedIt')}: ${each.name}`}
              onClick={() => void say(each)}
            >
              {t('unused.usedIt')}
            </Button>
            {each.mayCancel ? (
              <ButtonLink
                size="sm"
                variant="quiet"
                to="/subscriptions/$subscriptionId"
                params={{ subscriptionId: each.subscriptionId }}
                search={{ open: 'cancel' }}
                aria-label={`${t('unused.cancel')}: ${each.name}`}
              >
                {t('unused.cancel')}
              </ButtonLink>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  )
}
