import { itemsOf, type Plan, useFormat } from '@streamline/client'
import { type DraftForm, twinOf, useSubscriptions } from '@streamline/client/subscriptions'
import { CopyCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../../design/button.tsx'

/** The same is there already: said before it is paid for twice, with the way to the first. */
export const TwinNote = ({ form, plan }: { form: DraftForm; plan: Plan | null }) => {
  const { t } = useTranslation('add')
  const format = useFormat()
  const twin = twinOf(itemsOf(useSubscriptions().data), form, plan)
  return (
    <output className="block">
      {twin === null ? null : (
        <div className="flex flex-wrap items-center justify-between gap-x-3 rounded-control bg-warn-soft py-1.5 pr-1.5 pl-4">
          <p className="flex min-w-48 flex-1 items-start gap-2.5 py-1 text-sm font-medium text-warn">
            <CopyCheck size={17} className="mt-0.5 shrink-0" aria-hidden />
            <span className="min-w-0 break-words">
              {t('twin.text', { name: twin.name, amount: format.money(twin.debit) })}
            </span>
          </p>
          <ButtonLink
            to="/subscriptions/$subscriptionId"
            params={{ subscriptionId: twin.id }}
            variant="secondary"
            size="sm"
            className="ml-auto"
          >
            {t('twin.open')}
          </ButtonLink>
        </div>
      )}
    </output>
  )
}
