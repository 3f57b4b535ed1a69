import type { AdministeredUser } from '@streamline/client'
import { useSetRoles } from '@streamline/client/administration'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { CheckField } from '../../design/check-field.tsx'
import { FormError } from '../../design/error-state.tsx'

const granted = ['support', 'catalogueEditor', 'administrator'] as const

type Role = AdministeredUser['roles'][number]

/** Everybody is a user; the rest is granted. */
export const RolesCard = ({ user }: { user: AdministeredUser }) => {
  const { t } = useTranslation('administration')
  const save = useSetRoles()
  const [roles, setRoles] = useState<readonly Role[]>(user.roles)
  const changed = granted.some((role) => roles.includes(role) !== user.roles.includes(role))
  return (
    <Card title={t('roles.title')}>
      <div className="space-y-4">
        <fieldset className="min-w-0 space-y-2">
          <legend className="sr-only">{t('roles.title')}</legend>
          {granted.map((role) => (
            <CheckField
              key={role}
              label={t(`role.${role}`)}
              hint={t(`roleHint.${role}`)}
              checked={roles.includes(role)}
              onChange={(checked) =>
                setRoles(checked ? [...roles, role] : roles.filter((one) => one !== role))
              }
            />
          ))}
        </fieldset>
        <FormError error={save.error} />
        <Button
          variant="secondary"
          disabled={!changed}
          busy={save.isPending}
          onClick={() =>
            save.mutate({ id: user.id, roles: [...roles] }, { onSuccess: () => showToast(t('roles.saved')) })
          }
        >
          {t('roles.save')}
        </Button>
      </div>
    </Card>
  )
}
