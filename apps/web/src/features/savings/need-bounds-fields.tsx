import type { NeedChoices } from '@streamline/client'
import { keeping, lookingAgainAt, without, type Needs } from '@streamline/client/savings'
import { useTranslation } from 'react-i18next'
import { CheckField } from '../../design/check-field.tsx'
import { SelectField } from '../../design/field.tsx'

interface BoundsProps {
  needs: Needs
  choices: NeedChoices
  onChange: (needs: Needs) => void
}

/** What stays whatever it costs. */
export const KeepFields = ({ needs, choices: { subscriptions }, onChange }: BoundsProps) => {
  const { t } = useTranslation('savings')
  return subscriptions.length === 0 ? null : (
    <fieldset className="min-w-0">
      <legend className="mb-3 font-bold">{t('needs.keep')}</legend>
      <div className="grid gap-2 min-[30rem]:grid-cols-2">
        {subscriptions.map(({ id, name }) => (
          <CheckField
            key={id}
            label={<span className="break-words">{name}</span>}
            checked={needs.keep.includes(id)}
            onChange={(checked) => onChange(keeping(needs, id, checked))}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** Providers and plans that are not looked at; a plan is ruled out where it is proposed. */
export const NeverFields = ({ needs, choices, onChange }: BoundsProps) => {
  const { t } = useTranslation('savings')
  const names = new Map([...choices.providers, ...choices.never].map(({ id, name }) => [id, name]))
  const others = choices.providers.filter(({ id }) => !needs.never.includes(id))
  return (
    <section className="space-y-3">
      <h3 className="font-bold">{t('needs.never')}</h3>
      {needs.never.map((id) => (
        <CheckField
          key={id}
          label={names.get(id) ?? id}
          checked
          onChange={() => onChange(lookingAgainAt(needs, id))}
        />
      ))}
      <SelectField
        label={t('needs.addNever')}
        value=""
        onChange={({ target: { value } }) => onChange(without(needs, value))}
      >
        <option value="">{t('needs.noOther')}</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
    </section>
  )
}
