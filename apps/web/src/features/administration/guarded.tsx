import { useMe } from '@streamline/client/identity'
import { LockKeyhole } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'

/** Shows itself to who may; the service decides anyway. */
export const Guarded = ({
  permission,
  children,
}: {
  permission: 'users.read' | 'audit.read' | 'catalogue.edit' | 'jobs.read'
  children: ReactNode
}) => {
  const { t } = useTranslation('administration')
  const me = useMe().data
  return me?.permissions.includes(permission) ? (
    children
  ) : (
    <Card>
      <Empty icon={LockKeyhole} title={t('forbidden')}>
        {t('forbiddenText')}
      </Empty>
    </Card>
  )
}
