import { decimalText, useFormat, useTyped, type TypedOf } from '@streamline/client'
import { equalTexts, leftOf, type PartTexts, restFor, type Whole } from '@streamline/client/billing'
import { usePeople } from '@streamline/client/households'
import { Check } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../design/avatar.tsx'
import { Button } from '../../design/button.tsx'
import { classes } from '../../design/classes.ts'
import { controlClass } from '../../design/field.tsx'
import { TypedQuestion } from '../../design/typed-question.tsx'

const PartRow = ({
  id,
  sign,
  isAfter,
  text,
  of,
  describedBy,
  onChange,
}: {
  id: string
  sign: string
  /** The sign stands behind the number, as that of a percent does. */
  isAfter: boolean
  text: string
  of: TypedOf
  describedBy: string
  onChange: (text: string) => void
}) => {
  const { t } = useTranslation('billing')
  const { nameOf, isYou } = usePeople()
  const field = useId()
  const [left, setLeft] = useState(false)
  const typed = useTyped({ value: text, onChange }, of)
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Avatar id={id} name={nameOf(id)} />
      <label htmlFor={field} className="min-w-0 flex-1 truncate font-medium">
        {isYou(id) ? t('pay.nameYou', { name: nameOf(id) }) : nameOf(id)}
      </label>
      <span className="relative block w-36 shrink-0">
        <span
          aria-hidden
          className={classes(
            'pointer-events-none absolute inset-y-0 flex items-center text-muted',
            isAfter ? 'right-4' : 'left-4',
          )}
        >
          {sign}
        </span>
        <input
          id={field}
          inputMode="decimal"
          autoComplete="off"
          placeholder="0"
          aria-describedby={describedBy}
          value={typed.text}
          onChange={(event) => {
            setLeft(false)
            typed.type(event.target.value)
          }}
          onBlur={() => setLeft(true)}
          className={classes(
            controlClass,
            'figures text-right font-semibold',
            isAfter ? 'pr-10 pl-3' : [...sign].length > 1 ? 'pr-3 pl-12' : 'pr-3 pl-9',
          )}
        />
      </span>
      {left && typed.readings.length > 0 ? (
        <p className="w-full text-sm font-medium">
          <TypedQuestion readings={typed.readings} onChoose={typed.choose} />
        </p>
      ) : null}
    </li>
  )
}

/** Parts of a whole, one per person, with what is left of it in sight and one tap to finish. */
export const PartsField = ({
  label,
  whole,
  currency,
  show,
  error,
  onChange,
}: {
  label: string
  whole: Whole
  /** Of parts that are amounts; percents have none. */
  currency?: string
  /** A value as text: "₹120", "20 %". */
  show: (value: number) => string
  error?: string | undefined
  onChange: (texts: PartTexts) => void
}) => {
  const { t } = useTranslation('billing')
  const { shortNameOf } = usePeople()
  const format = useFormat()
  const leftId = useId()
  const left = leftOf(whole)
  const rest = restFor(whole)
  const isFull = left === 0
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-semibold">{label}</legend>
      <ul className="space-y-2">
        {whole.ids.map((id) => (
          <PartRow
            key={id}
            id={id}
            sign={currency === undefined ? '%' : format.currencySign(currency)}
            isAfter={currency === undefined}
            text={whole.texts[id] ?? ''}
            of={currency === undefined ? { digits: whole.digits } : { currency }}
            describedBy={leftId}
            onChange={(text) => onChange({ ...whole.texts, [id]: text })}
          />
        ))}
      </ul>
      <div className="mt-2.5 flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <p
          id={leftId}
          aria-live="polite"
          className={classes(
            'figures flex items-center gap-1.5 text-sm font-semibold',
            isFull ? 'text-positive' : left === null || left < 0 ? 'text-danger' : 'text-warn',
          )}
        >
          {isFull ? <Check size={16} aria-hidden /> : null}
          {left === null
            ? t('parts.unreadable')
            : isFull
              ? t('parts.full')
              : left > 0
                ? t('parts.left', { amount: show(left) })
                : t('parts.over', { amount: show(-left) })}
        </p>
        <div className="-mr-3 flex flex-wrap">
          {rest ? (
            <Button
              variant="quiet"
              size="sm"
              className="px-3"
              onClick={() =>
                onChange({ ...whole.texts, [rest.memberId]: decimalText(rest.value, whole.digits) })
              }
            >
              {t('parts.fill', { name: shortNameOf(rest.memberId) })}
            </Button>
          ) : null}
          <Button variant="quiet" size="sm" className="px-3" onClick={() => onChange(equalTexts(whole))}>
            {t('parts.equal')}
          </Button>
        </div>
      </div>
      {error ? (
        <p role="alert" className="mt-1 text-sm font-medium text-danger">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
