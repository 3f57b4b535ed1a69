/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- a native list cannot show prices and
   tiles; the keys are read by the field, which keeps the focus */
import { type Plan, type Provider, useFormat, useHousehold, useIntervalText } from '@streamline/client'
import { isOldPrice } from '@streamline/domain'
import { ChevronRight, LoaderCircle, PencilLine, Search } from 'lucide-react'
import { useId, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { BrandTile } from '../../../design/brand-tile.tsx'
import { classes } from '../../../design/classes.ts'
import { controlClass } from '../../../design/field.tsx'
import { focusFirst } from '../../../design/focus-first.ts'
import { Money } from '../../../design/money.tsx'

export type Pick =
  | { pick: 'provider'; provider: Provider }
  | { pick: 'plan'; plan: Plan }
  | { pick: 'own'; name: string }

const keyOf = (item: Pick): string =>
  item.pick === 'provider'
    ? `provider ${item.provider.id}`
    : item.pick === 'plan'
      ? `plan ${item.plan.id}`
      : 'own'

const Content = ({ item }: { item: Pick }) => {
  const { t } = useTranslation(['add', 'words'])
  const format = useFormat()
  const interval = useIntervalText()
  const { today } = useHousehold()
  if (item.pick === 'own')
    return (
      <>
        <span className="flex size-11 shrink-0 items-center justify-center rounded-tile bg-sunken text-muted">
          <PencilLine size={20} aria-hidden />
        </span>
        <span className="min-w-0 flex-1">
          <span className="block truncate font-semibold">{t('pick.ownNamed', { name: item.name })}</span>
          <span className="block truncate text-sm text-muted">{t('pick.ownHint')}</span>
        </span>
      </>
    )
  if (item.pick === 'provider')
    return (
      <>
        <BrandTile name={item.provider.id} color={item.provider.brandColor} />
        <span className="min-w-0 flex-1">
          <span className="line-clamp-5 font-semibold break-words">{item.provider.name}</span>
          <span className="block truncate text-sm text-muted">
            {t('pick.allPlans')} · {item.provider.kinds.map((kind) => t(`words:kind.${kind}`)).join(', ')}
          </span>
        </span>
        <ChevronRight size={18} className="shrink-0 text-faint" aria-hidden />
      </>
    )
  const { plan } = item
  return (
    <>
      <BrandTile name={plan.providerId} color={plan.brandColor} />
      <span className="min-w-0 flex-1">
        <span className="line-clamp-5 font-semibold break-words">{plan.name}</span>
        <span className="block truncate text-sm text-muted">
          {plan.name.includes(plan.providerName) ? '' : `${plan.providerName} · `}
          {interval(plan.interval)}
          {isOldPrice(plan, today)
            ? ` · ${t('plan.seen', { date: format.asOf(plan.asOf, plan.asOfPrecision) })}`
            : ''}
        </span>
      </span>
      <Money value={plan.debit} />
    </>
  )
}

/** The search field and what it finds: arrows move, Enter takes, Escape clears. */
export const PickSearch = ({
  text,
  onText,
  picks,
  busy,
  onPick,
}: {
  text: string
  onText: (text: string) => void
  picks: readonly Pick[]
  busy: boolean
  onPick: (picked: Pick) => void
}) => {
  const { t } = useTranslation('add')
  const id = useId()
  const [active, setActive] = useState(0)
  const at = Math.min(active, Math.max(0, picks.length - 1))
  const open = picks.length > 0

  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onText('')
    if (!open || event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      const picked = picks[at]
      event.preventDefault()
      if (picked && !(busy && picked.pick === 'own' && picks.length === 1)) onPick(picked)
    }
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = (at + step + picks.length) % picks.length
    setActive(next)
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
  }

  return (
    <div>
      <div className="relative">
        <span
          className="pointer-events-none absolute inset-y-0 left-4 flex items-center text-faint"
          aria-hidden
        >
          {busy && text.trim() !== '' ? (
            <LoaderCircle size={20} className="animate-spin" />
          ) : (
            <Search size={20} />
          )}
        </span>
        <input
          ref={focusFirst}
          role="combobox"
          aria-label={t('pick.search')}
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={open ? `${id}-${at}` : undefined}
          placeholder={t('pick.searchHint')}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          value={text}
          onChange={(event) => {
            setActive(0)
            onText(event.target.value)
          }}
          onKeyDown={onKey}
          className={classes(controlClass, 'min-h-14 pl-12 text-lg')}
        />
      </div>
      <output className="sr-only">{open ? t('pick.found', { count: picks.length - 1 }) : ''}</output>
      {open ? (
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={t('pick.results')}
          className="mt-3 overflow-hidden rounded-card border border-line/70 bg-surface py-1.5 shadow-card"
        >
          {picks.map((item, index) => (
            <div
              key={keyOf(item)}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onPointerMove={() => setActive(index)}
              // The field keeps the focus; the list is read through it.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onPick(item)}
              className={classes(
                'flex min-h-16 cursor-pointer items-center gap-3 px-4 py-2.5 wide:px-5',
                index === at && 'bg-sunken',
              )}
            >
              <Content item={item} />
            </div>
          ))}
        </div>
      ) : (
        <div id={`${id}-list`} role="listbox" aria-label={t('pick.results')} hidden />
      )}
    </div>
  )
}
