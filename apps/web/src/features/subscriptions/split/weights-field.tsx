import { Minus, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../../design/avatar.tsx'
import { IconButton } from '../../../design/button.tsx'
import { usePeople } from '@streamline/client/households'
import { mostShares, type SplitDraft, weightOf } from '@streamline/client/subscriptions'

/** How many shares each person takes: two for who streams twice as much. */
export const WeightsField = ({
  draft,
  onChange,
}: {
  draft: SplitDraft
  onChange: (weights: SplitDraft['weights']) => void
}) => {
  const { t } = useTranslation('split')
  const { nameOf } = usePeople()
  const set = (id: string, weight: number) =>
    onChange({ ...draft.weights, [id]: Math.min(mostShares, Math.max(0, weight)) })
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-semibold">{t('shares')}</legend>
      <ul className="space-y-1">
        {draft.members.map((id) => {
          const weight = weightOf(draft, id)
          return (
            <li key={id} className="flex items-center gap-3">
              <Avatar id={id} name={nameOf(id)} />
              <span className="min-w-0 flex-1 truncate font-medium">{nameOf(id)}</span>
              <IconButton
                icon={Minus}
                label={t('fewer', { name: nameOf(id) })}
                disabled={weight === 0}
                className="border border-strong/50 disabled:opacity-40"
                onClick={() => set(id, weight - 1)}
              />
              <output
                aria-label={t('sharesOf', { name: nameOf(id), count: weight })}
                className="figures w-7 text-center text-lg font-semibold"
              >
                {weight}
              </output>
              <IconButton
                icon={Plus}
                label={t('more', { name: nameOf(id) })}
                disabled={weight === mostShares}
                className="border border-strong/50 disabled:opacity-40"
                onClick={() => set(id, weight + 1)}
              />
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}
